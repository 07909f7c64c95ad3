"""Services in and out of the data folder."""
