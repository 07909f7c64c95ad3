"""The whole directory in one JSON file: one page of the standard with every service, and our additional fields beside each."""

from __future__ import annotations

from collections.abc import Collection

from generator.documents.directory.openreferral.feed import json_text
from generator.documents.directory.openreferral.service import Writer
from generator.knowledge.directory.openreferral.filled import without_empty
from generator.knowledge.library.library import Library
from generator.knowledge.model import Service


def json_file(library: Library, services: Collection[Service]) -> bytes:
    """The file, to move or back up a directory. Unconfirmed facts are separate, under `fingerpost`."""
    writer = Writer(library, services, whole=True)
    entries = [without_empty(writer.service(service)) for service in services]
    page = {
        "total_items": len(entries), "total_pages": 1 if entries else 0, "page_number": 1, "size": len(entries),
        "first_page": True, "last_page": True, "empty": not entries, "contents": entries,
    }  # fmt: skip
    return json_text(page)
