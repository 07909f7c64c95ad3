"""Read existing documents as text with places: Word, PDF, OpenDocument, Rich Text, web pages and plain text. The files are untrusted."""

from __future__ import annotations

from pathlib import Path

from generator.knowledge.source_documents.blocks import Block, SourceDocument, blocks_of, within_limits
from generator.knowledge.source_documents.kinds import lines_of
from generator.knowledge.source_documents.reading import Reading
from generator.knowledge.source_documents.refusing import document_refused

__all__ = ["Block", "SourceDocument", "document_content", "read_manuscript"]

_LARGEST = 20_000_000
"""Maximum size of a document in bytes. A job pack has under one million."""


def document_content(path: Path, name: str) -> bytes:
    """The bytes of a document, which messages call `name`. Raises Stopped for one that is no file, or cannot be read, or is too large."""
    try:
        if not path.is_file():
            raise document_refused("document-unreadable", name, reason="there is no such file" if not path.exists() else "it is not a file")
        if path.stat().st_size > _LARGEST:
            raise document_refused("document-too-large", name, size=f"{path.stat().st_size / 1e6:.0f} MB", limit=f"{_LARGEST // 10**6} MB")
        return path.read_bytes()
    except OSError as error:
        raise document_refused("document-unreadable", name, reason=error.strerror or "no reason given") from None


def read_manuscript(path: Path, name: str) -> SourceDocument:
    """The text of a document, which messages call `name`.

    Raises Stopped, with the reason in plain words, for a document that is broken, locked, empty, too large or of another kind.
    """
    content, reading = document_content(path, name), Reading()
    found = blocks_of(within_limits(lines_of(content, name, reading), reading.unread))
    if not found:
        raise document_refused("document-empty", name)
    return SourceDocument(name, tuple(found), tuple(reading.told), reading.kind, reading.pages, reading.read_pages)
