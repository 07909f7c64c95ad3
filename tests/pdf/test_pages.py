"""How full the pages are: a half-empty page in the middle of a pack is a mistake of layout."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image, ImageOps

from generator.documents.packs.model import Pack

from .packs import PACKS, REAL, turns

LEAST = 35
"""Per cent of the height between running head and foot."""


def filled(file: Path, folder: Path) -> list[int]:
    """How far down each page is printed, in per cent of its live height."""
    subprocess.run(["pdftoppm", "-r", "30", "-gray", "-png", str(file), str(folder / "p")], check=True)
    found = []
    for picture in sorted(folder.glob("p-*.png")):
        image = ImageOps.invert(Image.open(picture).convert("L"))
        width, height = image.size
        inked = image.crop((0, int(height * 0.08), width, int(height * 0.92))).point(lambda level: 255 if level > 25 else 0).getbbox()
        found.append(round(100 * inked[3] / (height * 0.84)) if inked else 0)
    return found


@pytest.mark.skipif(not shutil.which("pdftoppm"), reason="pdftoppm (poppler) is not installed")
@pytest.mark.parametrize("name", turns(REAL))
def test_pages_are_filled(name: str, printed: Callable[[Pack], bytes], tmp_path: Path) -> None:
    file = tmp_path / "pack.pdf"
    file.write_bytes(printed(PACKS[name]))
    inner = filled(file, tmp_path)[2:-1]
    assert min(inner) >= LEAST, inner
