"""Labelled documents as PDFs whose tables have no upright lines."""

from __future__ import annotations

import weasyprint

from tests.job_documents.labelled import Labelled, as_page

LOOKS = {
    "airy": """@page { size: A4; margin: 2cm } body { font: 11pt sans-serif } table { width: 100% }
        td { vertical-align: top; padding: 2pt 6pt }""",
    "tight": """@page { size: A4; margin: 2.54cm; @top-left { content: "A network" } @bottom-center { content: "Page " counter(page) } }
        body { font: 10.5pt/1.2 serif } p, ul, ol { margin: 0 } h1, h2, h3 { margin: 8pt 0 4pt }
        table { width: 100%; border-collapse: collapse } td { vertical-align: top; padding: 0 5.4pt }""",
    "lying": """@page { size: A4; margin: 2cm } body { font: 10pt sans-serif } p { margin: 0 0 4pt }
        ul, ol { margin: 0 0 4pt; padding-left: 14pt } table { width: 100%; border-collapse: collapse }
        td { vertical-align: top; padding: 3pt 8pt 3pt 0; border-bottom: .5pt solid }""",
}
"""With space between the rows of tables, with none, and with a line below each row."""


def weasyprinted(of: Labelled, look: str) -> bytes:
    page = as_page(of).decode().replace("<body>", f"<style>{LOOKS[look]}</style><body>")
    return weasyprint.HTML(string=page).write_pdf() or b""
