"""Reports on the content, and on a user's document."""
