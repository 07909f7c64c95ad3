"""Folders, locks, caches, and a new site put in the place of the old one."""
