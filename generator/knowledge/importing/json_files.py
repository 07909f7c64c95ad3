"""Feeds in JSON: one service, a page of a list, or the folder of a whole feed. Read as a stream, one record at a time."""

from __future__ import annotations

import codecs
import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

from generator.knowledge.importing.found import LARGEST_FILE, MOST_RECORDS, too_much, unreadable

LISTS = ("contents", "content")
"""Where a page keeps its records: the standard's version 3, and version 1."""

_PAGE = re.compile(r"index|page-[0-9]+")
_EXPLAINED = 20_000_000
"""The most bytes of a broken file that are read again to say where it breaks."""

Entry = tuple[str, int, Any]
"""A record with the file it stands in, and its number there."""


def shape(path: Path, name: str) -> tuple[str, bool]:
    """Where a file's records stand, as ijson says it, and whether they are all of them.

    `""` is the file itself: one service. Raises Stopped where it is not JSON.
    """
    import ijson

    last, first = True, True
    with _opened(path, name) as file, _told(path, name):
        for prefix, event, value in ijson.parse(file, use_float=True):
            if not prefix and event == "start_array":
                return "item", True
            if not prefix and event not in ("start_map", "map_key", "end_map"):
                break
            if prefix in LISTS and event == "start_array":
                return f"{prefix}.item", last and first
            first = bool(value) if prefix in ("first_page", "first") and event == "boolean" else first
            last = bool(value) if prefix in ("last_page", "last") and event == "boolean" else last
    return "", False


def entries(path: Path, name: str) -> Iterator[Entry]:
    """Every record of a file or of a feed's folder. Raises Stopped where there are too many, or where a file is not JSON."""
    files = feed_files(path) if path.is_dir() else [path]
    if not files:
        raise unreadable(name, "an Open Referral feed", "the folder has no `services` folder with JSON files in it")
    number = 0
    for file in files:
        called = f"{name}/{file.relative_to(path).as_posix()}" if path.is_dir() else name
        for index, value in enumerate(_records(file, called), 1):
            number += 1
            if number > MOST_RECORDS:
                raise too_much(name, f"{MOST_RECORDS:,} records")
            yield called, index, value


def feed_files(folder: Path) -> list[Path]:
    """The files of a feed that hold services: one for each, or else the pages of the list. Links that lead out are left aside."""
    services = folder / "services" if (folder / "services").is_dir() else folder
    inside = services.resolve()
    found = [path for path in sorted(services.glob("*.json")) if path.is_file() and path.resolve().is_relative_to(inside)]
    return [path for path in found if not _PAGE.fullmatch(path.stem)] or found


def _records(path: Path, name: str) -> Iterator[Any]:
    import ijson

    prefix, _ = shape(path, name)
    with _opened(path, name) as file, _told(path, name):
        yield from ijson.items(file, prefix, use_float=True)


def _opened(path: Path, name: str) -> IO[bytes]:
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise too_much(name, f"{LARGEST_FILE // 10**6} MB")
        file = path.open("rb")
    except OSError as error:
        raise unreadable(name, "JSON", error.strerror or "it cannot be opened") from None
    if file.read(3) != codecs.BOM_UTF8:
        file.seek(0)
    return file


@contextmanager
def _told(path: Path, name: str) -> Iterator[None]:
    """Turns what the JSON reader cannot read into a problem with a place."""
    import ijson

    try:
        yield
    except (ijson.JSONError, ArithmeticError, ValueError, RecursionError):
        line, column = _where(path)
        raise unreadable(name, "JSON", "it breaks off, or a sign is missing or too many", line, column) from None


def _where(path: Path) -> tuple[int, int]:
    """The line and column where a file stops being JSON; zeros where it would take too long to say."""
    if path.stat().st_size > _EXPLAINED:
        return 0, 0
    try:
        json.loads(path.read_text(encoding="utf-8-sig"))
    except json.JSONDecodeError as error:
        return error.lineno, error.colno
    except (ValueError, RecursionError):
        pass
    return 0, 0
