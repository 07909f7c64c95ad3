"""A network’s changes laid over a base role."""
