"""Where Fingerpost’s own files are: in a clone beside the code, in an installed package inside it."""

from __future__ import annotations

from pathlib import Path

CODE = Path(__file__).resolve().parents[1]
"""The folder of all our code."""

INSIDE = CODE / "shipped"
"""What setup/package.py puts into a wheel: a cut of the project, with the scripts and styles already bundled."""

HOME = INSIDE if INSIDE.is_dir() else CODE.parent
"""The folder that holds templates and libraries."""

TEMPLATES = HOME / "templates"
"""The templates that come with Fingerpost."""
