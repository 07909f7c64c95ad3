"""Cells of our own export that people filled in their own way: titles in place of ids, and a number without its day and source."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any

from generator.knowledge.directory.importing.contact_text import calls_in
from generator.knowledge.directory.importing.notes import Notes
from generator.knowledge.directory.importing.words import Vocabulary
from generator.knowledge.directory.phone_numbers import dialled
from generator.knowledge.directory.table_columns import DONE_BY, DONE_ON, items
from generator.knowledge.model import Service

_ENTRY = re.compile(r"[\n;]")


def ids_for_titles(row: Mapping[str, str], vocabulary: Vocabulary) -> dict[str, str]:
    """A row with the id of each need, audience and area that somebody wrote by its title. What is neither stays, and is told."""
    library = vocabulary.library
    known: dict[str, tuple[Mapping[str, Any], Callable[[Iterable[str]], list[str]]]] = {
        "needs": (library.needs, vocabulary.needs),
        "audiences": (library.audiences, vocabulary.audiences),
        "areas": (library.areas, vocabulary.areas),
    }
    found = dict(row)
    for column, (ids, match) in known.items():
        if text := row.get(column, "").strip():
            found[column] = "\n".join(one for entry in _ENTRY.split(text) for one in _ids(entry.strip(), ids, match) if one)
    return found


def _ids(entry: str, ids: Mapping[str, Any], match: Callable[[Iterable[str]], list[str]]) -> list[str]:
    """The ids of an entry: of the whole, since titles have commas, or else of each part between commas."""
    if entry in ids:
        return [entry]
    if one := match([entry]):
        return one[:1]
    parts = [part.strip() for part in entry.split(",")]
    return [entry] if len(parts) == 1 else [one for part in parts for one in _ids(part, ids, match)]


def with_numbers(text: str, field: str, before: Service | None, beside: Mapping[str, str]) -> str:
    """A cell of numbers as our export has it, where somebody typed a number alone and all else of it is certain.

    It is where the record has that number already, and where the row says who checked the service with its provider, and when.
    """
    if before is None or "number" in text.lower():
        return text
    own = next((source.id for source in before.sources if source.kind == "provider"), "")
    checked = {"checked_on": beside.get(DONE_ON, "").strip(), "source": own} if own and _done(beside) else {}
    there = {dialled(one.number): one.model_dump(mode="json", exclude_defaults=True) for one in getattr(before, field)}
    read: list[dict[str, Any]] = []
    for line in filter(None, (line.strip() for line in text.split("\n"))):
        notes = Notes()
        calls = [one for some in calls_in(line, notes, kind="text" if field == "texts" else "").values() for one in some]
        kept = there.get(dialled(calls[0]["number"])) if len(calls) == 1 else None
        if len(calls) != 1 or [*notes.all_left()] or not (kept or checked):
            return text
        said = {name: value for name, value in calls[0].items() if value and name in ("label", "word", "number")}
        read.append({**kept, **{name: said[name] for name in said if name != "number"}} if kept else {**said, **checked})
    return items(read) if read else text


def _done(beside: Mapping[str, str]) -> bool:
    """Whether a row says who checked the service, and on which day."""
    try:
        date.fromisoformat(beside.get(DONE_ON, "").strip())
    except ValueError:
        return False
    return bool(beside.get(DONE_BY, "").strip())
