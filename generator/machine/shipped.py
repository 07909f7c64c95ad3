"""Paths of Fingerpost's own files: beside the code in a clone, inside the package when installed."""

from __future__ import annotations

from pathlib import Path

CODE = Path(__file__).resolve().parents[1]
"""The folder of all our code."""

INSIDE = CODE / "shipped"
"""Where setup/package.py puts the project's files in a wheel, with scripts and styles already bundled."""

HOME = INSIDE if INSIDE.is_dir() else CODE.parent
"""The folder that holds templates and libraries."""

TEMPLATES = HOME / "templates"
"""The templates shipped with Fingerpost."""
