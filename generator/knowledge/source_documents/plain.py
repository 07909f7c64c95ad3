"""Read the lines of a plain text file."""

from __future__ import annotations

from generator.knowledge.source_documents.blocks import SourceLine
from generator.knowledge.source_documents.plain_table import plain_cells
from generator.knowledge.source_documents.refusing import document_refused

_MARKS = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16", b"\xef\xbb\xbf": "utf-8-sig"}


def plain_lines(content: bytes, name: str) -> list[SourceLine]:
    """The lines of a text in UTF-8, UTF-16 with its mark, or the older encoding of Windows. Raises Stopped for what is no text."""
    encoding = next((known for mark, known in _MARKS.items() if content.startswith(mark)), "utf-8")
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError:
        text = content.decode("cp1252", "replace")
    if "\0" in text or text.count("\ufffd") > len(text) // 100:
        raise document_refused("document-unknown", name, what="This is not a document of a kind that is known here")
    lines = text.splitlines()
    return [
        SourceLine(line, f"line {number}", number, layout=layout)
        for number, (line, layout) in enumerate(zip(lines, plain_cells(lines), strict=True), 1)
    ]
