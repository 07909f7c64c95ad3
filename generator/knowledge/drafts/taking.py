"""Take changes of an edited Word file into the network's file that it carries. What the file of a network cannot hold is left, and told."""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from generator.knowledge.drafts.changes import WordChange
from generator.knowledge.drafts.names import free_section
from generator.knowledge.drafts.outline import deep_words
from generator.knowledge.drafts.placing import SentenceHomes, order_in, place_at, set_order
from generator.knowledge.drafts.taking_sections import drop_section, put_section
from generator.knowledge.drafts.taking_words import reason, take_clause, take_field, take_heading, take_line, take_profile


@dataclass(frozen=True)
class Taken:
    """A network's file with changes taken, and the changes that it could not take."""

    network: dict[str, Any]
    left: tuple[WordChange, ...]


def take_changes(carried: Mapping[str, Any], changes: Iterable[WordChange], how: str = "Changed in Word") -> Taken:
    """Take each change but those of which somebody must be asked. `how` they were made is the reason that the file gives.

    Raises KeyError where the file is of no network.
    """
    changes = list(changes)
    taking = _Taking(carried, how, changes)
    left = [change for change in changes if (change.certainty == "ask" and change.kind != "text") or not taking.takes(change)]
    return Taken(taking.network, tuple(left))


