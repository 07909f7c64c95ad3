"""Packs printed in every format: by one process or many, here or on other machines, and kept for the next time."""
