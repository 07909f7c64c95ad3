"""Hashes of each field as the feed had it and as it was imported, to tell local changes from changes of the feed."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

_OF_THE_DAY = frozenset({"read_on", "checked_on", "copied_on"})
"""Dates that only say when a file was read."""

_LENGTH = 8
"""Hexadecimal figures of a mark: one in four thousand million changes would be missed."""

_MARK = re.compile(r"([a-z_]+)=([0-9a-f]*)\.([0-9a-f]*)")


def digest(value: object) -> str:
    """A long mark of a value: the same for the same value."""
    return hashlib.sha256(json.dumps(value, sort_keys=True).encode()).hexdigest()


def field_mark(value: object) -> str:
    """A mark of a value: the same for the same value, on any day. Nothing has an empty one."""
    return exact(undated(value))


def undated(value: Any) -> Any:
    """A value without the days on which a file was read."""
    if isinstance(value, dict):
        return {key: undated(inner) for key, inner in value.items() if key not in _OF_THE_DAY}
    return [undated(inner) for inner in value] if isinstance(value, list) else value


@dataclass(frozen=True)
class FieldMark:
    """What an import met in one field."""

    there: str
    """What the feed said."""
    here: str
    """What came in: without what the import left out, and with its day and source."""


def marks_in(text: str | None) -> dict[str, FieldMark]:
    """Marks as a record keeps them."""
    return {found[1]: FieldMark(found[2], found[3]) for found in _MARK.finditer(text or "")}


def marks_text(marks: Mapping[str, FieldMark]) -> str:
    """Marks as a record keeps them: `name=0a1b2c3d.0a1b2c3d url=…`."""
    return " ".join(f"{name}={one.there}.{one.here}" for name, one in marks.items() if one.there or one.here)


def exact(value: object) -> str:
    """A mark of a value with its days, as an exported table has it."""
    if value in (None, "", [], {}):
        return ""
    return digest(value)[:_LENGTH]


def table_marks(values: Mapping[str, Any]) -> str:
    """Marks of the fields of a record as they are exported, so that a later import knows which of them were edited."""
    return " ".join(f"{name}={mark}." for name, value in values.items() if (mark := exact(value)))


def exported_marks(text: str, fields: Iterable[str]) -> dict[str, str]:
    """The mark of each field as it was exported. A field without one was empty."""
    found = marks_in(text)
    return {name: found[name].there if name in found else "" for name in fields}
