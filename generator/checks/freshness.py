"""What is past its date. Counted from the day the build is given, never from a clock in a rule."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.knowledge.library.library import Library
from generator.knowledge.model import CrisisContacts, ServiceModel, Settings
from generator.knowledge.model.evidence import ReviewMonths
from generator.knowledge.model.navigation import Cohort, Navigator
from generator.knowledge.model.planning import Planning
from generator.knowledge.model.profiles import Ladder, RoleProfile
from generator.knowledge.model.timelines import Timeline
from generator.knowledge.text.formatting import day
from generator.problems import Problem, rule

OLD = 12
"""Months after which law and numbers that nobody has checked count as old: our own rule."""

Reviewed = Timeline | Cohort | Navigator | Planning | RoleProfile | Ladder

REVIEWED: tuple[type[Reviewed], ...] = (Timeline, Cohort, Navigator, Planning, RoleProfile, Ladder)
"""Kinds of the knowledge base that say by when somebody must go through them again."""


def reviews_overdue(library: Library, today: date) -> Iterator[Problem]:
    """Roles past the day on which somebody must read them again."""
    for role in library.roles.values():
        if role.review_by < today:
            yield rule("review-overdue").at(library.place(role, "review_by"), due=day(role.review_by))


def background_overdue(library: Library, today: date) -> Iterator[Problem]:
    """Records of the knowledge base past the day on which somebody must go through them again."""
    for model in REVIEWED:
        for record in library.all(model).values():
            if record.review_by < today:
                yield rule("review-overdue").at(library.place(record, "review_by"), due=day(record.review_by))
    for found in library.all(ServiceModel).values():
        if found.status != "historic" and _months(found.checked_on, today) > OLD:
            yield rule("check-overdue").at(library.place(found, "checked_on"), checked=day(found.checked_on), months=OLD)


def checks_overdue(library: Library, today: date) -> Iterator[Problem]:
    """Clauses whose law nobody has checked for a year."""
    for clause in library.clauses.values():
        if _months(clause.checked_on, today) > OLD:
            yield rule("check-overdue").at(library.place(clause, "checked_on"), checked=day(clause.checked_on), months=OLD)


def crisis_overdue(library: Library, today: date) -> Iterator[Problem]:
    """Crisis contacts that nobody has checked for as long as a need with danger in it allows. They are shown all the same."""
    months = crisis_months(library)
    for crisis in library.all(CrisisContacts).values():
        for index, contact in enumerate(crisis.contacts):
            if _months(contact.checked_on, today) > months:
                place = library.place(crisis, "contacts", index, "checked_on")
                yield rule("crisis-overdue").at(place, name=contact.name, checked=day(contact.checked_on), months=months)


def crisis_months(library: Library) -> int:
    """The months after which somebody must check a crisis number again: as many as a service for people in danger has."""
    return next((settings.review_months for settings in library.all(Settings).values()), ReviewMonths()).danger


def _months(start: date, end: date) -> int:
    """Whole months from one day to another."""
    return (end.year - start.year) * 12 + end.month - start.month - (end.day < start.day)
