"""A Word file as bytes: the same from the same words, on every machine and at any time."""

from __future__ import annotations

from datetime import UTC, date, datetime
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx.document import Document as WordDocument

EPOCH = (1980, 1, 1, 0, 0, 0)
"""The time of every entry: the earliest that a zip can say."""


def describe(document: WordDocument, *, title: str, subject: str, author: str, version: str, kind: str, day: date) -> None:
    """Say what the file is. `kind` is what kind of document; `day` is the data's, never the clock's."""
    said = document.core_properties
    noon = datetime(day.year, day.month, day.day, 12, tzinfo=UTC)
    said.title, said.subject, said.author, said.version = title[:255], subject[:255], author[:255], version[:255]
    said.language, said.last_modified_by, said.revision = "en-GB", author[:255], 1
    said.category, said.keywords, said.comments, said.content_status, said.identifier = kind, "", "", "", ""
    said.created = said.modified = noon


def file_bytes(document: WordDocument) -> bytes:
    """The file. python-docx writes each entry with the hour of the day, so the zip is written again without."""
    loose = BytesIO()
    document.save(loose)
    stream = BytesIO()
    with ZipFile(loose) as found, ZipFile(stream, "w", ZIP_DEFLATED) as made:
        for name in found.namelist():
            entry = ZipInfo(name, EPOCH)
            entry.compress_type, entry.create_system = ZIP_DEFLATED, 0
            made.writestr(entry, found.read(name))
    return stream.getvalue()
