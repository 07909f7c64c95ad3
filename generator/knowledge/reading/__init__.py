"""YAML files to values of the model, each with its place in the file."""
