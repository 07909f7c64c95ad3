"""Checks of review dates in the directory, relative to the day of the build."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.checks.walks import numbers_of
from generator.knowledge.directory.reviews import months_allowed
from generator.knowledge.directory.visibility import checked_with_provider, last_look, months_later, overdue, withheld
from generator.knowledge.library.library import Library
from generator.knowledge.model import CrisisContacts, Settings
from generator.knowledge.text.formatting import day
from generator.problems import Problem, rule

_OLD = 12
"""Months after which the check of a phone number counts as overdue: our own rule."""


def services_overdue(library: Library, today: date) -> Iterator[Problem]:
    """Services past their review date. Those long past it are withheld."""
    for service in library.services.values():
        if overdue(service, today):
            code = "service-withheld" if withheld(service, library, today) else "review-overdue"
            yield rule(code).at(library.place(service, "review_after"), due=day(service.review_after))


def numbers_old(library: Library, today: date) -> Iterator[Problem]:
    """Numbers not checked with their provider for a year, and copies older than a medium record may be."""
    months = library.review_months.medium
    for service in library.services.values():
        for field, index, number in numbers_of(service):
            if number.checked_on and months_later(number.checked_on, _OLD) < today:
                place = library.place(service, field, index, "checked_on")
                yield rule("number-overdue").at(place, checked=day(number.checked_on), months=_OLD)
            elif number.copied_on and months_later(number.copied_on, months) < today:
                place = library.place(service, field, index, "copied_on")
                yield rule("copy-overdue").at(place, copied=day(number.copied_on), months=months)


def days_clear(library: Library) -> Iterator[Problem]:
    """Every number was either checked with the provider or copied, and says which; so does every crisis contact."""
    for service in library.services.values():
        for field, index, number in numbers_of(service):
            source = service.source_of(number.source)
            if bool(number.checked_on) == bool(number.copied_on):
                place = library.place(service, field, index, "number")  # asked for only here: it may have to read the file
                yield rule("checked-or-copied").at(place, number=number.number, both="both" if number.checked_on else "neither")
            elif number.checked_on and source and source.kind != "provider":
                at = library.place(service, field, index, "checked_on")
                yield rule("checked-without-provider").at(at, number=number.number, source=source.title)
        if service.assured_on and not checked_with_provider(service):
            yield rule("assured-on-a-copy").at(library.place(service, "assured_on"), name=service.name)
    for crisis in library.all(CrisisContacts).values():
        for index, contact in enumerate(crisis.contacts):
            if bool(contact.checked_on) == bool(contact.copied_on):
                place = library.place(crisis, "contacts", index, "number")
                yield rule("checked-or-copied").at(place, number=contact.number, both="both" if contact.checked_on else "neither")


def reviews_in_reach(library: Library) -> Iterator[Problem]:
    """No review date is later after the last check, or the last copy, than the settings allow."""
    for settings in library.all(Settings).values():
        for service in library.services.values():
            months, because = months_allowed(service, settings.review_months, library.dangerous_needs)
            look = last_look(service)
            latest = months_later(look.seen_on, months)
            if service.review_after > latest:
                place = library.place(service, "review_after")
                read = f"{'checked with the provider' if look.checked_on else 'copied'} on {day(look.seen_on)}"
                yield rule("review-too-far").at(place, read=read, by=day(latest), latest=latest.isoformat(), because=because)
