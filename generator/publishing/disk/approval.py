"""Remember that a library passed every check on a day, so that the next command on the same files need not run them again."""

from __future__ import annotations

import hashlib
from contextlib import suppress
from datetime import date
from pathlib import Path

from generator.knowledge.library.library import Library
from generator.machine.atomic_write import replace_file
from generator.machine.ordinary_files import read_file
from generator.publishing.disk.remembering import program


def note_approval(file: Path, library: Library, today: date) -> None:
    """Note in a file that a build found no error in a library. If it cannot be written, the next command checks again."""
    with suppress(OSError):
        replace_file(file, _digest(library, today))


def is_approved(file: Path, library: Library, today: date) -> bool:
    """Whether the last build on this day found no error in exactly these files, with exactly this program."""
    try:
        return read_file(file) == _digest(library, today)
    except OSError:
        return False


def _digest(library: Library, today: date) -> bytes:
    """A digest of all that checks read: the day, the program, and the name and lines of each file of a library."""
    digest = hashlib.sha256(program() + today.isoformat().encode())
    for (model, name), document in library.documents.items():
        content = "\n".join(document.text.lines).encode()
        digest.update(f"\0{model.__name__} {name} {document.file} {len(content)}\0".encode() + content)
    return digest.hexdigest().encode()
