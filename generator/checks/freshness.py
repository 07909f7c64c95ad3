"""Checks of review dates and of dates of checks. The day is an argument, so that no check reads the clock."""

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
"""Months after which the check of a law or a figure counts as overdue: our own rule."""

Reviewed = Timeline | Cohort | Navigator | Planning | RoleProfile | Ladder

REVIEWED: tuple[type[Reviewed], ...] = (Timeline, Cohort, Navigator, Planning, RoleProfile, Ladder)
"""Kinds of record of the knowledge base that have a review date."""


def reviews_overdue(library: Library, today: date) -> Iterator[Problem]:
    """Roles past their review date."""
    for role in library.roles.values():
        if role.review_by < today:
            yield rule("review-overdue").at(library.place(role, "review_by"), due=day(role.review_by))


def background_overdue(library: Library, today: date) -> Iterator[Problem]:
    """Records of the knowledge base past their review date, and service models not checked for a year."""
    for model in REVIEWED:
        for record in library.all(model).values():
            if record.review_by < today:
                yield rule("review-overdue").at(library.place(record, "review_by"), due=day(record.review_by))
    for service_model in library.all(ServiceModel).values():
        if service_model.status != "historic" and _months(service_model.checked_on, today) > OLD:
            place = library.place(service_model, "checked_on")
            yield rule("check-overdue").at(place, checked=day(service_model.checked_on), months=OLD)


def checks_overdue(library: Library, today: date) -> Iterator[Problem]:
    """Clauses whose law has not been checked for a year."""
    for clause in library.clauses.values():
        if _months(clause.checked_on, today) > OLD:
            yield rule("check-overdue").at(library.place(clause, "checked_on"), checked=day(clause.checked_on), months=OLD)


def crisis_overdue(library: Library, today: date) -> Iterator[Problem]:
    """Crisis contacts not checked for longer than the settings allow for needs that can mean danger. They are still shown."""
    months = crisis_months(library)
    for crisis in library.all(CrisisContacts).values():
        for index, contact in enumerate(crisis.contacts):
            if _months(contact.checked_on, today) > months:
                place = library.place(crisis, "contacts", index, "checked_on")
                yield rule("crisis-overdue").at(place, name=contact.name, checked=day(contact.checked_on), months=months)


def crisis_months(library: Library) -> int:
    """Months after which a crisis number must be checked again: the same as for services for people in danger."""
    return next((settings.review_months for settings in library.all(Settings).values()), ReviewMonths()).danger


def _months(start: date, end: date) -> int:
    """Whole months from one day to another."""
    return (end.year - start.year) * 12 + end.month - start.month - (end.day < start.day)
