"""Checks of a network's details: unique practices and codes, contact details, and review dates."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.knowledge.library.library import Library
from generator.knowledge.model import Contact, Employer, Network, Promise
from generator.knowledge.model.vacancies import SHORTLISTING_PROMISE
from generator.knowledge.reading.document import Steps
from generator.knowledge.text.formatting import day
from generator.problems import Place, Problem, rule


def practices_once(library: Library) -> Iterator[Problem]:
    """No practice appears twice in a network."""
    for network in library.networks.values():
        first: dict[str, Place] = {}
        for index, practice in enumerate(network.practices):
            place = library.place(network, "practices", index, "ods_code")
            if practice.ods_code in first:
                yield rule("practice-twice").at(place, code=practice.ods_code, first=first[practice.ods_code])
            first.setdefault(practice.ods_code, place)


def codes_present(library: Library) -> Iterator[Problem]:
    """Every current network has its ODS code, and no two networks have the same code."""
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
    """Every contact has a phone number or an email address."""
    for network in library.networks.values():
        for steps, contact in _contacts(network):
            if not (contact.phone or contact.email):
                yield rule("contact-unreachable").at(library.place(network, *steps, "name"), name=contact.name)


def promises_written(library: Library) -> Iterator[Problem]:
    """An employer that makes the promise on shortlisting finds its words in the library."""
    if library.exists(Promise, SHORTLISTING_PROMISE):
        return
    for network in library.networks.values():
        for steps, employer in _employers(network):
            if employer.shortlisting_promise:
                yield rule("promise-not-written").at(library.place(network, *steps, "shortlisting_promise"), id=SHORTLISTING_PROMISE)


def _employers(network: Network) -> Iterator[tuple[Steps, Employer]]:
    if network.employer:
        yield ("employer",), network.employer
    for index, overlay in enumerate(network.roles):
        if overlay.employer:
            yield ("roles", index, "employer"), overlay.employer


def _contacts(network: Network) -> Iterator[tuple[Steps, Contact]]:
    if network.contact:
        yield ("contact",), network.contact
    for i, overlay in enumerate(network.roles):
        for v, vacancy in enumerate(overlay.vacancies):
            if vacancy.contact:
                yield ("roles", i, "vacancies", v, "contact"), vacancy.contact


def network_reviews_overdue(library: Library, today: date) -> Iterator[Problem]:
    """Overlays past their review date, except in historic networks."""
    for network in library.networks.values():
        for index, overlay in enumerate(network.roles if network.status != "historic" else ()):
            if overlay.review_by < today:
                yield rule("review-overdue").at(library.place(network, "roles", index, "review_by"), due=day(overlay.review_by))
