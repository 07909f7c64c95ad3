"""Reports on the content, and on a document that somebody has."""
