"""The Jinja environment, and templates that were compiled before."""
