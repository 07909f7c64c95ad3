"""Read YAML files into models, keeping the place of each value in its file."""
