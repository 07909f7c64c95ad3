"""Reading a directory that others wrote. Nothing in it is trusted: what cannot be a record is named and left out."""
