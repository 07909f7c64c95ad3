"""Take changes of an edited Word file into the network's file that it carries. What the file of a network cannot hold is left, and told."""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from generator.knowledge.drafts.changes import WordChange
from generator.knowledge.drafts.outline import deep_words
from generator.knowledge.text.formatting import join_words

PLAIN_FIELDS = frozenset(
    [
        "hours",
        "pattern",
        "contract",
        "supervision",
        "responsible_for",
        "holiday",
        "pension",
        "probation",
        "travel",
        "learning",
        "works_with",
    ]
)
"""Fields whose words in the file are the words of the data."""


@dataclass(frozen=True)
class Taken:
    """A network's file with changes taken, and the changes that it could not take."""

    network: dict[str, Any]
    left: tuple[WordChange, ...]


def take_changes(carried: Mapping[str, Any], changes: Iterable[WordChange], how: str = "Changed in Word") -> Taken:
    """Take each change but those of which somebody must be asked. `how` they were made is the reason that the file gives.

    Raises KeyError where the file is of no network.
    """
    taking = _Taking(carried, how)
    left = [change for change in changes if (change.certainty == "ask" and change.kind != "text") or not taking.takes(change)]
    return Taken(taking.network, tuple(left))


def reason(change: WordChange, how: str = "Changed in Word") -> str:
    """Why the network's file says so: how it was changed, and by whom."""
    who = join_words(list(dict.fromkeys(by.author for by in change.by if by.author)))
    return f"{how} by {who}." if who else f"{how}."


class _Taking:
    def __init__(self, carried: Mapping[str, Any], how: str) -> None:
        self.how = how
        self.network: dict[str, Any] = copy.deepcopy(carried["network"])
        self.overlay: dict[str, Any] = self.network["roles"][0]
        self.anew: dict[str, dict[str, Any]] = {}
        base = carried["base"]
        sections = list(deep_words(base.get("sections", [])))
        self.statements = {each["id"]: each for section in sections for each in section.get("statements", [])}
        self.criteria = {each["id"]: {**each, "category": c["id"]} for c in base.get("categories", []) for each in c["criteria"]}
        self.order = {section["id"]: [each["id"] for each in section.get("statements", [])] for section in sections}
        self.order |= {category["id"]: [each["id"] for each in category["criteria"]] for category in base.get("categories", [])}

    def takes(self, change: WordChange) -> bool:
        """Take a change. Says whether it could be."""
        steps: dict[str, Callable[[WordChange], bool]] = {
            "reworded": self._reword, "dropped": self._drop, "added": self._add, "moved": self._move,
            "level": self._criterion, "assessed": self._criterion, "field": self._fill, "text": self._profile,
        }  # fmt: skip
        return change.about != "clause" and steps[change.kind](change)

    def _own(self, name: str) -> dict[str, Any] | None:
        """What the network added under an id."""
        added = [*self.overlay.get("add", []), *self.overlay.get("add_criteria", [])]
        return next((each for each in added if each["id"] == name), None)

    def _reword(self, change: WordChange) -> bool:
        listed = self.overlay.setdefault("reword", [])
        known = self._own(change.id) or next((each for each in listed if each["id"] == change.id), None)
        if known is not None:
            known["text"] = change.after
            known.pop("short", None)
        else:
            listed.append({"id": change.id, "text": change.after, "because": reason(change, self.how)})
        return True

    def _drop(self, change: WordChange) -> bool:
        if self._own(change.id):
            for name in ("add", "add_criteria"):
                self.overlay[name] = [each for each in self.overlay.get(name, []) if each["id"] != change.id]
            return True
        self.overlay["reword"] = [each for each in self.overlay.get("reword", []) if each["id"] != change.id]
        self.overlay.setdefault("drop", []).append({"id": change.id, "because": reason(change, self.how)})
        return True

    def _add(self, change: WordChange) -> bool:
        if not change.section:
            return False
        new: dict[str, Any] = {"id": self._new_id(change.section), "text": change.after, "because": reason(change, self.how)}
        new |= self._spot(change.section, change.follows)
        if change.about == "statement":
            self.overlay.setdefault("add", []).append(new | {"section": change.section})
            return True
        cells = {"category": change.section, "level": change.level, "assessed_by": list(change.assessed_by)}
        self.overlay.setdefault("add_criteria", []).append(new | cells)
        return True

    def _move(self, change: WordChange) -> bool:
        """What the network added itself can be put elsewhere. Base statements have no other place than their own yet."""
        own = self._own(change.id)
        if own is None or not change.section:
            return False
        own["section" if change.about == "statement" else "category"] = change.section
        own.pop("after", None)
        own.pop("before", None)
        own |= self._spot(change.section, change.follows)
        return True

    def _criterion(self, change: WordChange) -> bool:
        """Level and assessment: the criterion is left out and added anew, as its own, with the words that it has now."""
        own = self._own(change.id) or self.anew.get(change.id)
        if own is None:
            base = self.criteria[change.id]
            words = next((each for each in self.overlay.get("reword", []) if each["id"] == change.id), base)
            own = {
                "id": self._new_id(base["category"]), "text": words["text"], "because": reason(change, self.how),
                "category": base["category"], "level": base["level"], "assessed_by": list(base["assessed_by"]),
            }  # fmt: skip
            own |= self._spot(base["category"], self._before(base["category"], change.id))
            self._drop(change)
            self.overlay.setdefault("add_criteria", []).append(own)
            self.anew[change.id] = own
        own |= {"level": change.level} if change.kind == "level" else {"assessed_by": list(change.assessed_by)}
        return True

    def _before(self, section: str, name: str) -> str:
        order = self.order[section]
        at = order.index(name)
        return order[at - 1] if at else ""

    def _spot(self, section: str, follows: str) -> dict[str, str]:
        """`after` or `before` an id of the base role, which alone may be named: behind the nearest above."""
        order = self.order.get(section, [])
        if follows in order:
            return {"after": follows}
        own = self._own(follows)
        if own:
            return {name: own[name] for name in ("after", "before") if name in own}
        return {"before": order[0]} if order and not follows else {}

    def _new_id(self, section: str) -> str:
        known = {*self.statements, *self.criteria}
        number = 1
        while f"{section}-own-{number}" in known or self._own(f"{section}-own-{number}"):
            number += 1
        return f"{section}-own-{number}"

    def _fill(self, change: WordChange) -> bool:
        if change.id in PLAIN_FIELDS and change.after:
            self.overlay.setdefault("fill", {})[change.id] = change.after
        elif change.id == "adjustments" and change.after:
            self.network["adjustments"] = change.after
        else:
            return False
        return True

    def _profile(self, change: WordChange) -> bool:
        """A paragraph on who the network is."""
        profile = self.network.get("profile", [])
        if change.before in profile and change.after:
            profile[profile.index(change.before)] = change.after
            return True
        return False
