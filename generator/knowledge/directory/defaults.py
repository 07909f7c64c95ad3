"""What a directory falls back on where nobody named a place, and where no list has what was asked for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from generator.knowledge.directory.areas import outwards
from generator.knowledge.model import Area, Service


def home_county(areas: Mapping[str, Area], services: Iterable[Service]) -> str | None:
    """The county that most local services work in: where nobody names a place, its services come before those of other counties."""
    counties: Counter[str] = Counter()
    for service in services:
        around = {name for area in service.areas for name in outwards(areas, area)}
        counties.update(name for name in around if name in areas and areas[name].kind == "county")
    return min(counties, key=lambda name: (-counties[name], name)) if counties else None


def most_reached_through(services: Iterable[Service]) -> str | None:
    """The service that most others are reached through: it knows what no list has."""
    through = Counter(name for service in services for name in service.reach_through)
    return min(through, key=lambda name: (-through[name], name)) if through else None
