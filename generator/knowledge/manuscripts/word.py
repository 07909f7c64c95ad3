"""A Word file’s paragraphs, in tables and content controls too. The file is a zip of XML from a stranger."""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator
from typing import cast

from lxml import etree

from generator.knowledge.manuscripts.blocks import LONGEST_LINE, MOST_LINES, Line
from generator.knowledge.manuscripts.refusing import refused

LARGEST_PART = 40_000_000
"""The most bytes that a part of the file may unpack to. A zip of a few kilobytes can hold gigabytes."""

_DAMAGE = (
    *(zipfile.BadZipFile, zlib.error, struct.error, etree.XMLSyntaxError),
    *(NotImplementedError, RuntimeError, EOFError, OSError, KeyError, ValueError),
)
"""What zipfile and lxml let through where a file is damaged."""

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_BODY = "word/document.xml"
_BESIDE = re.compile(r"word/(header|footer|footnotes|endnotes)\d*\.xml")


def word_lines(content: bytes, name: str) -> list[Line]:
    """The paragraphs of a Word file: the body’s, then those of headers, footers and notes. Raises Stopped for what is no such file."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            names = archive.namelist()
            if _BODY not in names:
                raise refused("document-unknown", name)
            parts = [_BODY, *sorted(n for n in names if _BESIDE.fullmatch(n))]
            lines = [line for part in parts for line in _lines(_unpacked(archive, part, name), part)]
    except _DAMAGE as error:
        raise refused("document-unreadable", name, reason=f"it is damaged ({type(error).__name__})") from None
    return lines


def _unpacked(archive: zipfile.ZipFile, part: str, name: str) -> bytes:
    """A part of the file. What its header says of its size may be a lie, so no more than the limit is ever unpacked."""
    with archive.open(part) as packed:
        content = packed.read(LARGEST_PART + 1)
    if len(content) > LARGEST_PART:
        limit = f"{LARGEST_PART // 10**6} MB"
        raise refused("document-too-large", name, size=f"more than {limit} unpacked", limit=limit)
    return content


def _lines(content: bytes, part: str) -> Iterator[Line]:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False)
    root = etree.fromstring(content, parser)
    found = _BESIDE.fullmatch(part)
    beside = f"{found[1]}, " if found else ""
    for number, paragraph in enumerate(root.iter(f"{_W}p"), 1):
        if number > MOST_LINES:
            return
        text = _text(paragraph)
        if text.strip():
            yield Line(text, f"{beside}paragraph {number}", number, wraps=False)


def _text(paragraph: etree._Element) -> str:
    """A paragraph’s text as it is shown: what was deleted under tracked changes is left out."""
    found: list[str] = []
    for element in paragraph.iter(f"{_W}t", f"{_W}tab", f"{_W}br", f"{_W}noBreakHyphen"):
        if element.tag == f"{_W}t":
            found.append(cast(str, element.text) or "")
        else:
            found.append("-" if element.tag == f"{_W}noBreakHyphen" else "\t" if element.tag == f"{_W}tab" else " ")
    return "".join(found)[:LONGEST_LINE]
