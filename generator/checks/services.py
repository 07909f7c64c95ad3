"""Checks of services: contact details, stated doubts, and consistent fields."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.walks import numbers_of
from generator.knowledge.directory.opening_sense import impossible, overlapping
from generator.knowledge.directory.phone_numbers import real_number
from generator.knowledge.directory.visibility import confirmed
from generator.knowledge.library.library import Library
from generator.knowledge.model import Hours
from generator.problems import Problem, rule

_WAYS = ("phones", "texts", "email", "url", "locations", "reach_through")
"""The fields with contact details of a service."""


def services_can_be_reached(library: Library) -> Iterator[Problem]:
    """Every service that is not closed has contact details."""
    for service in library.services.values():
        if service.status != "closed" and not any(getattr(service, way) for way in _WAYS):
            yield rule("service-unreachable").at(library.place(service, "name"), name=service.name)


def doubts_explained(library: Library) -> Iterator[Problem]:
    """A record whose confidence is low or unverified says what to check."""
    for service in library.services.values():
        if not confirmed(service) and not service.not_confirmed:
            confidence = "of low confidence" if service.confidence == "low" else service.confidence
            yield rule("not-confirmed-unsaid").at(library.place(service, "confidence"), confidence=confidence)


def former_ids_free(library: Library) -> Iterator[Problem]:
    """No former id of a service is an id or a former id of another, and its first id is one of them."""
    owners = {name: name for name in library.services}
    for service in library.services.values():
        for index, name in enumerate(service.former_ids):
            if owners.setdefault(name, service.id) != service.id or name == service.id:
                yield rule("former-id-taken").at(library.place(service, "former_ids", index), id=name, other=owners[name])
        if service.first_id and service.first_id not in service.former_ids:
            yield rule("first-id-not-former").at(library.place(service, "first_id"), id=service.first_id)


def numbers_real(library: Library) -> Iterator[Problem]:
    """Every number is a valid United Kingdom number."""
    for service in library.services.values():
        for field, index, number in numbers_of(service):
            if not real_number(number.number):
                yield rule("number-invalid").at(library.place(service, field, index, "number"), number=number.number)


def hours_possible(library: Library) -> Iterator[Problem]:
    """Opening and closing times differ, and no service opens at 24:00."""
    for service in library.services.values():
        for index, row in enumerate(service.hours):
            if impossible(row.opens, row.closes):
                place = library.place(service, "hours", index, "opens")
                yield rule("hours-impossible").at(place, opens=row.opens, closes=row.closes or "an unknown time")


def hours_apart(library: Library) -> Iterator[Problem]:
    """No two rows of hours hold at the same time, unless their labels say that they are of different things."""
    for service in library.services.values():
        for later, first in overlapping(service.hours):
            place = library.place(service, "hours", later, "opens")
            yield rule("hours-overlap").at(place, row=later + 1, other=first + 1)


def hours_recur(library: Library) -> Iterator[Problem]:
    """Hours that are not every week say enough to tell on which days they are."""
    for service in library.services.values():
        for index, row in enumerate(service.hours):
            reason = unclear(row)
            if reason:
                yield rule("hours-unclear").at(library.place(service, "hours", index, "days"), reason=reason)


def unclear(row: Hours) -> str:
    """Why no one can tell on which days a row holds, or ""."""
    if row.every and not row.begins:
        return f"`every: {row.every}` does not say from which week"
    if row.every and row.week:
        return "It has both `every` and `week`"
    if row.begins and row.until and row.until < row.begins:
        return f"It ends on {row.until.isoformat()}, before it begins on {row.begins.isoformat()}"
    return ""


def ages_in_order(library: Library) -> Iterator[Problem]:
    """The youngest age is not above the oldest."""
    for service in library.services.values():
        least, most = service.min_age, service.max_age
        if least is not None and most is not None and least > most:
            yield rule("ages-upside-down").at(library.place(service, "min_age"), least=least, most=most)


ONLY_WITH = {"closed_on": "closed", "replaced_by": "closed", "paused_until": "paused"}
"""Fields that are allowed with one status only."""


def status_clear(library: Library) -> Iterator[Problem]:
    """The status fits the dates, and the page of a closed service says what replaces it."""
    for service in library.services.values():
        for field, status in ONLY_WITH.items():
            if getattr(service, field) and service.status != status:
                place = library.place(service, field)
                yield rule("status-unclear").at(place, status=service.status, field=field, other=status)
        if service.status == "closed" and not (service.replaced_by or service.alert):
            yield rule("closed-unexplained").at(library.place(service, "status"), name=service.name)
