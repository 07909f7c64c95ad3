"""The same text as a text file, as a Word file and as a PDF."""

from __future__ import annotations

from html import escape
from pathlib import Path

import docx
import weasyprint


def as_word(text: str, path: Path) -> Path:
    """A paragraph for each line, as people paste it."""
    document = docx.Document()
    for line in text.splitlines():
        document.add_paragraph(line)
    document.save(str(path))
    return path


def as_pdf(text: str, path: Path) -> Path:
    """A paragraph for each line, on pages of A4: long lines are broken at the margin."""
    paragraphs = "".join(f"<p>{escape(line)}</p>" for line in text.splitlines())
    weasyprint.HTML(string=f"<style>p {{ margin: 0 0 4pt; white-space: pre-wrap }}</style>{paragraphs}").write_pdf(path)
    return path
