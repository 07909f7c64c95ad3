"""Places inside places: a search goes outwards from where someone lives, and the nearest services come first."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

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


def inwards(areas: Mapping[str, Area], place: str) -> list[str]:
    """Every place that lies in this one, in the order of the list. The place itself is not among them."""
    return [name for name in areas if name != place and place in outwards(areas, name)]


def distance(areas: Mapping[str, Area], place: str, service: Service) -> int | None:
    """How many steps out from a place the service's nearest area is, or None where it does not reach the place.

    0 is the place itself, or a part of it.
    """
    around = outwards(areas, place)
    steps = [around.index(name) for name in service.areas if name in around]
    steps += [0 for name in service.areas if place in outwards(areas, name)]
    return min(steps, default=None)


def local_first(areas: Mapping[str, Area], place: str, services: Iterable[Service]) -> list[Service]:
    """The services that reach a place, the most local first, otherwise in the order given."""
    found = [(distance(areas, place, service), service) for service in services]
    near = [(steps, service) for steps, service in found if steps is not None]
    return [service for _, service in sorted(near, key=lambda pair: pair[0])]


def named(areas: Mapping[str, Area], words: str) -> str:
    """The id of the area with this name, other name or postcode district, or nothing."""
    wanted = " ".join(words.casefold().split())
    for area in areas.values():
        names = [area.name, *area.other_names, *area.postcodes]
        if wanted in (name.casefold() for name in names):
            return area.id
    return ""
