"""Check a data folder and hand-written pages, and remember the problems for as long as no file changes.

Nothing is remembered before the first build: only that begins the folder of caches.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from itertools import chain
from pathlib import Path
from stat import S_ISDIR, S_ISREG

from generator.machine.digests import digest_of_parts
from generator.machine.ordinary_files import read_file
from generator.problems import Report
from generator.problems.stored import problems_as_bytes, problems_in
from generator.publishing.disk.cache import Cache
from generator.publishing.disk.folders import Folders
from generator.publishing.disk.remembering import program, recalling


@dataclass(frozen=True)
class ToCheck:
    """What is checked: folders, what messages call the data folder, and the day."""

    data: Path
    called: str
    content: Path
    today: date


def checked(folders: Folders, asked: ToCheck) -> Report:
    """Every problem of the data and of hand-written pages, as if nothing were remembered."""
    if not folders.checked.parent.is_dir():
        return _found(asked, None)
    with closing(Cache(folders.checked)) as kept:
        key = _key(asked)
        known = problems_in(kept.get(key) or b"") if key else None
        if known is not None:
            kept.leave()
            return Report(known)
        report = _found(asked, kept)
        if key and key == _key(asked):  # nothing was saved in the meantime
            kept.put(key, problems_as_bytes(report))
        return report


def _found(asked: ToCheck, kept: Cache | None) -> Report:
    """Read and check everything. From a cache come values of files, and what slow checks found."""
    from generator.checks import check_library  # imported late: with nothing changed, neither is needed
    from generator.checks.memory import Memory
    from generator.knowledge.library.loading import load
    from generator.knowledge.reading.pages import read_pages

    library, report = load(asked.data, asked.called, recalling(kept) if kept else None)
    pages, problems = read_pages(asked.content)
    report.extend(problems)
    report.extend(check_library(library, asked.today, pages, Memory(kept, program()) if kept else None))
    return report


def _key(asked: ToCheck) -> bytes | None:
    """A digest of all that decides the problems. None if anything is not an ordinary file that can be read, such as a link."""
    try:
        asked_of = (asked.called.encode(), asked.content.name.encode(), asked.today.isoformat().encode())
        return digest_of_parts(chain((program(), *asked_of), _parts(asked)))
    except (OSError, UnicodeError):
        return None


def _parts(asked: ToCheck) -> Iterator[bytes]:
    """The name and the bytes of each file of both folders, and the name of each folder in them. Raises OSError for anything else."""
    for folder in (asked.data, asked.content):
        yield b"folder" if folder.is_dir() else b"no folder"
        yield from _files(str(folder)) if folder.is_dir() else ()


def _files(folder: str, within: str = "") -> Iterator[bytes]:
    with os.scandir(folder) as entries:
        ordered = sorted(entries, key=lambda entry: entry.name)
    for entry in ordered:
        mode = entry.stat(follow_symlinks=False).st_mode
        name = f"{within}/{entry.name}"
        yield name.encode()
        if S_ISDIR(mode):
            yield b"folder"
            yield from _files(entry.path, name)
        elif S_ISREG(mode):
            yield read_file(entry.path)
        else:
            raise OSError(f"{name} is not an ordinary file")
