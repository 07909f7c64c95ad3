"""How the overlay of a network says where sentences stand, in its file as plain values: with as few moves as can be."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from generator.knowledge.drafts.order import heaviest
from generator.knowledge.tailoring.placing import Arrival, arranged

_LATELY, _BEFORE, _NEVER = 998, 999, 1000
"""How much it counts that a sentence stays, by when it was moved."""


@dataclass(frozen=True)
class SentenceHomes:
    """The statements of all sections, or the criteria of all categories."""

    added: str
    """The overlay's list of those added: `add` or `add_criteria`."""
    key: str
    """What an addition calls its part: `section` or `category`."""
    homes: Mapping[str, Sequence[str]]
    """The ids of the role by part, in order."""

    def home(self, name: str) -> str | None:
        """The part of a sentence of the role."""
        return next((part for part, ids in self.homes.items() if name in ids), None)

    def goal(self, move: Mapping[str, Any]) -> str | None:
        """The part that a move leads to; nothing where it moves what is not there."""
        home, to = self.home(move["id"]), move.get("to")
        return (to or home) if home and (not to or to in self.homes) else None

    def of_own(self, overlay: Mapping[str, Any]) -> dict[str, str]:
        """The part of each sentence that the network added."""
        return {each["id"]: each[self.key] for each in overlay.get(self.added, [])}

    def part_of(self, overlay: Mapping[str, Any], name: str) -> str | None:
        """The part that a sentence stands in."""
        move = next((each for each in overlay.get("move", []) if each["id"] == name), None)
        return self.of_own(overlay).get(name) or (self.goal(move) if move else self.home(name))


def order_in(overlay: Mapping[str, Any], parts: SentenceHomes, part: str) -> list[str]:
    """The ids of a part as they stand."""
    gone = {each["id"] for each in overlay.get("drop", [])}
    moves = [each for each in overlay.get("move", []) if each["id"] not in gone]
    away = {each["id"] for each in moves if parts.goal(each)}
    own = parts.of_own(overlay)
    kept = [name for name in parts.homes.get(part, []) if name not in gone | away]
    arrivals = [each for each in moves if parts.goal(each) == part]
    arrivals += [each for each in overlay.get(parts.added, []) if own[each["id"]] == part]
    return arranged(kept, [Arrival(each["id"], each.get("after"), each.get("before")) for each in arrivals])


def set_order(overlay: dict[str, Any], parts: SentenceHomes, part: str, order: Sequence[str], lately: str = "") -> None:
    """Let an overlay say an order of a part. `order` is every id of it; `lately` is moved sooner than what stands beside it."""
    own = parts.of_own(overlay)
    of_role = [name for name in order if name not in own]
    known = {each["id"]: each for each in overlay.get("move", [])}
    stays = _staying(parts.homes.get(part, []), of_role, known, lately)
    moves = []
    for index, name in enumerate(of_role):
        if name not in stays:
            rest = {key: value for key, value in known.get(name, {"id": name}).items() if key not in ("after", "before", "to")}
            to = {} if parts.home(name) == part else {"to": part}
            below = next((other for other in of_role[index:] if other in stays), "")
            moves.append(rest | to | _side(of_role, index, below))
    others = [each for each in overlay.get("move", []) if parts.goal(each) != part and each["id"] not in order]
    if "move" in overlay or moves:
        overlay["move"] = [*others, *moves]
    if parts.added in overlay:
        overlay[parts.added] = _besides(overlay[parts.added], order, {each["id"] for each in moves})


def _besides(added: Sequence[dict[str, Any]], order: Sequence[str], moved: set[str]) -> list[dict[str, Any]]:
    """The network's own sentences of a part in order, each beside the one above it; or above one that is moved, which is placed before."""
    own = {each["id"]: each for each in added}
    placed = []
    for index, name in enumerate(order):
        if name in own:
            rest = {key: value for key, value in own[name].items() if key not in ("after", "before")}
            below = next((other for other in order[index + 1 :] if other not in own), "")
            placed.append(rest | ({"before": below} if below in moved else _side(order, index, below)))
    return [*(each for each in added if each["id"] not in order), *placed]


def _side(order: Sequence[str], index: int, below: str) -> dict[str, str]:
    """The neighbour above, or for the first of all the one below."""
    if index:
        return {"after": order[index - 1]}
    return {"before": below} if below else {}


def _staying(home: Sequence[str], order: Sequence[str], known: Mapping[str, object], lately: str) -> set[str]:
    """The sentences of a part that need no move."""
    native = [name for name in order if name in home]
    weights = [_LATELY if name == lately else _BEFORE if name in known else _NEVER for name in native]
    kept = heaviest(range(len(native)), [home.index(name) for name in native], weights)
    return {name for index, name in enumerate(native) if index in kept}


def place_at(overlay: dict[str, Any], parts: SentenceHomes, name: str, part: str, at: int) -> None:
    """Put a sentence into a part, behind the first `at` of the others."""
    source = parts.part_of(overlay, name)
    order = [other for other in order_in(overlay, parts, part) if other != name]
    order.insert(at, name)
    left = [other for other in order_in(overlay, parts, source) if other != name] if source and source != part else None
    for each in overlay.get(parts.added, []):
        if each["id"] == name:
            each[parts.key] = part
    set_order(overlay, parts, part, order, name)
    if source and left is not None:
        set_order(overlay, parts, source, left)
