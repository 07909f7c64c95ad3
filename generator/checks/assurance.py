"""Checks of review dates in the directory, relative to the day of the build."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date

from generator.knowledge.directory.visibility import months_later, newest_source, overdue, withheld
from generator.knowledge.library.library import Library
from generator.knowledge.model import Service, Settings
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
    """Numbers not compared with their source for a year."""
    for service in library.services.values():
        for field, numbers in (("phones", service.phones), ("texts", service.texts)):
            for index, number in enumerate(numbers):
                if months_later(number.checked_on, _OLD) < today:
                    place = library.place(service, field, index, "checked_on")
                    yield rule("check-overdue").at(place, checked=day(number.checked_on), months=_OLD)


def reviews_in_reach(library: Library) -> Iterator[Problem]:
    """No review date is later after the last review than the settings allow."""
    dangerous = {need.id for need in library.needs.values() if need.danger}
    for settings in library.all(Settings).values():
        for service in library.services.values():
            months, because = months_allowed(service, settings, dangerous)
            read = newest_source(service).read_on
            latest = months_later(read, months)
            if service.review_after > latest:
                place = library.place(service, "review_after")
                yield rule("review-too-far").at(place, read=day(read), by=day(latest), latest=latest.isoformat(), because=because)


def months_allowed(service: Service, settings: Settings, dangerous: Collection[str]) -> tuple[int, str]:
    """How many months after its last review a service must be reviewed again, and why."""
    terms = settings.review_months
    by_confidence = {"high": terms.high, "medium": terms.medium, "low": terms.low, "unverified": terms.unverified}[service.confidence]
    if terms.danger < by_confidence and any(need in dangerous for need in service.needs):
        return terms.danger, f"One of its needs can mean danger, which allows {terms.danger} months."
    return by_confidence, f"Its confidence is {service.confidence}, which allows {by_confidence} months."
