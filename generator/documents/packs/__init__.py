"""The content of a job pack, independent of any format."""
