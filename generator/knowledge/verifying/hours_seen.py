"""Whether the hours on a page are ours."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.knowledge.directory.importing.opening_text import opening_rows
from generator.knowledge.model import Hours

_DAY = re.compile(r"\b(?:mon|tue|wed|thu|fri|sat|sun|weekdays|daily|every day)", re.IGNORECASE)
_DAYS_ALONE = re.compile(
    rf"(?m)^((?:{_DAY.pattern})[^\d\n]{{0,40}})\n(?:(?!closed|{_DAY.pattern[2:]})[^\d\n]{{1,40}}\n)?(?=\d)", re.IGNORECASE
)
"""Days in a cell of a table, and the times in the next or, after the name of a group, in the one after it."""

_DASH_OF_SPAN = re.compile(r"\s(?:[-–—])\s")
_NUMBER = re.compile(r"\(?\b0\d{2,4}\)?(?:[ -]?\d){6,8}\b")
"""A phone number beside hours."""

_CLOCK_END = re.compile(r".*(?:\d ?[ap]\.?m\b|\d[:.]\d\d|noon|midday|midnight|\d)", re.IGNORECASE)
"""Up to the last time in a text, where words follow it: `Wednesday, 2pm to 4pm in the hall`."""

SeenHours = tuple[frozenset[str], object, object]
"""Days, and when it opens and closes on them."""


def other_hours(body: str, whole: str, hours: Sequence[Hours]) -> str:
    """Hours on the page, if they are not ours. What the body of the page says comes before what stands in its footer."""
    if not hours or not all(row.weekly for row in hours):
        return ""
    said = list(_hours_in(body)) or list(_hours_in(whole))
    ours = {(frozenset(row.days), row.opens, row.closes) for row in hours}
    rows = {row for _, some in said for row in some}
    return said[0][0] if said and not ours & (rows | _days_joined(rows)) else ""


def _hours_in(text: str) -> Iterator[tuple[str, list[SeenHours]]]:
    """Each piece of a page that says hours, with what it says."""
    for line in _DAYS_ALONE.sub(r"\1 ", text).split("\n"):
        for piece in re.split(r"\.(?=\s|$)|[;()]", line):
            if found := _DAY.search(piece):
                said = _DASH_OF_SPAN.sub("-", _NUMBER.sub(" ", piece[found.start() :])).strip(" :,")
                rows = opening_rows(said)
                if not rows and (clock := _CLOCK_END.match(said)):
                    rows = opening_rows(clock[0])
                if rows:
                    yield piece.strip(), [(frozenset(row["days"]), row["opens"], row["closes"]) for row in rows]


def _days_joined(rows: set[SeenHours]) -> set[SeenHours]:
    """Rows of one day each, as tables write them, as one row where their times are the same."""
    return {
        (frozenset().union(*(days for days, *times in rows if times == [opens, closes])), opens, closes) for _, opens, closes in rows
    }  # fmt: skip
