"""Files to start from: a record, or the folder of a whole area."""
