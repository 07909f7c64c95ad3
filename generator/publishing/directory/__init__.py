"""Import services into a data folder, and export them."""
