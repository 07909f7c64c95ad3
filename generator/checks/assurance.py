"""Checks of review dates in the directory, relative to the day of the build."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date

from generator.checks.walks import numbers_of
from generator.knowledge.directory.visibility import checked_with_provider, last_look, months_later, overdue, withheld
from generator.knowledge.library.library import Library
from generator.knowledge.model import CrisisContacts, Service, Settings
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
            place = library.place(service, field, index, "number")
            source = service.source_of(number.source)
            if bool(number.checked_on) == bool(number.copied_on):
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
    dangerous = {need.id for need in library.needs.values() if need.danger}
    for settings in library.all(Settings).values():
        for service in library.services.values():
            months, because = months_allowed(service, settings, dangerous)
            look = last_look(service)
            latest = months_later(look.seen_on, months)
            if service.review_after > latest:
                place = library.place(service, "review_after")
                read = f"{'checked with the provider' if look.checked_on else 'copied'} on {day(look.seen_on)}"
                yield rule("review-too-far").at(place, read=read, by=day(latest), latest=latest.isoformat(), because=because)


def months_allowed(service: Service, settings: Settings, dangerous: Collection[str]) -> tuple[int, str]:
    """How many months after its last check or copy a service must be reviewed again, and why."""
    terms = settings.review_months
    by_confidence = {"high": terms.high, "medium": terms.medium, "low": terms.low, "unverified": terms.unverified}[service.confidence]
    copied = not checked_with_provider(service) and terms.medium < by_confidence
    if copied:
        by_confidence = terms.medium
    if terms.danger < by_confidence and any(need in dangerous for need in service.needs):
        return terms.danger, f"One of its needs can mean danger, which allows {terms.danger} months."
    if copied:
        return by_confidence, f"It was not checked with the provider, which allows {by_confidence} months."
    return by_confidence, f"Its confidence is {service.confidence}, which allows {by_confidence} months."
