"""Tell by its first bytes what a file is, and read it; or say what it is and what helps."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable

from lxml import etree

from generator.knowledge.source_documents.blocks import SourceLine
from generator.knowledge.source_documents.open_document import flat_lines, is_open_document, open_lines
from generator.knowledge.source_documents.plain import plain_lines
from generator.knowledge.source_documents.reading import Reading
from generator.knowledge.source_documents.refusing import document_damaged, document_refused
from generator.knowledge.source_documents.rich_text import rich_lines
from generator.knowledge.source_documents.web_page import is_web_page, page_lines
from generator.knowledge.source_documents.word import word_lines
from generator.knowledge.source_documents.word_package import DAMAGE
from generator.problems import Stopped

_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

_PICTURES = {
    b"\x89PNG": "PNG", b"\xff\xd8\xff": "JPEG", b"GIF8": "GIF", b"BM": "BMP", b"II*\0": "TIFF", b"MM\0*": "TIFF",
}  # fmt: skip
OTHERS = {"xl/": "an Excel workbook", "ppt/": "a PowerPoint file", "Index/": "a Pages file", "META-INF/container.xml": "an e-book"}
"""What is in a zip that is no text, and what that is."""


def lines_of(content: bytes, name: str, reading: Reading) -> Iterable[SourceLine]:
    """The lines of a document of any kind. What a reader leaves out is told in `reading`. Raises Stopped for what cannot be read."""
    start = content[:1024].lstrip(b"\xef\xbb\xbf \t\r\n")
    if content.startswith(_OLD_OFFICE):
        raise _old_office(content, name)
    if content.startswith(b"PK\x03\x04"):
        return _zipped(content, name, reading)
    if b"%PDF-" in content[:1024]:
        from generator.knowledge.source_documents.pdf import pdf_lines  # its libraries take long to load

        reading.kind = "PDF"
        return pdf_lines(content, name, reading)
    if start.startswith(b"{\\rtf"):
        reading.kind = "Rich Text file"
        return rich_lines(content, reading)
    if is_web_page(content):
        reading.kind = "web page"
        return page_lines(content, reading)
    if start.startswith(b"<?xml"):
        return _xml(content, name, reading)
    picture = next((kind for mark, kind in _PICTURES.items() if content.startswith(mark)), "HEIC" if content[4:8] == b"ftyp" else "")
    if picture and b"\0" in content[:4000]:
        raise document_refused("document-picture", name, what=f"This is a picture ({picture})")
    return plain_lines(content, name)


def _old_office(content: bytes, name: str) -> Stopped:
    """A file of the old Office, or a new one with a password, which is packed as an old one."""

    def has(stream: str) -> bool:
        return stream.encode("utf-16-le") in content

    if has("EncryptedPackage"):
        return document_refused("document-locked", name)
    if has("Workbook") or has("PowerPoint Document"):
        what = "an Excel workbook" if has("Workbook") else "a PowerPoint file"
        return document_refused("document-unknown", name, what=f"This is {what} of an old kind")
    return document_refused("document-old", name)


def _zipped(content: bytes, name: str, reading: Reading) -> Iterable[SourceLine]:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            names = archive.namelist()
            if is_open_document(archive):
                reading.kind = "OpenDocument text"
                return list(open_lines(content, name, reading))
    except DAMAGE as error:
        raise document_damaged(name, error) from None
    for part, what in OTHERS.items():
        if any(one.startswith(part) for one in names) and not any(one.startswith("word/") for one in names):
            raise document_refused("document-unknown", name, what=f"This is {what}")
    reading.kind = "Word file"
    return word_lines(content, name, reading)


def _xml(content: bytes, name: str, reading: Reading) -> Iterable[SourceLine]:
    if re.search(rb"<office:document\b", content[:4000]):
        try:
            reading.kind = "OpenDocument text"
            return list(flat_lines(content, reading))
        except (etree.XMLSyntaxError, ValueError) as error:
            raise document_damaged(name, error) from None
    raise document_refused("document-unknown", name, what="This is an XML file")
