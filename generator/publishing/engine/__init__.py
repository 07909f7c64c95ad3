"""The site engine, and what it is told while it works."""
