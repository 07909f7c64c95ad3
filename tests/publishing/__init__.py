"""The whole way, from a data folder to a finished site."""
