"""The site engine, run in a process of its own."""
