"""What may be shown of a service. Pages, search, feed and handout all use these functions, so that they agree."""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from functools import cache

from generator.knowledge.directory.phone_numbers import NATIONAL, dialled
from generator.knowledge.library.library import Library
from generator.knowledge.model import (
    Conflict,
    CrisisContact,
    CrisisContacts,
    Hours,
    Location,
    Service,
    ServiceSource,
    Settings,
    Telephone,
    TextNumber,
)
from generator.knowledge.model.words import Seen

CONFIRMED = frozenset({"high", "medium"})
"""The levels of confidence at which a number is shown."""

WITHHELD_AFTER = 12
"""Default number of months after its review date at which a service is withheld: our own rule."""


def confirmed(service: Service) -> bool:
    """Whether the record as a whole counts as confirmed. Otherwise its page says what to check first."""
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
    """The locations that may be shown: none if the service hides its address, is not confirmed, or is closed."""
    return service.locations if confirmed(service) and service.status != "closed" and not service.safety.hide_address else []


def shown_hours(service: Service) -> list[Hours]:
    """The opening hours that may be shown. As with numbers, none if the record is not confirmed."""
    return service.hours if confirmed(service) and service.status != "closed" else []


def shown_conflicts(service: Service) -> list[Conflict]:
    """The conflicts between sources that may be shown. None if the record is not confirmed."""
    return service.conflicts if confirmed(service) else []


_UNLESS_CLOSED: dict[str, object] = {
    "phones": [], "texts": [], "email": None, "url": None, "hours": [], "hours_note": None, "referral": [], "how_to_refer": None,
    "cost": None, "cost_note": None, "delivery": [], "locations": [], "access": [], "assured_on": None, "assured_by": None,
}  # fmt: skip
"""Fields on how to use a service, which are hidden for a closed one."""

_UNLESS_DOUBTED = {name: value for name, value in _UNLESS_CLOSED.items() if name != "url"}
"""Fields hidden for an unconfirmed service. Its web page is shown, so that people can check there."""


def as_fact(service: Service) -> Service:
    """The service with confirmed details only, for readers who see no warnings, such as other programs."""
    shown: dict[str, object] = {
        "phones": shown_phones(service),
        "texts": shown_texts(service),
        "locations": shown_locations(service),
        "conflicts": [],
        **{name: [] for name in service.guessed},
    }
    if not checked_with_provider(service):
        shown |= {"assured_on": None, "assured_by": None}
    if service.status == "closed":
        shown |= _UNLESS_CLOSED
    elif not confirmed(service):
        shown |= _UNLESS_DOUBTED
    return service.model_copy(update=shown)


def stale_contacts(library: Library, today: date) -> list[CrisisContact]:
    """Crisis contacts not checked for as long as would withhold a service. They are still shown, and pages say how old they are."""
    months = withhold_after(library)
    contacts = [contact for crisis in library.all(CrisisContacts).values() for contact in crisis.contacts]
    return [one for one in contacts if months_later(one.seen_on, months) < today and dialled(one.number) not in NATIONAL]


def contacts_good_until(library: Library) -> date | None:
    """The last day on which no crisis contact is stale. A browser says so too, for a site that nobody builds any more."""
    contacts = [contact for crisis in library.all(CrisisContacts).values() for contact in crisis.contacts]
    seen = [one.seen_on for one in contacts if dialled(one.number) not in NATIONAL]
    return months_later(min(seen), withhold_after(library)) if seen else None


def overdue(service: Service, today: date) -> bool:
    """Whether the record is past its review date."""
    return service.review_after < today


def withhold_after(library: Library) -> int:
    """How many months after its review date a service is withheld."""
    return next((settings.withhold_after_months for settings in library.all(Settings).values()), WITHHELD_AFTER)


def long_overdue(service: Service, library: Library, today: date) -> bool:
    """Whether the record's review is so long overdue that its details may be wrong."""
    return months_later(service.review_after, withhold_after(library)) < today


def withheld(service: Service, library: Library, today: date) -> bool:
    """Whether the record is so long overdue that no list may show it.

    Helplines for a crisis are never withheld for their age: a gap where somebody in danger looks for a number does more harm than a
    number whose date is old and shown. The check warns of them much sooner than of others.
    """
    return long_overdue(service, library, today) and service.id not in library.helplines


def listed(service: Service, library: Library, today: date) -> bool:
    """Whether lists, search and feed may show the service. A paused one is shown, and says that it is."""
    return service.status != "closed" and not withheld(service, library, today)


def newest_source(service: Service) -> ServiceSource:
    """The source read most recently. Of several on one day, the first in the record."""
    return max(service.sources, key=lambda source: source.read_on)


def checked_with_provider(service: Service) -> bool:
    """Whether the record was checked with the provider: its own page is among the sources, and no number is a copy."""
    own = any(source.kind == "provider" for source in service.sources)
    return own and not any(number.copied_on for number in (*service.phones, *service.texts))


def last_source(service: Service) -> ServiceSource:
    """The source that the record was last checked against: of one checked with the provider, the newest of the provider's own."""
    if checked_with_provider(service):
        return max((source for source in service.sources if source.kind == "provider"), key=lambda source: source.read_on)
    return newest_source(service)


def last_look(service: Service) -> Seen:
    """When the record was last checked with the provider, or else when the newest copy was read."""
    day = last_source(service).read_on
    return Seen(checked_on=day) if checked_with_provider(service) else Seen(copied_on=day)


@cache  # of thousands of services, many are reviewed on the same day
def months_later(day: date, months: int) -> date:
    """The day a number of months later, or the last day of that month if the day does not exist."""
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
