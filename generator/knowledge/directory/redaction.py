"""Redact texts: a number, email address, time or place in a sentence follows the rules of the field for it.

A field of its own has a source, a date and a confidence, and is left out where these are too weak. The same fact in a sentence has none
of them, so it is taken out of the sentence wherever its field would not be shown.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date

from generator.knowledge.directory import mentions
from generator.knowledge.directory.abuse import address_hidden
from generator.knowledge.directory.mentions import Mention, MentionKind
from generator.knowledge.directory.phone_numbers import NATIONAL, dialled
from generator.knowledge.directory.visibility import confirmed, shown_phones, shown_texts, withheld
from generator.knowledge.library.library import Library
from generator.knowledge.library.texts import rewritten
from generator.knowledge.model import CrisisContacts, Identified, Service

INSTEAD: dict[MentionKind, str] = {
    "number": "(number not shown)",
    "mail": "(email not shown)",
    "hours": "(hours not shown)",
    "place": "(address not shown)",
}
"""The words that replace what was removed from a text."""

APART = frozenset({"came_from", "conflicts"})
"""Fields that stay as they are: a record is known again by the feed it came from, and where sources of a confirmed record disagree, what
each of them says is the point. Of one that nobody has confirmed no conflict is shown at all."""


def redacted(library: Library, today: date) -> Library:
    """The library with each service as readers may see it on the day `today`. Nothing but its texts changes."""
    known = known_numbers(library, today)
    services: dict[str, Identified] = {name: for_readers(service, library, known) for name, service in library.services.items()}
    return replace(library, records={**library.records, Service: services}) if services else library


def known_numbers(library: Library, today: date | None = None) -> frozenset[str]:
    """Every number that some record gives a source for and that may be shown, as it is dialled: with a day, on that day."""
    contacts = [contact.number for crisis in library.all(CrisisContacts).values() for contact in crisis.contacts]
    services = [service for service in library.services.values() if today is None or not withheld(service, library, today)]
    shown = [number.number for service in services for number in (*shown_phones(service), *shown_texts(service))]
    return NATIONAL | {dialled(number) for number in (*contacts, *shown)}


def for_readers(service: Service, library: Library, known: frozenset[str]) -> Service:
    """The service with texts that disclose no more than its fields may show."""
    looks = _looks(service, library, known)

    def change(text: str) -> str:
        found = [mention for look in looks for mention in look(text)]
        return without(text, found) if found else text

    return rewritten(service, change, APART)


MentionFinder = Callable[[str], Iterable[Mention]]
"""Finds the parts of a text that may not be shown."""


def _looks(service: Service, library: Library, known: frozenset[str]) -> list[MentionFinder]:
    looks: list[MentionFinder] = [lambda text: unknown_numbers(text, known)]
    sure = confirmed(service) and service.status != "closed"
    if not sure:
        looks += [mentions.mails, mentions.hours]
    if not sure or address_hidden(service, library):
        looks.append(mentions.places)
    return looks


def unknown_numbers(text: str, known: frozenset[str]) -> Iterator[Mention]:
    """The numbers of a text that no record gives a source for, or that may not be shown."""
    return (mention for mention in mentions.numbers(text) if dialled(mention.words) not in known)


def without(text: str, found: Iterable[Mention]) -> str:
    """A text with mentions replaced. Of overlapping ones the first counts, and adjacent ones of one kind get one replacement."""
    pieces: list[str] = []
    at, last = 0, None
    for mention in sorted(found, key=lambda one: (one.start, -one.end)):
        if mention.start >= at:
            between = text[at : mention.start]
            if last != mention.kind or between.strip(" ,;/") not in ("", "and", "or"):
                pieces += [between, INSTEAD[mention.kind]]
            last = mention.kind
        at = max(at, mention.end)
    return "".join([*pieces, text[at:]])
