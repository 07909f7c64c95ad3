"""Checks of the crisis contacts: 999 is among them, every number is valid, and each is the same as its service's."""

from __future__ import annotations

from collections.abc import Iterator

from generator.knowledge.directory.phone_numbers import real_number
from generator.knowledge.directory.visibility import confirmed
from generator.knowledge.library.library import Library
from generator.knowledge.model import CrisisContact, CrisisContacts, DangerCards, Service
from generator.problems import Problem, rule


def _contacts(library: Library) -> Iterator[tuple[CrisisContacts, int, CrisisContact]]:
    for crisis in library.all(CrisisContacts).values():
        for index, contact in enumerate(crisis.contacts):
            yield crisis, index, contact


def emergency_present(library: Library) -> Iterator[Problem]:
    """999 is among the contacts."""
    for crisis in library.all(CrisisContacts).values():
        if not any(contact.number == "999" and contact.kind == "call" for contact in crisis.contacts):
            yield rule("crisis-emergency-missing").at(library.place(crisis, "contacts"))


def crisis_numbers_real(library: Library) -> Iterator[Problem]:
    """Every number of a crisis contact or a crisis card is a valid United Kingdom number."""
    for crisis, index, contact in _contacts(library):
        if not real_number(contact.number):
            yield rule("number-invalid").at(library.place(crisis, "contacts", index, "number"), number=contact.number)
    for dangers in library.all(DangerCards).values():
        for place, card in enumerate(dangers.cards):
            for index, call in enumerate(card.calls):
                if not real_number(call.number):
                    yield rule("number-invalid").at(library.place(dangers, "cards", place, "calls", index, "number"), number=call.number)


def crisis_equal(library: Library) -> Iterator[Problem]:
    """A contact and its service give the same number, and the same word to text."""
    for crisis, index, contact in _contacts(library):
        service = library.services.get(contact.service or "")
        if service and _number(contact) not in _numbers(service, contact.kind):
            others = " and ".join(_numbers(service, contact.kind)) or "none"
            place = library.place(crisis, "contacts", index, "number")
            yield rule("crisis-differs").at(place, id=contact.id, number=_number(contact), service=service.id, others=others)


def _number(contact: CrisisContact) -> str:
    return f"{contact.word} to {contact.number}" if contact.word else contact.number


def _numbers(service: Service, kind: str) -> list[str]:
    if kind == "call":
        return [phone.number for phone in service.phones]
    return [f"{text.word} to {text.number}" if text.word else text.number for text in service.texts]


def crisis_assured(library: Library) -> Iterator[Problem]:
    """The service behind a contact is open and confirmed. Overdue reviews are reported for the service itself."""
    for crisis, index, contact in _contacts(library):
        service = library.services.get(contact.service or "")
        state = _doubt(service) if service else ""
        if service and state:
            place = library.place(crisis, "contacts", index, "service")
            yield rule("crisis-not-assured").at(place, id=contact.id, service=service.id, state=state)


def _doubt(service: Service) -> str:
    """Why a service is not assured, or ""."""
    if service.status != "active":
        return service.status
    if not confirmed(service) or service.assured_on is None:
        return "not confirmed"
    return ""