class _Taking:
    def __init__(self, carried: Mapping[str, Any], how: str, changes: Iterable[WordChange]) -> None:
        self.how = how
        self.network: dict[str, Any] = copy.deepcopy(carried["network"])
        self.overlay: dict[str, Any] = self.network["roles"][0]
        self.anew: dict[str, str] = {}
        """The id of each criterion that is the network's own now, by its id in the role."""
        base = carried["base"]
        sections = list(deep_words(base.get("sections", [])))
        self.statements = {each["id"]: each for section in sections for each in section.get("statements", [])}
        self.criteria = {each["id"]: {**each, "category": c["id"]} for c in base.get("categories", []) for each in c["criteria"]}
        homes = {section["id"]: [each["id"] for each in section.get("statements", [])] for section in sections}
        homes |= {each["id"]: [] for each in self.overlay.get("add_sections", []) if each["id"] not in homes}
        self.homes: dict[str, list[str]] = homes
        self.ours = [section["id"] for section in base.get("sections", [])]
        self.offered = {change.id: change for change in changes if change.about == "section" and change.kind == "added"}
        """The sections that are new in what came home."""
        self.begun: dict[str, str] = {}
        """The id in the network's file of each of them that was taken."""
        tables = {category["id"]: [each["id"] for each in category["criteria"]] for category in base.get("categories", [])}
        self.parts = {"statement": SentenceHomes("add", "section", homes), "criterion": SentenceHomes("add_criteria", "category", tables)}
        self.headings: dict[str, str] = {section["id"]: section["heading"] for section in sections}
        self.three_lines: list[str] = base.get("in_three_lines", [])
        self.fresh: set[str] = set()
        """What was added just now: the file that came home names none of it."""

    def takes(self, change: WordChange) -> bool:
        """Take a change. Says whether it could be."""
        steps: dict[str, Callable[[WordChange], bool]] = {
            "reworded": self._reword, "dropped": self._drop, "added": self._add, "moved": self._move,
            "level": self._criterion, "assessed": self._criterion, "field": self._field, "text": self._text,
        }  # fmt: skip
        if change.about == "section":
            return self._section(change) if change.kind == "added" else drop_section(self.overlay, self.ours, change.id)
        if change.about == "clause":
            return take_clause(self.overlay, change, self.how)
        return steps[change.kind](change)

    def _section(self, change: WordChange) -> bool:
        """A new section. It comes along with the first sentence that goes into it, if it was not taken itself."""
        if change.id in self.begun:
            return True
        name = change.id if change.id not in self.homes else free_section(self.homes)
        self.begun[change.id], self.homes[name] = name, []
        follows = self.begun.get(change.follows, change.follows)
        put_section(self.overlay, self.ours, {"id": name, "heading": change.after, "because": reason(change, self.how)}, follows)
        return True

    def _into(self, change: WordChange) -> WordChange | None:
        """A change with the section or category that it goes into, as the network's file names it; nothing where there is none."""
        if change.about == "statement" and change.section in self.offered:
            self._section(self.offered[change.section])
            return replace(change, section=self.begun[change.section])
        return change if change.section in self.parts[change.about].homes else None

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
        parts = self.parts[change.about]
        part = parts.part_of(self.overlay, change.id)
        order = [name for name in order_in(self.overlay, parts, part or "") if name != change.id]
        if self._own(change.id):
            self.overlay[parts.added] = [each for each in self.overlay[parts.added] if each["id"] != change.id]
        else:
            self.overlay["reword"] = [each for each in self.overlay.get("reword", []) if each["id"] != change.id]
            self.overlay.setdefault("drop", []).append({"id": change.id, "because": reason(change, self.how)})
        if part:
            set_order(self.overlay, parts, part, order)
        return True

    def _add(self, there: WordChange) -> bool:
        change = self._into(there)
        if change is None:
            return False
        new: dict[str, Any] = {"id": self._new_id(change.section), "text": change.after, "because": reason(change, self.how)}
        if change.about == "statement":
            self._place(self._added("add", new | {"section": change.section}), change)
            return True
        cells = {"category": change.section, "level": change.level, "assessed_by": list(change.assessed_by)}
        self._place(self._added("add_criteria", new | cells), change)
        return True

    def _added(self, kind: str, new: dict[str, Any]) -> str:
        self.overlay.setdefault(kind, []).append(new)
        self.fresh.add(new["id"])
        return str(new["id"])

    def _move(self, there: WordChange) -> bool:
        """Put a sentence elsewhere, the role's or the network's own."""
        change = self._into(there)
        if change is None:
            return False
        self._place(change.id, change)
        for move in self.overlay.get("move", []):
            move.setdefault("because", reason(change, self.how))
        return True

    def _place(self, name: str, change: WordChange) -> None:
        """Put a sentence where the file has it: behind what it follows there, and behind what was added in between."""
        parts = self.parts[change.about]
        order = [other for other in order_in(self.overlay, parts, change.section) if other != name]
        at = order.index(change.follows) + 1 if change.follows in order else len(order) if change.follows else 0
        while at < len(order) and order[at] in self.fresh:
            at += 1
        place_at(self.overlay, parts, name, change.section, at)

    def _criterion(self, change: WordChange) -> bool:
        """Level and assessment: the criterion is left out and added anew, as its own, with the words that it has now."""
        own = self._own(self.anew.get(change.id, change.id)) or self._made_own(change)
        own |= {"level": change.level} if change.kind == "level" else {"assessed_by": list(change.assessed_by)}
        return True

    def _made_own(self, change: WordChange) -> dict[str, Any]:
        base, parts = self.criteria[change.id], self.parts["criterion"]
        words = next((each for each in self.overlay.get("reword", []) if each["id"] == change.id), base)
        category = parts.part_of(self.overlay, change.id) or base["category"]
        name = self.anew[change.id] = self._new_id(category)
        order = [name if other == change.id else other for other in order_in(self.overlay, parts, category)]
        self._drop(change)
        own = {
            "id": name, "text": words["text"], "because": reason(change, self.how),
            "category": category, "level": base["level"], "assessed_by": list(base["assessed_by"]),
        }  # fmt: skip
        self.overlay.setdefault("add_criteria", []).append(own)
        set_order(self.overlay, parts, category, order)
        return self._own(name) or own

    def _new_id(self, section: str) -> str:
        known = {*self.statements, *self.criteria}
        number = 1
        while f"{section}-own-{number}" in known or self._own(f"{section}-own-{number}"):
            number += 1
        return f"{section}-own-{number}"

    def _field(self, change: WordChange) -> bool:
        return take_field(self.network, self.overlay, change)

    def _text(self, change: WordChange) -> bool:
        return (
            take_profile(self.network, change)
            or take_heading(self.overlay, self.headings, change, self.how)
            or take_line(self.network, self.overlay, self.three_lines, change)
        )
