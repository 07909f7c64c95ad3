"""What may be shown of a service: asked here by pages, search, feed and handout alike, so that all give one answer."""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from functools import cache

from generator.knowledge.model import Location, Service, ServiceSource, Telephone, TextNumber

CONFIRMED = frozenset({"high", "medium"})
"""The confidence that a number needs to be shown as fit to call."""

WITHHELD_AFTER = 12
"""Months after its review date that a service is withheld, unless the settings say otherwise: our own rule."""


def confirmed(service: Service) -> bool:
    """Whether the record as a whole may be given out. Otherwise its page says what to check first."""
    return service.confidence in CONFIRMED


def shown_number(service: Service, number: Telephone | TextNumber) -> bool:
    """Whether a number may be shown. The weaker of the record's confidence and the number's own decides."""
    sure = service.confidence in CONFIRMED and (number.confidence or service.confidence) in CONFIRMED
    return sure and service.status != "closed"


def shown_phones(service: Service) -> list[Telephone]:
    """The numbers to call that may be shown, the main one first."""
    return [phone for phone in service.phones if shown_number(service, phone)]


def shown_texts(service: Service) -> list[TextNumber]:
    """The numbers to text that may be shown."""
    return [text for text in service.texts if shown_number(service, text)]


def shown_locations(service: Service) -> list[Location]:
    """The places that may be shown: none where the service hides its address, and none of a closed one."""
    return [] if service.safety.hide_address or service.status == "closed" else service.locations


_UNLESS_CLOSED: dict[str, object] = {
    "phones": [], "texts": [], "email": None, "url": None, "hours": [], "hours_note": None, "referral": [], "how_to_refer": None,
    "cost": None, "cost_note": None, "delivery": [], "locations": [], "access": [], "assured_on": None, "assured_by": None,
}  # fmt: skip
"""What says how to use a service: nothing of it holds for one that is closed."""

_UNLESS_DOUBTED = {name: value for name, value in _UNLESS_CLOSED.items() if name != "url"}
"""The same for one that nobody has confirmed. Its web page stays: there people can check."""


def as_fact(service: Service) -> Service:
    """The service with no more in it than anyone may take for a fact: for readers who see no warning, such as other programs."""
    shown: dict[str, object] = {
        "phones": shown_phones(service),
        "texts": shown_texts(service),
        "locations": shown_locations(service),
        "conflicts": [],
    }
    if service.status == "closed":
        shown |= _UNLESS_CLOSED
    elif not confirmed(service):
        shown |= _UNLESS_DOUBTED
    return service.model_copy(update=shown)


def overdue(service: Service, today: date) -> bool:
    """Whether somebody should have gone through the record by now."""
    return service.review_after < today


def withheld(service: Service, today: date, after_months: int = WITHHELD_AFTER) -> bool:
    """Whether the record is so long overdue that no list may show it."""
    return months_later(service.review_after, after_months) < today


def listed(service: Service, today: date, after_months: int = WITHHELD_AFTER) -> bool:
    """Whether lists, search and feed may show the service. A paused one is shown, and says that it is."""
    return service.status != "closed" and not withheld(service, today, after_months)


def newest_source(service: Service) -> ServiceSource:
    """The source that somebody read last; of several on one day, the first in the record."""
    return max(service.sources, key=lambda source: source.read_on)


@cache  # of thousands of services, many are reviewed on the same day
def months_later(day: date, months: int) -> date:
    """The day so many months on, or the last of its month where there is no such day."""
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
