"""Defaults of a directory: the county if no place is given, and the service that finds help no list has."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from generator.knowledge.directory.areas import outwards
from generator.knowledge.model import Area, Service


def home_county(areas: Mapping[str, Area], services: Iterable[Service]) -> str | None:
    """The county of most local services. If no place is given, its services are listed before those of other counties."""
    counties: Counter[str] = Counter()
    for service in services:
        around = {name for area in service.areas for name in outwards(areas, area)}
        counties.update(name for name in around if name in areas and areas[name].kind == "county")
    return min(counties, key=lambda name: (-counties[name], name)) if counties else None


def most_reached_through(services: Iterable[Service]) -> str | None:
    """The service through which most others are reached, and which can find help that no list has."""
    through = Counter(name for service in services for name in service.reach_through)
    return min(through, key=lambda name: (-through[name], name)) if through else None
