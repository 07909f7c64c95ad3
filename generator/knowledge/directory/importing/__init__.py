"""Import services from other directories. Nothing is trusted: records with problems are reported and left out."""
