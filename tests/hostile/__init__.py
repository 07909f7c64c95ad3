"""Data from strangers: what they may write, in which fields, and what must come of it."""
