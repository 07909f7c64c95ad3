"""The crisis cards that the search shows above its results, with only those numbers that may be shown."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from generator.knowledge.directory.visibility import last_look, listed, long_overdue, shown_phones, shown_texts, stale_contacts
from generator.knowledge.library.library import Library
from generator.knowledge.model import CareCard, DangerCards, Service
from generator.knowledge.model.danger import CardLanguage
from generator.knowledge.model.words import Seen
from generator.knowledge.text.formatting import day


@dataclass(frozen=True)
class Call:
    """A number on a card. `word` is what to text, where the number takes texts and no calls."""

    name: str
    number: str
    word: str | None = None
    texts: bool = False

    @property
    def address(self) -> str:
        """What the link opens: `tel:` or `sms:`."""
        digits = self.number.replace(" ", "")
        return f"sms:{digits}" + (f"?body={self.word}" if self.word else "") if self.texts else f"tel:{digits}"


@dataclass(frozen=True)
class Card:
    """A crisis card, ready to show."""

    card: CareCard
    calls: list[Call]
    talk: list[Call]
    doubt: str = ""
    """A warning if a service on the card is so long overdue for review that another kind of service would be withheld; else empty."""


@dataclass(frozen=True)
class Ways:
    """What to do for deaf people, and for people who speak little English."""

    deaf: list[str]
    interpreter: list[str]
    languages: Sequence[CardLanguage] = ()
    """The languages with words from a source."""
    missing: Sequence[str] = ()
    """The names of those without."""


def cards(library: Library, today: date) -> list[Card]:
    """Every card in the order of the data."""
    dangers = next(iter(library.all(DangerCards).values()), None)

    def shown(names: Iterable[str]) -> list[Service]:
        return [library.services[name] for name in names if name in library.services and listed(library.services[name], library, today)]

    def calls(names: Iterable[str]) -> list[Call]:
        return [call for service in shown(names) for call in _call(service)]

    def crisis_card(card: CareCard) -> Card:
        old = [service for service in shown([*card.numbers, *card.talk]) if long_overdue(service, library, today)]
        doubt = out_of_date([last_look(service) for service in old])
        return Card(card, [*_plain(card), *calls(card.numbers)], calls(card.talk), doubt)

    return [crisis_card(card) for card in (dangers.cards if dangers else ())]


def out_of_date(looks: Sequence[Seen]) -> str:
    """The warning beside crisis numbers that were last checked or copied on these days; empty if there are none."""
    if not looks:
        return ""
    oldest = min(looks, key=lambda look: look.seen_on)
    told = "Last checked on" if oldest.checked_on else "Not checked with the provider, only copied on"
    return f"{told} {day(oldest.seen_on)}, so this may be out of date. If no one answers, call 999 or 111."


def crisis_doubt(library: Library, today: date) -> str:
    """The warning beside the crisis contacts; empty if all were checked in time."""
    return out_of_date(stale_contacts(library, today))


def other_ways(library: Library) -> Ways:
    """The advice under every card, for deaf people and people who speak little English."""
    dangers = next(iter(library.all(DangerCards).values()), None)
    if not dangers:
        return Ways([], [])
    return Ways(
        [advice.text for advice in dangers.deaf], [advice.text for advice in dangers.interpreter],
        [one for one in dangers.languages if one.words], [one.name for one in dangers.languages if not one.words],
    )  # fmt: skip


def deaf_on_paper(library: Library) -> list[str]:
    """How deaf people reach 999, in few words for a sheet."""
    return [advice.on_paper for dangers in library.all(DangerCards).values() for advice in dangers.deaf if advice.on_paper]


def _plain(card: CareCard) -> list[Call]:
    return [Call(call.name, call.number) for call in card.calls]


def _call(service: Service) -> list[Call]:
    """A service's first phone number, else its first text number."""
    for phone in shown_phones(service):
        return [Call(service.name, phone.number)]
    for text in shown_texts(service):
        return [Call(service.name, text.number, text.word, texts=True)]
    return []
