"""What makes up a job pack, before it has any format."""
