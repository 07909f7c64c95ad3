"""Whether words mean danger, and which crisis card they need: the same judgement as in `templates/browser/danger/`."""
