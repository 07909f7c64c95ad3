"""Who a network is: practices counted once, codes of its own, and contacts that can be reached."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.knowledge.library.library import Library
from generator.knowledge.model import Contact, Network
from generator.knowledge.reading.document import Steps
from generator.knowledge.text.formatting import day
from generator.problems import Place, Problem, rule


def practices_once(library: Library) -> Iterator[Problem]:
    """No practice stands twice in a network."""
    for network in library.networks.values():
        first: dict[str, Place] = {}
        for index, practice in enumerate(network.practices):
            place = library.place(network, "practices", index, "ods_code")
            if practice.ods_code in first:
                yield rule("practice-twice").at(place, code=practice.ods_code, first=first[practice.ods_code])
            first.setdefault(practice.ods_code, place)


def codes_told(library: Library) -> Iterator[Problem]:
    """A network of today has its code, and no two networks share one."""
    first: dict[str, Network] = {}
    for network in library.networks.values():
        if network.ods_code is None:
            if network.status == "current":
                yield rule("network-code-missing").at(library.place(network, "name"), name=network.name)
            continue
        other = first.setdefault(network.ods_code, network)
        if other is not network:
            there = library.place(other, "ods_code")
            yield rule("network-code-twice").at(library.place(network, "ods_code"), code=network.ods_code, other=other.name, first=there)


def contacts_reachable(library: Library) -> Iterator[Problem]:
    """Everyone to talk to has a phone number or an email address."""
    for network in library.networks.values():
        for steps, contact in _contacts(network):
            if not (contact.phone or contact.email):
                yield rule("contact-unreachable").at(library.place(network, *steps, "name"), name=contact.name)


def _contacts(network: Network) -> Iterator[tuple[Steps, Contact]]:
    if network.contact:
        yield ("contact",), network.contact
    for i, overlay in enumerate(network.roles):
        for v, vacancy in enumerate(overlay.vacancies):
            if vacancy.contact:
                yield ("roles", i, "vacancies", v, "contact"), vacancy.contact


def network_reviews_overdue(library: Library, today: date) -> Iterator[Problem]:
    """A network's packs past the day on which somebody must read them again. A record of the past does not go stale."""
    for network in library.networks.values():
        for index, overlay in enumerate(network.roles if network.status != "historic" else ()):
            if overlay.review_by < today:
                yield rule("review-overdue").at(library.place(network, "roles", index, "review_by"), due=day(overlay.review_by))
