"""Areas inside areas: a search goes outwards from where someone lives, with the nearest services first."""

from __future__ import annotations

from collections.abc import Mapping

from generator.knowledge.model import Area, Service


def outwards(areas: Mapping[str, Area], place: str) -> list[str]:
    """A place and every wider one around it: Borehamwood, Hertsmere, Hertfordshire, England, United Kingdom.

    A place that is not known gives nothing. Areas that stand in a circle, which a check reports, are gone round once.
    """
    found: list[str] = []
    area = areas.get(place)
    while area and area.id not in found:
        found.append(area.id)
        area = areas.get(area.inside or "")
    return found


def distance(areas: Mapping[str, Area], place: str, service: Service) -> int | None:
    """How many steps out from a place the service's nearest area is, or None where it does not reach the place.

    0 is the place itself, or a part of it.
    """
    around = outwards(areas, place)
    steps = [around.index(name) for name in service.areas if name in around]
    steps += [0 for name in service.areas if place in outwards(areas, name)]
    return min(steps, default=None)
