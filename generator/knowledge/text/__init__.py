"""Texts in records: how values are written in words, and what to look for in them."""
