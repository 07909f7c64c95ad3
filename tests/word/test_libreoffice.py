"""LibreOffice opens each file, and makes of it a PDF that anyone can read. Slow: it starts an office."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import page
import pikepdf
import pytest
from pdf.packs import PACKS
from pdf.verapdf import failures, needs_verapdf

from generator.documents.packs.model import Pack

from .reading import Word, words

OFFICE = shutil.which("soffice") or shutil.which("libreoffice")
ACCESSIBLE = 'pdf:writer_pdf_Export:{"PDFUACompliance":{"type":"boolean","value":"true"}}'

FONTS = ("Arial", "Liberation Sans", "Arimo")
"""Fonts of the widths that pages are counted with."""

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not OFFICE, reason="LibreOffice is not installed (on Debian: the package libreoffice-writer)"),
]


def _has_font() -> bool:
    if not shutil.which("fc-list"):
        return False
    found = subprocess.run(["fc-list", ":", "family"], capture_output=True, text=True, check=False).stdout
    return any(font in found for font in FONTS)


@pytest.fixture(scope="module")
def converted(word: Callable[[Pack], Word], tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Every pack as the PDF that LibreOffice makes of its Word file."""
    folder = tmp_path_factory.mktemp("office")
    files = {name: folder / f"{name.replace('/', '--')}.docx" for name in PACKS}
    for name, file in files.items():
        file.write_bytes(word(PACKS[name]).content)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [str(OFFICE), profile, "--headless", "--convert-to", ACCESSIBLE, "--outdir", str(folder), *map(str, files.values())]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=280)
    made = {name: file.with_suffix(".pdf") for name, file in files.items()}
    assert all(file.is_file() for file in made.values()), done.stderr
    return made


@needs_verapdf
def test_verapdf_passes_them_as_pdf_ua(converted: dict[str, Path]) -> None:
    assert failures(list(converted.values()), "PDFUA-1") == []


@pytest.mark.parametrize("name", PACKS)
def test_page_finds_nothing_wrong(name: str, converted: dict[str, Path]) -> None:
    report = page.validate_pdf(str(converted[name]), profile="ua1")
    assert report.is_compliant, [(f.rule_id, f.message) for f in report.failures]


@pytest.mark.skipif(not shutil.which("pdftotext"), reason="pdftotext (poppler) is not installed")
@pytest.mark.skipif(not _has_font(), reason=f"none of {', '.join(FONTS)} is installed, so lines break elsewhere")
@pytest.mark.parametrize("name", PACKS)
def test_the_contents_name_the_pages_that_the_parts_are_on(name: str, converted: dict[str, Path], word: Callable[[Pack], Word]) -> None:
    pack, found = PACKS[name], word(PACKS[name])
    entries = [words(p) for p in found.body.iter("{*}p") if found.style(p) == "toc 1"]
    told = {part.heading: int(entry.removeprefix(part.heading)) for part, entry in zip(pack.parts, entries, strict=True)}
    with pikepdf.open(converted[name]) as pdf, pdf.open_outline() as outline:
        numbers = {page.obj.objgen: number for number, page in enumerate(pdf.pages, 1)}
        tops = [(item.title, numbers[item.destination[0].objgen]) for item in outline.root]
        found_on = {title: number for title, number in tops if title in told}
        footer = int(re.findall(r"Page \d+ of (\d+)", _text(converted[name]))[0])
        assert footer == len(pdf.pages)
    assert told == found_on


def _text(file: Path) -> str:
    return subprocess.run(["pdftotext", str(file), "-"], capture_output=True, text=True, check=True).stdout
