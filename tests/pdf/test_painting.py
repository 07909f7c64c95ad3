"""A pack painted by our layers, which keep what they painted, and by WeasyPrint alone: nobody can tell them apart."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from weasyprint.document import Page

from generator.documents.formats.pdf.painting import Layer
from generator.documents.formats.pdf.printer import Printer
from generator.documents.packs.model import Pack
from generator.documents.templating.environment import environment

from .packs import PACKS, REAL
from .reading import Read

DPI = "100"


@pytest.fixture(scope="module")
def painted_alone() -> Callable[[Pack], bytes]:
    """Prints a pack with painting left to WeasyPrint."""

    def press(pack: Pack) -> bytes:
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(Layer, "paint", Page.paint)
            return Printer(environment()).press(pack)

    return press


def pictures(content: bytes, folder: Path) -> list[bytes]:
    folder.mkdir()
    (folder / "pack.pdf").write_bytes(content)
    subprocess.run(["pdftoppm", "-r", DPI, "-gray", folder / "pack.pdf", folder / "page"], check=True)
    return [path.read_bytes() for path in sorted(folder.glob("page*.pgm"))]


def words(content: bytes) -> str:
    return subprocess.run(["pdftotext", "-layout", "-", "-"], input=content, capture_output=True, check=True).stdout.decode()


def tags(content: bytes) -> list[tuple[str, str]]:
    return [(element.tag, element.text) for element in Read(content).document.walk()]


@pytest.mark.slow
@pytest.mark.parametrize("name", REAL)
def test_layers_paint_what_weasyprint_paints(
    name: str, printed: Callable[[Pack], bytes], painted_alone: Callable[[Pack], bytes], tmp_path: Path
) -> None:
    pack = PACKS[name]
    ours, theirs = printed(pack), painted_alone(pack)
    assert words(ours) == words(theirs)
    assert tags(ours) == tags(theirs)
    both = pictures(ours, tmp_path / "ours"), pictures(theirs, tmp_path / "theirs")
    assert len(both[0]) == len(Read(ours).pdf.pages)
    assert both[0] == both[1]
