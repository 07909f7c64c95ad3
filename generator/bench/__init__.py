"""Benchmarks of speed and size, which anyone can repeat on their own machine."""
