"""The directory of services as an open feed and as tables."""
