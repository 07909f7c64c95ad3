"""Everything in a data folder, by kind and id."""
