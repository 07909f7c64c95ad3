"""Checks of review dates and of dates of checks. The day is an argument, so that no check reads the clock."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.knowledge.library.library import Library
from generator.knowledge.model import CrisisContacts, Identified
from generator.knowledge.model.kinds import KINDS
from generator.knowledge.text.formatting import day
from generator.problems import Problem, rule

OLD = 12
"""Months after which the check of a law or a figure counts as overdue: our own rule."""


def reviews_overdue(library: Library, today: date) -> Iterator[Problem]:
    """Records past their review date, or not checked for a year. A historic record never is."""
    for kind in KINDS:
        for record in library.all(kind.model).values() if kind.review else ():
            if getattr(record, "status", "") != "historic":
                yield from _overdue(library, record, kind.review, today)


def _overdue(library: Library, record: Identified, field: str, today: date) -> Iterator[Problem]:
    found: date = getattr(record, field)
    if field == "review_by" and found < today:
        yield rule("review-overdue").at(library.place(record, field), due=day(found))
    if field == "checked_on" and _months(found, today) > OLD:
        yield rule("check-overdue").at(library.place(record, field), checked=day(found), months=OLD)


def crisis_overdue(library: Library, today: date) -> Iterator[Problem]:
    """Crisis contacts not checked for longer than the settings allow for needs that can mean danger. They are still shown."""
    months = crisis_months(library)
    for crisis in library.all(CrisisContacts).values():
        for index, contact in enumerate(crisis.contacts):
            if contact.seen_on > date.min and _months(contact.seen_on, today) > months:
                done = "last checked" if contact.checked_on else "copied, and not checked with the provider,"
                place = library.place(crisis, "contacts", index, "checked_on" if contact.checked_on else "copied_on")
                yield rule("crisis-overdue").at(place, name=contact.name, done=done, day=day(contact.seen_on), months=months)


def crisis_months(library: Library) -> int:
    """Months after which a crisis number must be checked again: the same as for services for people in danger."""
    return library.review_months.danger


def _months(start: date, end: date) -> int:
    """Whole months from one day to another."""
    return (end.year - start.year) * 12 + end.month - start.month - (end.day < start.day)
