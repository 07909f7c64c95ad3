"""Where sentences stand in a section or category: those of the role, and among them what a network moves there and adds. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple


class Arrival(NamedTuple):
    """The id of what a network moves into a part or adds to it, and the neighbour that it names."""

    id: str
    after: str | None
    before: str | None


def arranged(kept: Iterable[str], arrivals: Sequence[Arrival]) -> list[str]:
    """The ids of a part in order: those of the role that are kept, and each arrival in turn beside its neighbour, or last.

    Several that come after the same neighbour stand in the order of the arrivals.
    """
    own = {arrival.id for arrival in arrivals}
    result = [name for name in kept if name not in own]
    behind: dict[str, int] = {}
    for name, after, before in arrivals:
        if after in result:
            spot = result.index(after) + 1 + behind.get(after, 0)
            behind[after] = behind.get(after, 0) + 1
        else:
            spot = result.index(before) if before in result else len(result)
        result.insert(spot, name)
    return result
