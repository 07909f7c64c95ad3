"""Starter files: for a record, or for the folder of a whole area."""
