"""General practices as places: each has an area, in which a search for it looks."""

from __future__ import annotations

from collections.abc import Iterator

from generator.knowledge.library.library import Library
from generator.knowledge.model import Area


def practices(library: Library) -> Iterator[tuple[str, Area]]:
    """The name of each practice of a real network, with its own area, or else the one that is named like its network.

    A practice whose area is not in the vocabulary is left out.
    """
    named = {area.name: area for area in library.areas.values()}
    for network in library.networks.values():
        for practice in network.practices if network.status != "fictional" else ():
            area = named.get(practice.area or "", named.get(network.name))
            if area:
                yield practice.name, area
