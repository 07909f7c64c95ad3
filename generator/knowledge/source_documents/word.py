"""Read the paragraphs of a Word file: of its body, then of its headers, footers and notes. The file is an untrusted zip of XML."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from generator.knowledge.source_documents.blocks import SourceLine
from generator.knowledge.source_documents.edited_word import heading_levels
from generator.knowledge.source_documents.reading import Reading
from generator.knowledge.source_documents.refusing import document_damaged, document_refused
from generator.knowledge.source_documents.web_page import page_lines
from generator.knowledge.source_documents.word_package import DAMAGE, MOST_ELEMENTS, UNTRUSTED, WordPackage
from generator.knowledge.source_documents.word_paragraphs import Chunk, WordParagraphs

_STEP = 1 << 16
"""Bytes that are parsed at one time."""


def word_lines(content: bytes, name: str, reading: Reading, *, inside: bool = False) -> Iterator[SourceLine]:
    """The paragraphs of a Word file. Raises Stopped for what is no such file. What is not read is told in `reading`.

    A file that stands `inside` another is read without the files inside it.
    """
    try:
        with WordPackage(content, name) as parts:
            if parts.main is None:
                raise document_refused("document-unknown", name, what="This is a zip file without a document")
            reader = _Reader(parts, reading, inside)
            yield from reader.lines(parts.main)
            yield from reader.beside()
    except DAMAGE as error:
        raise document_damaged(name, error) from None


class _Reader:
    """Reads the parts of one Word file."""

    def __init__(self, parts: WordPackage, reading: Reading, inside: bool) -> None:
        self._parts = parts
        self._reading = reading
        self._inside = inside
        self._styles = parts.unread_styles()
        self._levels = heading_levels(parts.related("styles"))
        reading.count("comment", parts.comments())
        reading.count("drawing with words", parts.drawings)

    def beside(self) -> Iterator[SourceLine]:
        """The paragraphs of headers, footers and notes. What several headers or footers say alike is read once."""
        said: set[str] = set()
        for kind, part in self._parts.beside:
            here = set()
            for line in self.lines(part, f"{kind}, "):
                here.add(line.text.strip())
                if line.text.strip() not in said:
                    yield line
            said |= here if kind in ("header", "footer") else set()

    def lines(self, part: str, beside: str = "") -> Iterator[SourceLine]:
        """The paragraphs of a part that have text, in the order in which they begin."""
        content = self._parts.unpacked(part)
        taken = WordParagraphs(self._styles, self._levels)
        parser = etree.XMLParser(target=taken, **UNTRUSTED)
        for at in range(0, len(content), _STEP):
            parser.feed(content[at : at + _STEP])
            yield from self._found(taken, part, beside)
            if taken.elements > MOST_ELEMENTS:
                self._reading.unread.append(f"What comes after {beside}paragraph {taken.begun} was not read: the file has too many parts.")
                break
        else:
            parser.close()
            yield from self._found(taken, part, beside)
        for what, count in taken.left_out.items():
            self._reading.count(what, count)

    def _found(self, taken: WordParagraphs, part: str, beside: str) -> Iterator[SourceLine]:
        for found in taken.whole():
            if isinstance(found, Chunk):
                yield from self._chunk(found, part, beside)
            else:
                label = f"{beside}paragraph {found.number}"
                yield SourceLine(found.text, label, found.number, wraps=False, unfilled=found.unfilled, layout=found.layout)

    def _chunk(self, chunk: Chunk, part: str, beside: str) -> Iterator[SourceLine]:
        """The paragraphs of a file that stands inside: a web page, a text or another Word file."""
        found = self._parts.target(part, chunk.id)
        content = self._parts.unpacked(found) if found and found in self._parts.names else b""
        where = f"{beside}file inside at paragraph {chunk.number}, "
        if content.startswith(b"PK\x03\x04") and not self._inside:
            lines = word_lines(content, where, self._reading, inside=True)
        elif content.strip() and not content.startswith((b"PK", b"{\\rtf")):
            lines = page_lines(content, self._reading)
        else:
            self._reading.count("file inside it", 1)
            return
        for line in lines:
            yield SourceLine(line.text, f"{where}{line.label}", chunk.number, wraps=False, unfilled=line.unfilled)
