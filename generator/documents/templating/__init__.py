"""The Jinja environment, and a cache of compiled templates."""
