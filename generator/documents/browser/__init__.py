"""The data that scripts in the browser load."""
