"""Decide whether words mean danger and which crisis card they need. `templates/browser/danger/` does the same."""
