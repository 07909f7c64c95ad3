"""Drafts that come home: what a file carries of its overlay, and what people changed in an edited Word file."""
