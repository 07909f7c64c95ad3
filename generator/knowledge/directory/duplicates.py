"""Services that may be one: names alike, and the same number, address, web page or organisation."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations

from rapidfuzz import fuzz

from generator.knowledge.directory.mentions import POSTCODE_FORM
from generator.knowledge.directory.phone_numbers import dialled
from generator.knowledge.model import Service
from generator.knowledge.text.formatting import slug

_ALIKE = 88
"""How alike two names are, in percent of rapidfuzz’s `token_sort_ratio`, to be taken for one beside a shared detail: our own rule."""

_MOST_SHARING = 200
"""A detail that more services share, such as the number of a council, says nothing about any two of them."""


@dataclass(frozen=True)
class Duplicate:
    """Two services that may be one. `first` comes first by id."""

    first: Service
    second: Service
    shared: tuple[str, ...]
    """What they have in common, in words."""


def duplicates(services: Iterable[Service]) -> list[Duplicate]:
    """Every pair of services that may be one. Closed services are left out."""
    groups: dict[tuple[str, str], list[Service]] = {}
    for service in sorted(services, key=lambda one: one.id):
        if service.status != "closed":
            for detail in dict.fromkeys(_details(service)):
                groups.setdefault(detail, []).append(service)
    pairs: dict[tuple[str, str], tuple[Service, Service, list[str]]] = {}
    for (what, _), sharing in groups.items():
        if len(sharing) <= _MOST_SHARING:
            for first, second in combinations(sharing, 2):
                pairs.setdefault((first.id, second.id), (first, second, []))[2].append(what)
    found = [Duplicate(first, second, tuple(dict.fromkeys(shared))) for first, second, shared in pairs.values()]
    return sorted(filter(_one_service, found), key=lambda pair: (pair.first.id, pair.second.id))


def _one_service(pair: Duplicate) -> bool:
    """Whether the names say that it is one service: parts of one organisation share numbers and pages, and have names of their own."""
    if pair.shared == ("organisation",) and set(pair.first.areas) != set(pair.second.areas):
        return False
    return any(fuzz.token_sort_ratio(one, other) >= _ALIKE for one in _names(pair.first) for other in _names(pair.second))


def _names(service: Service) -> list[str]:
    return [slug(name).replace("-", " ") for name in (service.name, *service.other_names)]


def _details(service: Service) -> Iterator[tuple[str, str]]:
    """What a service may share with its double: what it is, and its value in a form that can be compared."""
    yield "organisation", slug(service.organisation)
    for number in (*service.phones, *service.texts):
        yield "number", dialled(number.number)
    if service.url:
        yield "web page", service.url.split("//")[-1].removeprefix("www.").rstrip("/").lower()
    for location in service.locations if not service.safety.hide_address else ():
        found = POSTCODE_FORM.search(location.address)
        yield "address", slug(found[0] if found else location.address).replace("-", "")
