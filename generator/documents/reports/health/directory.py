"""The directory in figures: confidence of its records, age of their sources, and services for each need."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from generator.knowledge.directory.areas import distance
from generator.knowledge.directory.defaults import home_county
from generator.knowledge.directory.visibility import CONFIRMED, confirmed
from generator.knowledge.library.library import Library
from generator.knowledge.model import Service
from generator.knowledge.model.labels import CONFIDENCES

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


@dataclass(frozen=True)
class Confidences:
    """The number of services with one level of confidence."""

    name: str
    label: str
    count: int

    @property
    def shown(self) -> bool:
        """Whether pages show the numbers of such services."""
        return self.name in CONFIRMED


@dataclass(frozen=True)
class Years:
    """The number of services by the year of their newest dated source. `undated` is the number without one."""

    counts: Mapping[int, int]
    undated: int

    @property
    def dated(self) -> int:
        """The number of services with a dated source."""
        return sum(self.counts.values())

    def since(self, year: int) -> int:
        """The number of services whose newest source is from this year or later."""
        return sum(count for found, count in self.counts.items() if found >= year)


@dataclass(frozen=True)
class NeedRow:
    """A need, and the numbers of listed services for it: local ones, wider ones, and those of both that are not confirmed."""

    id: str
    label: str
    local: int
    wider: int
    doubtful: int

    @property
    def all(self) -> int:
        """Local and wider together."""
        return self.local + self.wider


def confidences(services: Iterable[Service]) -> list[Confidences]:
    """The number of services by confidence, the highest first."""
    found = Counter(service.confidence for service in services)
    return [Confidences(name, words.of_service, found[name]) for name, words in CONFIDENCES.items()]


def years(services: Iterable[Service]) -> Years:
    """The number of services by the year of their newest dated source."""
    newest = [_newest_year(service) for service in services]
    counted = Counter(year for year in newest if year)
    return Years(dict(sorted(counted.items())), newest.count(0))


def _newest_year(service: Service) -> int:
    found = [int(year) for source in service.sources for year in _YEAR.findall(source.published or "")]
    return max(found, default=0)


def needs_offered(library: Library, services: Sequence[Service]) -> list[NeedRow]:
    """Every need with its services, the least served first. Local services are those in the county where most services are."""
    around = home_county(library.areas, services)
    near = {service.id for service in services if around and distance(library.areas, around, service) == 0}
    offered: dict[str, list[Service]] = {}
    for service in services:
        for name in dict.fromkeys(service.known_needs):
            offered.setdefault(name, []).append(service)
    rows = []
    for need in library.needs.values():
        helping = offered.get(need.id, [])
        local = sum(service.id in near for service in helping)
        doubtful = sum(not confirmed(service) for service in helping)
        rows.append(NeedRow(need.id, need.label, local, len(helping) - local, doubtful))
    return sorted(rows, key=lambda row: (row.all - row.doubtful, row.all, row.label))
