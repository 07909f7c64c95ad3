"""Where the typeface of printed packs is: two whole font files, used as their makers ship them."""

from __future__ import annotations

from pathlib import Path

from generator.machine.shipped import TEMPLATES

FONTS = ("SourceSans3-Regular.ttf", "SourceSans3-Semibold.ttf")
"""The only fonts a pack may use. No others are read, so none of the machine's own can slip in."""


class FontsNotInstalled(Exception):
    """The fonts are not where `make site` puts them. The message says how to install them."""


def fonts_folder() -> Path:
    """The folder of the fonts, out of the npm package `source-sans` (SIL Open Font License).

    Raises FontsNotInstalled.
    """
    folder = TEMPLATES.parent / "node_modules" / "source-sans" / "TTF"
    missing = [name for name in FONTS if not (folder / name).is_file()]
    if missing:
        raise FontsNotInstalled(f"The typeface of the packs is not installed ({', '.join(missing)}). Run `make site`.")
    return folder
