"""`python -m generator` is `fingerpost`."""

from generator.cli import main

main()
