"""Services: what may be shown of them, where they are, and how they come in from other directories."""
