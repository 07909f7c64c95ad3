"""View model of a service's page. `knowledge.directory.visibility` decides what may be shown at all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal
from urllib.parse import quote

from generator.documents.views.crisis_cards import out_of_date
from generator.documents.views.opening_hours import Open, opening_words
from generator.knowledge.directory.areas import outwards
from generator.knowledge.directory.visibility import (
    confirmed,
    last_look,
    listed,
    long_overdue,
    shown_conflicts,
    shown_hours,
    shown_locations,
    shown_phones,
    shown_texts,
    withheld,
)
from generator.knowledge.library.library import Library
from generator.knowledge.model import Conflict, Need, Service, ServiceSource, Settings, Telephone, TextNumber
from generator.knowledge.model.labels import COSTS, DELIVERIES, REFERRALS
from generator.knowledge.model.words import Seen
from generator.knowledge.text.formatting import ages, join_words, lower_first, upper_first

ServiceState = Literal["open", "unconfirmed", "paused", "closed", "withheld"]
"""The state of a service on a day: only the first three are listed."""


@dataclass(frozen=True)
class SourceRow:
    """A row of the table of sources: what was checked or copied, from which source, and when."""

    what: str
    source: ServiceSource
    seen: Seen


@dataclass(frozen=True)
class ServiceView:
    """A service for a page. A closed or withheld one has no contact, hours or places here, so no template can show them."""

    service: Service
    state: ServiceState
    place: str
    local: bool
    ages: str
    phones: Sequence[Telephone]
    texts: Sequence[TextNumber]
    email: str
    address: str
    hours: Sequence[Open]
    ways: str
    cost: str
    asks: Sequence[str]
    locations: Sequence[str]
    conflicts: Sequence[Conflict]
    facts: Sequence[SourceRow]
    needs: Sequence[Need]
    through: Sequence[Service]
    doubt: str
    """A warning for a crisis helpline that is so long overdue for review that another service would be withheld; else empty."""

    @property
    def listed(self) -> bool:
        """Whether lists show it."""
        return self.state not in ("closed", "withheld")

    @property
    def sure(self) -> bool:
        """Whether it may be given to someone without checking first."""
        return confirmed(self.service)

    @property
    def careful(self) -> bool:
        """Whether a person may be in danger if others see the handout or the screen."""
        return self.service.safety.leave_fast or bool(self.service.safety.notes)


def service_view(service: Service, library: Library, today: date, home: str = "") -> ServiceView:
    """The view of a service on the day `today`. `home` is the id of the county whose services count as local."""
    state = state_of(service, library, today)
    may_show = state not in ("closed", "withheld")
    sure = may_show and confirmed(service)
    return ServiceView(
        service, state,
        _where(service, library),
        "areas" not in service.guessed and any(home in outwards(library.areas, name) for name in service.areas),
        ages(service.min_age, service.max_age),
        shown_phones(service) if may_show else [],
        shown_texts(service) if may_show else [],
        service.email or "" if sure else "",
        service.url or "" if may_show else "",
        opening_words(shown_hours(service)) if may_show else [],
        delivery_line(service),
        COSTS[service.cost] if service.cost else "",
        [REFERRALS[way].to_staff for way in service.referral],
        [_place(place.name, place.address, place.note) for place in shown_locations(service)] if may_show else [],
        shown_conflicts(service) if may_show else [],
        list(_facts(service, may_show)) if state != "withheld" else [],
        [library.needs[name] for name in service.needs],
        [library.services[name] for name in service.reach_through if listed(library.services[name], library, today)],
        out_of_date([last_look(service)]) if may_show and long_overdue(service, library, today) else "",
    )  # fmt: skip


def state_of(service: Service, library: Library, today: date) -> ServiceState:
    """The state of a service on a day."""
    if service.status == "closed":
        return "closed"
    if withheld(service, library, today):
        return "withheld"
    if service.status == "paused":
        return "paused"
    return "open" if confirmed(service) else "unconfirmed"


def place_words(names: Sequence[str]) -> str:
    """The areas of a service in a few words: up to three, or two and how many more. Its own page names each."""
    return join_words(names) if len(names) <= 3 else f"{names[0]}, {names[1]} and {len(names) - 2} more"


def _where(service: Service, library: Library) -> str:
    words = place_words([library.areas[name].name for name in service.areas]) if service.areas else ""
    return f"{words}, perhaps" if words and "areas" in service.guessed else words


def delivery_line(service: Service) -> str:
    """The ways in which help is given, as a phrase: `By phone, online or in a group`."""
    return upper_first(join_words([DELIVERIES[way] for way in service.delivery], "or"))


_ASKED = quote("\r\n\r\nWhat it should say, and how you know:\r\n\r\n(Leave out anything about a patient.)\r\n", safe="")


def report_links(service: Service, settings: Settings) -> list[tuple[str, str]]:
    """Each kind of mistake that can be reported, and a link with a prepared message: `mailto:`, or a form that takes `title` and `body`."""
    page = f"{settings.address.rstrip('/')}/services/{service.id}/"
    mail = settings.report_problem.startswith("mailto:")
    between = "&" if "?" in settings.report_problem else "?"
    name, body = quote(service.name, safe=""), f"{quote(page, safe='')}{_ASKED}"
    found = []
    numbers = ["The number does not work"] if shown_phones(service) or shown_texts(service) else []
    for wrong in (*numbers, "The hours or address are wrong", "It has closed or moved", "Something else"):
        title = f"{name}{quote(f': {lower_first(wrong)}', safe='')}"
        found.append((wrong, f"{settings.report_problem}{between}{'subject' if mail else 'title'}={title}&body={body}"))
    return found


def _place(name: str | None, address: str, note: str | None) -> str:
    place = f"{name}, {address}" if name else address
    return f"{place}. {note}" if note else place


def _facts(service: Service, may_show: bool) -> list[SourceRow]:
    """A row for each number that is shown, with its own source and day, then one for each source of the other details."""
    numbers: list[tuple[str, Telephone | TextNumber]] = []
    if may_show:
        numbers += [(f"Phone: {phone.number}", phone) for phone in shown_phones(service)]
        numbers += [(f"Text: {text.number}", text) for text in shown_texts(service)]
    found = []
    for what, number in numbers:
        source = service.source_of(number.source)
        if source:
            found.append(SourceRow(what, source, number))
    return found + [SourceRow("Other details", source, _read(source)) for source in service.sources]


def _read(source: ServiceSource) -> Seen:
    return Seen(checked_on=source.read_on) if source.kind == "provider" else Seen(copied_on=source.read_on)
