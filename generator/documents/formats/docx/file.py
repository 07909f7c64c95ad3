"""A Word file as bytes: the same from the same words, on every machine and at any time."""

from __future__ import annotations

from datetime import UTC, date, datetime
from io import BytesIO
from xml.sax.saxutils import quoteattr
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx.document import Document as WordDocument
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part

from generator.knowledge.drafts.carried import as_properties

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


_PROPERTIES = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" '
    'xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">'
)
_TEXT_SET = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
"""The set of properties that people may name, as Office knows it. Its numbers begin at 2."""


def carry(document: WordDocument, text: str) -> None:
    """Put what the file was made from into its custom properties."""
    found = "".join(
        f'<property fmtid="{_TEXT_SET}" pid="{number}" name={quoteattr(name)}><vt:lpwstr>{value}</vt:lpwstr></property>'
        for number, (name, value) in enumerate(as_properties(text).items(), 2)
    )
    package = document.part.package
    content = f"{_PROPERTIES}{found}</Properties>".encode()
    part = Part(PackURI("/docProps/custom.xml"), CONTENT_TYPE.OFC_CUSTOM_PROPERTIES, content, package)
    package.relate_to(part, RELATIONSHIP_TYPE.CUSTOM_PROPERTIES)


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
