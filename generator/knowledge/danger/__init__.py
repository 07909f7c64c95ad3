"""Decide whether words mean danger and which crisis card they need, here and in `templates/browser/danger/`."""
