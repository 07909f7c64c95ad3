"""Take sections that are new or gone into a network's file, as plain values: each keeps a place among the outermost sections."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from generator.knowledge.tailoring.placing import Arrival, arranged


def section_order(overlay: dict[str, Any], ours: Sequence[str]) -> list[str]:
    """The ids of the outermost sections in order. `ours` are the role's."""
    own = [each for each in overlay.get("add_sections", []) if each["id"] not in ours]
    return arranged(ours, [Arrival(each["id"], each.get("after"), each.get("before")) for each in own])


def put_section(overlay: dict[str, Any], ours: Sequence[str], new: dict[str, Any], follows: str) -> None:
    """Add a section behind another one; behind nothing, it comes first."""
    order = section_order(overlay, ours)
    order.insert(order.index(follows) + 1 if follows in order else len(order) if follows else 0, new["id"])
    overlay.setdefault("add_sections", []).append(new)
    _say(overlay, order)


def drop_section(overlay: dict[str, Any], ours: Sequence[str], name: str) -> bool:
    """Take a section of the network's own away, with what was added to it. What was moved there goes back to its place."""
    if not any(each["id"] == name for each in overlay.get("add_sections", [])):
        return False
    order = [each for each in section_order(overlay, ours) if each != name]
    overlay["add_sections"] = [each for each in overlay["add_sections"] if each["id"] != name]
    for key, part in (("add", "section"), ("move", "to")):
        if key in overlay:
            overlay[key] = [each for each in overlay[key] if each.get(part) != name]
    _say(overlay, order)
    return True


def _say(overlay: dict[str, Any], order: Sequence[str]) -> None:
    """Let the overlay say an order: each of its own sections right after the one above it."""
    own = {each["id"]: each for each in overlay["add_sections"]}
    placed = []
    for index, name in enumerate(order):
        if name in own:
            rest = {key: value for key, value in own[name].items() if key not in ("after", "before")}
            below = next((other for other in order if other not in own), "")
            placed.append(rest | ({"after": order[index - 1]} if index else {"before": below}))
    overlay["add_sections"] = placed
