"""The text of an advert for recruitment forms such as NHS Jobs."""
