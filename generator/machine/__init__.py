"""What the machine does for us: child processes, files and the garbage collector. Nothing here knows what Fingerpost is about."""
