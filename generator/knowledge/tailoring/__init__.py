"""Apply a network's changes to a base role."""
