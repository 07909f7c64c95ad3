"""Operating system and runtime: child processes, files, the clock and the garbage collector. Nothing here depends on the domain."""
