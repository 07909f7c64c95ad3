"""An organisation's own Word file, lent for its look: whether it may be used, before anything in it is."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from generator.machine.ordinary_files import read_file

_MOST = 20_000_000
"""Bytes of a file that is lent for its look. A letter template with a logo has a twentieth of that."""

UNPACKED = 100_000_000
"""Bytes that all its parts may have, as the zip says. Python reads no part further than that."""

PARTS = 2_000
"""Parts that it may have."""

OLD_WORD = bytes.fromhex("d0cf11e0a1b11ae1")
"""How a .doc file begins, and every Office file that is locked by a password."""

TYPES = "[Content_Types].xml"
DOCUMENT = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
TEMPLATE = b"application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml"

SAVE = "In Word, choose ‘Save as’ and ‘Word document (.docx)’, and use that file"

_FETCHES = re.compile(rb"\b(INCLUDEPICTURE|INCLUDETEXT|DDEAUTO|DDE)\b", re.IGNORECASE)
_OUTSIDE = re.compile(rb"<Relationship\b[^>]*TargetMode\s*=\s*[\"']External[\"'][^>]*>", re.IGNORECASE)
_MARGIN = re.compile(r"word/(_rels/)?(header|footer)[^/]*\.xml(\.rels)?", re.IGNORECASE)


class ReferenceRefused(Exception):  # it is not our error: the words are told to the person whose file it is
    """A file that cannot lend its look. The message says why in a sentence without its full stop, and what to do."""


def read_reference(path: Path) -> bytes:
    """The file, where it is a Word document that holds nothing but a document. Raises ReferenceRefused."""
    try:
        content = read_file(path, _MOST + 1)
    except OSError as error:
        raise ReferenceRefused(f"it cannot be read ({error.strerror})") from error
    if len(content) > _MOST:
        raise ReferenceRefused(f"it has more than {_MOST // 1_000_000} MB. Take large pictures out of it")
    if content.startswith(OLD_WORD):
        raise ReferenceRefused(f"it is an old Word file (.doc), or locked by a password. {SAVE}")
    if not content.startswith(b"PK"):
        raise ReferenceRefused(f"it is not a Word document. {SAVE}")
    try:
        with ZipFile(BytesIO(content)) as parts:
            _examine(parts)
    except (BadZipFile, OSError, EOFError, NotImplementedError, RuntimeError, ValueError) as error:
        raise ReferenceRefused("it is damaged. Open it in Word, save it under a new name, and use that file") from error
    return content


def _examine(parts: ZipFile) -> None:
    entries = parts.infolist()
    if len(entries) > PARTS or sum(entry.file_size for entry in entries) > UNPACKED:
        raise ReferenceRefused("it grows far too large when it is unpacked, as no Word document does")
    names = {entry.filename for entry in entries}
    types = parts.read(TYPES) if TYPES in names else b""
    if b"macroEnabled" in types or any(name.lower().endswith("vbaproject.bin") for name in names):
        raise ReferenceRefused(f"it holds macros, which are programs. {SAVE}")
    if TEMPLATE in types:
        raise ReferenceRefused(f"it is a Word template (.dotx). {SAVE}")
    if DOCUMENT not in types:
        raise ReferenceRefused(f"it is not a Word document. {SAVE}")
    for name in sorted(filter(_MARGIN.fullmatch, names)):
        _examine_margin(name, parts.read(name))


def _examine_margin(name: str, content: bytes) -> None:
    """Heads and feet come into the pack as they are, so they may fetch nothing from elsewhere when the pack is opened."""
    fetched = [found for found in _OUTSIDE.findall(content) if b"/hyperlink" not in found] if name.endswith(".rels") else []
    if fetched or (not name.endswith(".rels") and _FETCHES.search(content)):
        raise ReferenceRefused("its header or footer fetches something from another file or address. Put the picture or text itself there")
