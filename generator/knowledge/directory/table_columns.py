"""Convert a service to the cells of one row and back, without loss.

A list has a line for each entry. A record inside the record is one line, `number: 116 123; checked_on: 2026-11-21`.
"""

from __future__ import annotations

import json
import re
from typing import Any

from generator.knowledge.directory.openreferral.filled import filled
from generator.knowledge.model import Service

LINES = frozenset({
    "other_names", "former_ids", "replaced_by", "needs", "audiences", "eligibility", "areas", "reach_through", "referral", "delivery",
    "access", "languages", "care_steps", "severity", "not_confirmed", "guessed",
})  # fmt: skip
"""Fields that are lists of texts, with one line in the cell for each."""

ITEMS = frozenset({"not_for", "phones", "texts", "hours", "locations", "conflicts", "sources", "safety_notes", "also_from"})
"""Fields that are lists of records, with one line in the cell for each."""

SAFETY = {"hide_address": "hide_address", "leave_fast": "leave_fast", "safety_notes": "notes"}
"""Columns whose fields are under `safety` in the record."""

SAFETY_DECISIONS = ("hide_address", "leave_fast")
"""Columns of a decision on safety, which no empty cell undoes."""

EXPORTED_FROM = "exported_from"
"""The column with the site that a table comes from. Unless that is this site, nothing in the table counts as checked."""

AS_EXPORTED = "as_exported"
"""The last column of our own export: a mark of each field, so that an import knows which cells somebody edited."""

LOOK_AT = "look_at"
"""The column of a review queue that says why to look at a service. An import reads nothing from it."""

DONE_ON, DONE_BY = "done_on", "done_by"
"""The columns of a review queue in which people write the day on which they checked a service with its provider, and who did."""

WHOLE = frozenset({"min_age", "max_age"})
_YES_NO = frozenset({"hide_address", "leave_fast", "closed_on_bank_holidays", "term_time", "by_appointment"})
_LISTED = frozenset({"days", "instead", "week"})
_NUMBERS = frozenset({"every", "week"})
"""Keys of hours that are whole numbers."""
_WORDS = {"true": True, "yes": True, "false": False, "no": False}
_PAIR = re.compile(r'\s*([A-Za-z_]+)\s*:\s*("(?:[^"\\]|\\.)*"|[^;]*)\s*(?:;|$)')


class NotACell(ValueError):
    """A cell that cannot be read. Its text says why."""


def columns() -> list[str]:
    """The columns of a table, in the order of the record."""
    found: list[str] = []
    for name in Service.model_fields:
        found += list(SAFETY) if name == "safety" else [name]
    return [*found, EXPORTED_FROM]


def cells(values: dict[str, Any], site: str) -> dict[str, str]:
    """The cells of a record, given as JSON values. Missing fields become empty cells."""
    flat = {**values, **{column: values.get("safety", {}).get(field) for column, field in SAFETY.items()}, EXPORTED_FROM: site}
    return {column: "" if flat.get(column) is None else _cell(column, flat[column]) for column in columns()}


def _cell(column: str, value: Any) -> str:
    if column in LINES:
        return "\n".join(map(str, value))
    if column in ITEMS:
        return items(value)
    if isinstance(value, dict):
        return _item(value)
    return _plain(value)


def _plain(value: Any) -> str:
    return ("true" if value else "false") if isinstance(value, bool) else str(value)


def items(records: list[dict[str, Any]]) -> str:
    """A cell with a line for each record."""
    return "\n".join(map(_item, records))


def _item(values: dict[str, Any]) -> str:
    """A record on one line."""
    return "; ".join(
        f"{key}: {_quoted(', '.join(map(str, value)) if isinstance(value, list) else _plain(value))}" for key, value in values.items()
    )


def _quoted(text: str) -> str:
    """A text that can be told from what stands around it: where it might not be, in double quotes, as in JSON."""
    return json.dumps(text, ensure_ascii=False) if ";" in text or text.startswith('"') else text


def values(row: dict[str, str]) -> dict[str, Any]:
    """The JSON values of a row's cells, without what is empty. Raises NotACell."""
    found: dict[str, Any] = {}
    for column, text in row.items():
        value = _value(column, text.replace("\r\n", "\n").strip())
        if column in SAFETY:
            found.setdefault("safety", {})[SAFETY[column]] = value
        elif column != EXPORTED_FROM:
            found[column] = value
    kept = filled(found)
    return {key: value for key, value in kept.items() if value != {}}


def _value(column: str, text: str) -> Any:
    if not text:
        return None
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    if column in LINES:
        return [_whole(column, line) for line in lines] if column == "care_steps" else lines
    if column in ITEMS:
        return [_record(column, line) for line in lines]
    if column == "came_from":
        return _record(column, text)
    if column in _YES_NO:
        return _yes_no(column, text)
    return _whole(column, text) if column in WHOLE else text


def _whole(column: str, text: str, form: str = r"[0-9]{1,9}") -> int:
    if not re.fullmatch(form, text):
        raise NotACell(f"‘{column}’ must be a whole number, but is ‘{text[:60]}’")
    return int(text)


def _yes_no(column: str, text: str) -> bool:
    if text.lower() not in _WORDS:
        raise NotACell(f"‘{column}’ must be true or false, but is ‘{text[:60]}’")
    return _WORDS[text.lower()]


def _record(column: str, line: str) -> dict[str, Any]:
    found: dict[str, Any] = {}
    at = 0
    while at < len(line):
        pair = _PAIR.match(line, at)
        if not pair:
            raise NotACell(f"‘{column}’ must be written as `name: value; name: value`, but has ‘{line[at : at + 60]}’")
        at = pair.end()
        name, text = pair[1].lower(), _unquoted(column, pair[2])
        if name in found:
            raise NotACell(f"‘{column}’ has ‘{name}’ twice in one line. Write a line for each")
        if name == "number":
            text = " ".join(text.split())  # a number copied from a web page has spaces of other kinds
        if column == "hours" and name in _NUMBERS:
            numbers = [_whole(column, part.strip(), r"-?[0-9]{1,2}") for part in text.split(",")]
            found[name] = numbers if name in _LISTED else numbers[0]
        elif name in _LISTED:
            found[name] = [part.strip() for part in text.split(",")]
        else:
            found[name] = _yes_no(name, text) if name in _YES_NO else text
    return found


def _unquoted(column: str, text: str) -> str:
    if not text.startswith('"'):
        return text.strip()
    try:
        return str(json.loads(text))
    except ValueError:
        raise NotACell(f"‘{column}’ has double quotes that do not close: ‘{text[:60]}’") from None


_STARTS_FORMULA = tuple("=+-@\t\r\uff1d\uff0b\uff0d\uff20")
"""What a cell must not begin with: spreadsheets take it for a formula, some the wide forms of these signs too."""


def guarded(text: str) -> str:
    """A cell of a CSV file that no spreadsheet takes for a formula: an apostrophe before it says that it is text."""
    return f"'{text}" if text.startswith((*_STARTS_FORMULA, "'")) else text


def unguarded(text: str) -> str:
    """The same cell as it was."""
    return text[1:] if text[:1] == "'" and text[1:].startswith((*_STARTS_FORMULA, "'")) else text
