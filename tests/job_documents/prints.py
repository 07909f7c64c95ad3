"""Labelled documents as PDFs of several programs, their tables with and without ruled lines."""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Sequence
from pathlib import Path

import weasyprint

from tests.job_documents.labelled import Labelled, as_docx, as_page

LOOKS = {
    "airy": "@page { size: A4; margin: 2cm } body { font: 11pt sans-serif } table { width: 100% } td { vertical-align: top; padding: 2pt 6pt }",
    "tight": (
        "@page { size: A4; margin: 2.54cm; @top-left { content: 'A network of practices' } @bottom-center { content: 'Page ' counter(page) } }"
        " body { font: 10.5pt/1.2 serif } p, ul, ol { margin: 0 } h1, h2, h3 { margin: 8pt 0 4pt }"
        " table { width: 100%; border-collapse: collapse } td { vertical-align: top; padding: 0 5.4pt }"
    ),
    "lying": (
        "@page { size: A4; margin: 2cm } body { font: 10pt sans-serif } p { margin: 0 0 4pt } ul, ol { margin: 0 0 4pt; padding-left: 14pt }"
        " table { width: 100%; border-collapse: collapse } td { vertical-align: top; padding: 3pt 8pt 3pt 0; border-bottom: .5pt solid }"
    ),
}
"""No table has upright lines: with space between its rows, with none, and with a line below each row."""

TAGGED = {"untagged": "false", "tagged": "true"}


def styled(of: Labelled, look: str) -> str:
    return as_page(of).decode().replace("<body>", f"<style>{LOOKS[look]}</style><body>")


def weasyprinted(of: Labelled, look: str) -> bytes:
    return weasyprint.HTML(string=styled(of, look)).write_pdf() or b""


def libreoffice(documents: Sequence[Labelled], folder: Path, tagged: str) -> dict[str, bytes]:
    """Printed from the Word file, all in one go."""
    folder.mkdir(parents=True, exist_ok=True)
    for of in documents:
        (folder / f"{of.name}.docx").write_bytes(as_docx(of))
    form = 'pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"' + TAGGED[tagged] + '"}}'
    files = [str(folder / f"{of.name}.docx") for of in documents]
    command = ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", form, "--outdir", str(folder)]
    subprocess.run([*command, *files], check=True, capture_output=True, timeout=600)
    return {of.name: (folder / f"{of.name}.pdf").read_bytes() for of in documents}


def by_browser(documents: Sequence[Labelled], look: str, printed: Callable[[str], bytes]) -> dict[str, bytes]:
    """Printed by a browser that is open."""
    return {of.name: printed(styled(of, look)) for of in documents}
