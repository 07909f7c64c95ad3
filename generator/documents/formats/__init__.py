"""A job pack in each format: one folder for each."""
