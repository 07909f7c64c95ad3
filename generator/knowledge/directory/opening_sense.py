"""Whether rows of opening hours can be true: no row that opens when it closes, and no two that hold at the same time.

`templates/browser/text/opening-sense.js` does the same with what readers type.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from generator.knowledge.model.contact_points import Hours
from generator.knowledge.model.labels import WEEKDAYS

_DAY = 24 * 60
"""Minutes."""


def impossible(opens: str, closes: str | None) -> bool:
    """Whether no place can open and close at these times. A whole day is `00:00` to `24:00`."""
    return opens in (closes, "24:00")


def overlapping(rows: Sequence[Hours]) -> Iterator[tuple[int, int]]:
    """The positions of each two rows that hold at the same time, the later one first. Rows with different labels say different things."""
    for (first, one), (second, other) in combinations(enumerate(rows), 2):
        if _alike(one) == _alike(other) and _same_weeks(one, other) and _meet(one, other):
            yield second, first


def _alike(row: Hours) -> tuple[object, ...]:
    """What rows have in common that speak of the same."""
    counted_from = row.begins if row.every else None
    return (row.label, row.term_time, row.by_appointment, row.every, tuple(row.week), counted_from)


def _same_weeks(one: Hours, other: Hours) -> bool:
    """Whether both hold on some day, by their first and last days."""
    return not (
        (one.until and other.begins and one.until < other.begins) or (other.until and one.begins and other.until < one.begins)
    )


def _meet(one: Hours, other: Hours) -> bool:
    return any(a < d and c < b for a, b in _minutes(one) for c, d in _minutes(other))


def _minutes(row: Hours) -> Iterator[tuple[int, int]]:
    """From when to when it is open, in minutes of the week. After Sunday’s midnight it is Monday."""
    if not row.closes or impossible(row.opens, row.closes):
        return
    opens, closes = (int(clock[:2]) * 60 + int(clock[3:]) for clock in (row.opens, row.closes))
    for day in row.days:
        start = WEEKDAYS.index(day) * _DAY + opens
        end = start + closes - opens + (_DAY if closes < opens else 0)
        yield start, min(end, 7 * _DAY)
        if end > 7 * _DAY:
            yield 0, end - 7 * _DAY
