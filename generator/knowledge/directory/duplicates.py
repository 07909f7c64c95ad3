"""Services that may be one: names alike, and the same number, address, web page or organisation."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
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
    names = {one.id: _names(one) for pair in found for one in (pair.first, pair.second)}  # once each: there are far more pairs
    return sorted((pair for pair in found if _one_service(pair, names)), key=lambda pair: (pair.first.id, pair.second.id))


def _one_service(pair: Duplicate, names: Mapping[str, Sequence[str]]) -> bool:
    """Whether the names say that it is one service: parts of one organisation share numbers and pages, and have names of their own."""
    if pair.shared == ("organisation",) and set(pair.first.areas) != set(pair.second.areas):
        return False
    return any(fuzz.ratio(one, other, score_cutoff=_ALIKE) for one in names[pair.first.id] for other in names[pair.second.id])


def _names(service: Service) -> list[str]:
    """A service's names, each with its words in the order of the alphabet, so that their order does not count."""
    return [" ".join(sorted(slug(name).split("-"))) for name in (service.name, *service.other_names)]


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
