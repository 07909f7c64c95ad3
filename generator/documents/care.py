"""The crisis cards that the search shows above its results, with only those numbers that may be shown."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from generator.knowledge.library import Library
from generator.knowledge.model import CareCard, DangerCards, Service
from generator.knowledge.standing import listed, shown_phones, shown_texts


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


@dataclass(frozen=True)
class Ways:
    """What to do for deaf people, and for people who speak little English."""

    deaf: list[str]
    interpreter: list[str]


def cards(library: Library, today: date) -> list[Card]:
    """Every card in the order of the data."""
    dangers = next(iter(library.all(DangerCards).values()), None)

    def calls(names: Iterable[str]) -> list[Call]:
        services = (library.services.get(name) for name in names)
        return [call for service in services if service and listed(service, library, today) for call in _call(service)]

    return [Card(card, [*_plain(card), *calls(card.numbers)], calls(card.talk)) for card in (dangers.cards if dangers else ())]


def ways(library: Library) -> Ways:
    """What stands under every card, for people who cannot call or speak little English."""
    dangers = next(iter(library.all(DangerCards).values()), None)
    if not dangers:
        return Ways([], [])
    return Ways([advice.text for advice in dangers.deaf], [advice.text for advice in dangers.interpreter])


def _plain(card: CareCard) -> list[Call]:
    return [Call(call.name, call.number) for call in card.calls]


def _call(service: Service) -> list[Call]:
    """Its first number to call, else its first number to text."""
    for phone in shown_phones(service):
        return [Call(service.name, phone.number)]
    for text in shown_texts(service):
        return [Call(service.name, text.number, text.word, texts=True)]
    return []
