"""Write a PDF whose streams can be measured by any reader.

A compressed stream can happen to end in a carriage return. With the line feed that follows it, some checkers take both
for one line ending and find the stream shorter than it says (ISO 19005-3, 6.1.7.1), so no stream may end so.
"""

from __future__ import annotations

import zlib
from io import BytesIO
from itertools import islice

from pikepdf import Array, Dictionary, Name, Object, ObjectStreamMode, Pdf, Stream

from generator.documents.formats.pdf.tag_tree import walk

DOUBTFUL = b"\r\nendstream"
"""What must not stand in the file."""

LEVEL = 6
"""How hard to compress. Level 9 makes files smaller by one part in a hundred, and takes three times as long."""

TRIES = 50
"""Ways of parting the objects into streams before giving up. One in seven files needs a second."""


def pdf_bytes(pdf: Pdf) -> bytes:
    """The file's bytes. Its id is made from its content, so that the same document is the same file."""
    for item in pdf.objects:
        if isinstance(item, Stream):
            _end_well(item)
    for _ in range(TRIES):
        made = BytesIO()
        pdf.save(made, deterministic_id=True, object_stream_mode=ObjectStreamMode.generate, fix_metadata_version=False)
        if DOUBTFUL not in made.getvalue():
            break
        _part_otherwise(pdf)
    return made.getvalue()


def _end_well(stream: Stream) -> None:
    """Compress a stream. Where that ends in a carriage return, lengthen it by a byte that means nothing: a space of code, a zero after
    a font."""
    if stream.get("/Subtype") == "/XML":
        return  # PDF/A wants it plain
    packed = zlib.compress(data := stream.read_bytes(), LEVEL)
    if packed.endswith(b"\r"):
        more = b"\0" if "/Length1" in stream else b"\n"
        packed = zlib.compress(data := data + more, LEVEL)
    if "/Length1" in stream:
        stream.Length1 = len(data)
    stream.write(packed, filter=Name.FlateDecode)


def _part_otherwise(pdf: Pdf) -> None:
    """Make the attributes of one more element an object of their own: all objects after it move, and nothing else changes."""
    direct = (element for element in walk(pdf.Root.StructTreeRoot.K[0]) if "/A" in element and not _own(element.A))
    for element in islice(direct, 1):
        element.A = pdf.make_indirect(element.A)


def _own(item: Object) -> bool:
    return isinstance(item, Dictionary | Array) and item.is_indirect
