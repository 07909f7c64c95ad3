"""Read feeds in JSON, one record at a time as a stream: one service, a page of a list, or the folder of a whole feed."""

from __future__ import annotations

import codecs
import json
import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import IO, Any

from generator.knowledge.directory.importing.found import DEEPEST_JSON, LARGEST_FILE, MOST_RECORDS, feed_unreadable, too_much

_LISTS = ("contents", "content")
"""Where a page keeps its records: the standard's version 3, and version 1."""

ONLY_PAGE = ("first_page", "last_page", "first", "last")
"""Keys of a page in either version that are both true where it is the only page."""

_STEP = {"start_map": 1, "start_array": 1, "end_map": -1, "end_array": -1}
"""How each event of the reader changes the level."""

_PAGE = re.compile(r"index|page-[0-9]+")
_EXPLAINED = 20_000_000
"""Maximum bytes of a broken file that are read again to find the place of the error."""

Entry = tuple[str, int, Any]
"""A record with its file, and its number there."""


@dataclass(frozen=True)
class Shape:
    """How a file holds its records."""

    level: int
    """How many levels around a record: none where the file is one record, one in a list, two on a page."""
    key: str = ""
    """Of a page, the key that holds the records."""
    whole: bool = False
    """Whether the file says that these are all of them."""


def shape(path: Path, name: str) -> Shape:
    """How a file holds its records. Raises Stopped where it is not JSON."""
    import ijson

    level, key = 0, ""
    said: dict[str, bool] = {}
    lists: list[str] = []
    single = False
    # Without paths to each value, which for a value inside values without end would fill the memory.
    with _opened(path, name) as file, _told(path, name):
        for event, value in ijson.basic_parse(file, use_float=True):
            if level == 0 and event != "start_map":
                return Shape(1, whole=True) if event == "start_array" else Shape(0)
            if level == 1 and key in _LISTS and event == "start_array":
                return Shape(2, key, all(said.get(name, True) for name in ONLY_PAGE))
            if level == 1 and event == "start_array":
                lists.append(key)
            if level == 1 and event in ("string", "number") and key in ("name", "id", "title"):
                single = True
            if level == 1 and event == "boolean":
                said[key] = bool(value)
            key = str(value) if level == 1 and event == "map_key" else key
            level += _STEP.get(event, 0)
    if single and "services" not in lists:
        return Shape(0)
    for wanted in dict.fromkeys([one for one in lists if one in _NAMES] + lists):
        if _named(path, name, wanted):
            return Shape(2, wanted, whole=True)
    raise feed_unreadable(name, "a feed", "no list of services was found in it")


_NAMES = ("services", "service", "items", "results", "data", "records")
"""What lists of services are often called. A list under any other name is read too, if its first entry has a name."""


def _named(path: Path, name: str, key: str) -> bool:
    """Whether the first entry of the list under this key is something with a name."""
    first = next(json_lists(path, name, Shape(2, key)), None)
    return isinstance(first, dict) and isinstance(first.get("name") or first.get("title"), str)


def first_entries(path: Path, name: str) -> Iterator[tuple[Shape, Any]]:
    """The first entry of each list that a file holds: of itself, or under a key. Raises Stopped where it is not JSON."""
    import ijson

    level, key, forms = 0, "", list[Shape]()
    with _opened(path, name) as file, _told(path, name):
        for event, value in ijson.basic_parse(file, use_float=True):
            if level == 0 and event == "start_array":
                forms = [Shape(1)]
                break
            if level == 1 and event == "start_array":
                forms.append(Shape(2, key))
            key = str(value) if level == 1 and event == "map_key" else key
            level += _STEP.get(event, 0)
    for form in forms:
        yield from ((form, entry) for entry in islice(json_lists(path, name, form), 1))


def json_lists(path: Path, name: str, form: Shape) -> Iterator[Any]:
    """The entries of a list, one at a time. Raises Stopped where the file is not JSON."""
    import ijson

    with _opened(path, name) as file, _told(path, name):
        yield from _built(ijson.basic_parse(file, use_float=True), form)


def json_records(path: Path, name: str) -> Iterator[Entry]:
    """Every record of a file or of a feed's folder. Raises Stopped where there are none or too many, or where a file is not JSON."""
    files = feed_files(path) if path.is_dir() else [path]
    if not files:
        raise feed_unreadable(name, "an Open Referral feed", "the folder has no `services` folder with JSON files in it")
    number = 0
    for file in files:
        called = f"{name}/{file.relative_to(path).as_posix()}" if path.is_dir() else name
        for index, value in enumerate(_records(file, called), 1):
            number += 1
            if number > MOST_RECORDS:
                raise too_much(name, f"{MOST_RECORDS:,} records")
            yield called, index, value
    if not number:
        raise feed_unreadable(name, "a feed", "it has no service in it")


def feed_files(folder: Path) -> list[Path]:
    """The files of a feed that hold services: one for each, or else the pages of the list. Links that lead out are left aside."""
    services = folder / "services" if (folder / "services").is_dir() else folder
    inside = services.resolve()
    found = [path for path in sorted(services.glob("*.json")) if path.is_file() and path.resolve().is_relative_to(inside)]
    return [path for path in found if not _PAGE.fullmatch(path.stem)] or found


def _records(path: Path, name: str) -> Iterator[Any]:
    """The records of a file, one at a time. A record that is nested too deeply is replaced by None."""
    yield from json_lists(path, name, shape(path, name))


def _built(events: Iterable[tuple[str, Any]], form: Shape) -> Iterator[Any]:
    """Values put together from the reader's events: those that stand as many levels in as the form says, under its key."""
    import ijson

    level, key, deepest, builder = 0, "", 0, ijson.ObjectBuilder()
    for event, value in events:
        step = _STEP.get(event, 0)
        level += min(step, 0)
        if level >= form.level and key == form.key and not (level == form.level and event == "map_key"):
            deepest = max(deepest, level - form.level)
            if deepest <= DEEPEST_JSON:
                builder.event(event, value)
            if level == form.level and step <= 0:
                yield builder.value if deepest <= DEEPEST_JSON else None
                deepest, builder = 0, ijson.ObjectBuilder()
        if form.key and level == 1 and event == "map_key":
            key = str(value)
        level += max(step, 0)


def _opened(path: Path, name: str) -> IO[bytes]:
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise too_much(name, f"{LARGEST_FILE // 10**6} MB")
        file = path.open("rb")
    except OSError as error:
        raise feed_unreadable(name, "JSON", error.strerror or "it cannot be opened") from None
    if file.read(3) != codecs.BOM_UTF8:
        file.seek(0)
    return file


@contextmanager
def _told(path: Path, name: str) -> Iterator[None]:
    """Turn errors of the JSON reader into problems with places."""
    import ijson

    try:
        yield
    except (ijson.JSONError, ArithmeticError, ValueError, RecursionError):
        line, column = _where(path)
        raise feed_unreadable(name, "JSON", "it breaks off, or a sign is missing or too many", line, column) from None


def _where(path: Path) -> tuple[int, int]:
    """The line and column where a file stops being JSON, or zeros if finding them would take too long."""
    if path.stat().st_size > _EXPLAINED:
        return 0, 0
    try:
        json.loads(path.read_text(encoding="utf-8-sig"))
    except json.JSONDecodeError as error:
        return error.lineno, error.colno
    except (ValueError, RecursionError):
        pass
    return 0, 0
