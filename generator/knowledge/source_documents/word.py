"""Read the paragraphs of a Word file, including those in tables and content controls. The file is an untrusted zip of XML."""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator, Mapping

from lxml import etree

from generator.knowledge.source_documents.blocks import MOST_CHARACTERS, SourceLine
from generator.knowledge.source_documents.refusing import document_refused

LARGEST_UNPACKED = 40_000_000
"""Maximum unpacked size of the file's parts in bytes. A zip of a few kilobytes can expand to gigabytes."""

MOST_ELEMENTS = 1_000_000
"""Elements of a part that are read. A job pack has some tens of thousands."""

_STEP = 1 << 16
"""Bytes that are parsed at one time."""

_DAMAGE = (
    *(zipfile.BadZipFile, zlib.error, struct.error, etree.XMLSyntaxError),
    *(NotImplementedError, RuntimeError, EOFError, OSError, KeyError, ValueError),
)
"""What zipfile and lxml let through where a file is damaged."""

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_BODY = "word/document.xml"
_BESIDE = re.compile(r"word/(header|footer|footnotes|endnotes)\d*\.xml")

_PARAGRAPH, _TEXT = f"{_W}p", f"{_W}t"
_SIGNS = {f"{_W}tab": "\t", f"{_W}br": " ", f"{_W}noBreakHyphen": "-"}
_TWICE = frozenset({"{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback", f"{_W}moveFrom"})
"""What stands in the file a second time: a text box as older programs draw it, and text at the place that it was moved away from."""


def word_lines(content: bytes, name: str, unread: list[str]) -> Iterator[SourceLine]:
    """The paragraphs of a Word file: the body’s, then those of headers, footers and notes. Raises Stopped for what is no such file.

    What is not read, because there is too much of it, is added to `unread`.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            names = archive.namelist()
            if _BODY not in names:
                raise document_refused("document-unknown", name)
            left = LARGEST_UNPACKED
            for part in [_BODY, *sorted({n for n in names if _BESIDE.fullmatch(n)})]:
                unpacked = _unpacked(archive, part, name, left)
                left -= len(unpacked)
                yield from _lines(unpacked, part, unread)
    except _DAMAGE as error:
        raise document_refused("document-unreadable", name, reason=f"it is damaged ({type(error).__name__})") from None


def _unpacked(archive: zipfile.ZipFile, part: str, name: str, most: int) -> bytes:
    """A part of the file. What its header says of its size may be a lie, so no more than the limit is ever unpacked."""
    with archive.open(part) as packed:
        content = packed.read(most + 1)
    if len(content) > most:
        limit = f"{LARGEST_UNPACKED // 10**6} MB"
        raise document_refused("document-too-large", name, size=f"more than {limit} unpacked", limit=limit)
    return content


def _lines(content: bytes, part: str, unread: list[str]) -> Iterator[SourceLine]:
    """The paragraphs of a part that have text, in the order in which they begin."""
    found = _BESIDE.fullmatch(part)
    beside = f"{found[1]}, " if found else ""
    taken = _Paragraphs()
    parser = etree.XMLParser(target=taken, resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False)
    for at in range(0, len(content), _STEP):
        parser.feed(content[at : at + _STEP])
        for number, text in taken.whole():
            yield SourceLine(text, f"{beside}paragraph {number}", number, wraps=False)
        if taken.elements > MOST_ELEMENTS:
            unread.append(f"What comes after {beside}paragraph {taken.begun} was not read: the file has too many parts.")
            return
    parser.close()


class _Paragraphs:
    """Takes what the parser meets, and keeps each paragraph’s own text: that of a text box inside it belongs to the paragraphs there.

    Text that was deleted under tracked changes has another name in the file, so it is left out.
    """

    def __init__(self) -> None:
        self.begun = self.elements = 0
        self._open: list[tuple[int, list[str]]] = []
        self._done: list[tuple[int, str]] = []
        self._kept = 0
        self._in_text = False
        self._twice = 0

    def start(self, tag: str, _attributes: Mapping[str, str]) -> None:
        """An element begins."""
        self.elements += 1
        if tag in _TWICE or self._twice:
            self._twice += 1
        elif tag == _PARAGRAPH:
            self.begun += 1
            self._open.append((self.begun, []))
        elif tag == _TEXT:
            self._in_text = True
        elif tag in _SIGNS:
            self._keep(_SIGNS[tag])

    def data(self, text: str) -> None:
        """Characters inside the element."""
        if self._in_text and not self._twice:
            self._keep(text)

    def end(self, tag: str) -> None:
        """An element ends."""
        if self._twice:
            self._twice -= 1
        elif tag == _TEXT:
            self._in_text = False
        elif tag == _PARAGRAPH:
            number, pieces = self._open.pop()
            self._done.append((number, "".join(pieces)))

    def close(self) -> None:
        """The part ends."""

    def whole(self) -> list[tuple[int, str]]:
        """The paragraphs that have ended since this was last asked, once none is open around them: each with its number and text."""
        if self._open and self._kept < MOST_CHARACTERS:
            return []
        done, self._done, self._kept = sorted(self._done), [], 0
        return [(number, text) for number, text in done if text.strip()]

    def _keep(self, text: str) -> None:
        if self._open:
            self._open[-1][1].append(text)
            self._kept += len(text)
