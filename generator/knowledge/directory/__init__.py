"""The directory of services: what may be shown, areas, and imports from other directories."""
