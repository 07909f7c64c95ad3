"""Merge an imported record with the existing one, field by field. What people wrote here stays, and what they changed there comes in."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from generator.knowledge.directory.importing.found import ImportedRecord
from generator.knowledge.directory.importing.marks import FieldMark, field_mark, marks_in, undated
from generator.knowledge.directory.openreferral.filled import filled
from generator.knowledge.directory.visibility import months_later
from generator.knowledge.model import Service
from generator.knowledge.model.settings import ReviewMonths

_UNSURE = "unverified"

_OURS = frozenset({
    "id", "came_from", "guessed", "confidence", "not_confirmed", "assured_on", "assured_by", "review_after", "sources", "accept_wording",
    "safety",
})  # fmt: skip
"""Fields that the feeds of others never change in an existing record."""

_NEEDED = frozenset({"name", "organisation", "summary", "needs", "audiences", "areas", "status"})
"""Fields that are kept when a feed no longer has them."""

MADE_UP = frozenset({"organisation", "summary"})
"""Fields in which an import writes words of its own where a feed has none."""

_HAS_CLOSED = "The directory that it came from says that it has closed."


@dataclass(frozen=True)
class KeptField:
    """A field that was changed here and there, or there while the record here is confirmed."""

    field: str
    theirs: Any
    """What the file says. Nothing where it no longer has the field."""
    ours: Any


@dataclass
class Merged:
    """A record after an import."""

    values: dict[str, Any]
    taken: set[str] = field(default_factory=set)
    """The fields that came from the file."""
    conflicts: list[KeptField] = field(default_factory=list)
    marks: dict[str, FieldMark] = field(default_factory=dict)
    """The marks of the fields that were not taken."""

    def take(self, name: str, theirs: Any) -> None:
        """The value of the file. Where the file has none, the field goes: a list that is null is no list."""
        self.taken.add(name)
        if theirs is None:
            self.values.pop(name, None)
        else:
            self.values[name] = theirs


@dataclass(frozen=True)
class Filler:
    """Fills in required fields that a foreign file does not have."""

    feed: str
    today: date
    review_months: ReviewMonths

    def merged(self, found: ImportedRecord, before: Mapping[str, Any]) -> Merged:
        """The record after the import. `before` is the existing record, or empty."""
        if not before:
            values = found.values if found.own else self._unconfirmed(found.values)
            return Merged({name: value for name, value in values.items() if name not in found.refused}, set(found.given))
        if found.own:
            return _ours(found, before)
        return self._theirs(found, before)

    def _theirs(self, found: ImportedRecord, before: Mapping[str, Any]) -> Merged:
        """A record of a feed that is here already."""
        came_from = before.get("came_from") or {}
        other = bool(came_from) and came_from.get("id") != found.values["came_from"].get("id")  # a table that uses our id
        base = {} if other else marks_in(came_from.get("fields"))
        merged = Merged(dict(before))
        if came_from.get("seen") == found.values["came_from"].get("seen") and came_from.get("id") == found.values["came_from"].get("id"):
            return merged
        new = self._with_sources({**found.values, "sources": before.get("sources")})
        for name in _feed_fields(found, base):
            if name not in found.refused:
                self._merge(name, found, new, before, base.get(name), merged)
            elif name in base:
                merged.marks[name] = base[name]
        if "status" in merged.taken and _closed(merged.values) and not merged.values.get("alert"):
            merged.take("alert", _HAS_CLOSED)
        elif merged.values.get("alert") == _HAS_CLOSED and merged.values.get("status") != "closed":
            merged.take("alert", None)
        guessed = [one for one in before.get("guessed", []) if one not in merged.taken]
        merged.values |= {"guessed": guessed, "came_from": came_from if other else found.values["came_from"]}
        return merged

    def _merge(
        self, name: str, found: ImportedRecord, new: Mapping[str, Any], before: Mapping[str, Any], base: FieldMark | None, merged: Merged
    ) -> None:  # fmt: skip
        """One field of a record that is here already."""
        given = name in found.given
        theirs, ours = (new.get(name) if given else None), before.get(name)
        if theirs == Service.model_fields[name].default:
            theirs = None  # our files leave out what every record has, such as `status: active`
        there = field_mark(found.values.get(name)) if given else ""
        merged.marks[name] = FieldMark(there, base.here if base else "")
        left_out = bool(base and not base.here and not ours)  # by an import, as it hid the address: no one here removed it
        if (base and base.there == there and not left_out) or undated(theirs) == undated(ours) or (not given and name in _NEEDED):
            return
        local = base.here != field_mark(ours) if base else bool(ours) and name not in before.get("guessed", [])
        if local or _confirmed_here(before):
            merged.conflicts.append(KeptField(name, theirs, ours))
            return
        merged.take(name, theirs)

    def _unconfirmed(self, values: Mapping[str, Any]) -> dict[str, Any]:
        """A new record, which no one has checked yet."""
        values = self._with_sources(values)
        unchecked = f"Everything. It was imported from {self.feed} on {self.today.isoformat()}, and no one has checked it since."
        values.pop("assured_by", None)
        values.pop("assured_on", None)
        return {
            **values,
            "alert": values.get("alert") or (_HAS_CLOSED if _closed(values) else None),
            "confidence": _UNSURE,
            "not_confirmed": [unchecked],
            "review_after": months_later(self.today, self.review_months.unverified).isoformat(),
        }

    def _with_sources(self, values: Mapping[str, Any]) -> dict[str, Any]:
        """A record without sources has the file as its source, and so has each number that names none."""
        source = {"id": "feed", "title": self.feed[:160], "kind": "directory", "read_on": self.today.isoformat()}
        sources = values.get("sources") or [source]
        named = next((entry.get("id") for entry in sources if isinstance(entry, dict)), None)
        own = {entry.get("id") for entry in sources if isinstance(entry, dict) and entry.get("kind") == "provider"}
        numbers = {
            field: [self._copied({"source": named, **number}, own) if isinstance(number, dict) else number for number in values[field]]
            for field in ("phones", "texts")
            if isinstance(values.get(field), list)
        }
        return {**values, **numbers, "sources": sources}

    def _copied(self, number: dict[str, Any], own: Collection[object]) -> dict[str, Any]:
        """A number with its day. What another publisher checked is a copy to us, unless a page of the provider is named."""
        if number["source"] in own and number.get("checked_on"):
            return {name: value for name, value in number.items() if name != "copied_on"}
        day = number.get("copied_on") or number.get("checked_on") or self.today.isoformat()
        return {**{name: value for name, value in number.items() if name != "checked_on"}, "copied_on": day}


def _feed_fields(found: ImportedRecord, base: Mapping[str, FieldMark]) -> Iterator[str]:
    return (name for name in Service.model_fields if name not in _OURS and (name in found.given or name in base))


def _confirmed_here(before: Mapping[str, Any]) -> bool:
    """Whether the record is confirmed here, so that no value of a feed may come in under the name of whoever confirmed it."""
    return before.get("confidence") != _UNSURE or bool(before.get("assured_by") or before.get("assured_on"))


def _ours(found: ImportedRecord, before: Mapping[str, Any]) -> Merged:
    """A record of our own export: a field that was edited there changes, unless it was changed here too."""
    merged = Merged(dict(before))
    for name in found.given - found.refused - {"id"}:
        theirs, ours = found.values.get(name), before.get(name)
        if name == "safety":
            theirs = {**{key: value for key, value in (ours or {}).items() if key in found.decided}, **(theirs or {})} or None
        if theirs == ours or found.untouched(name):
            continue
        if name in found.exported and not found.unchanged_here(name, ours):
            merged.conflicts.append(KeptField(name, theirs, ours))
            continue
        merged.take(name, theirs)
    return merged


def _closed(values: Mapping[str, Any]) -> bool:
    return values.get("status") == "closed" and not values.get("replaced_by")


def values_of(service: Service) -> dict[str, Any]:
    """A record as JSON values, without what it leaves at its default."""
    found = filled(service.model_dump(mode="json", exclude_defaults=True))
    assert isinstance(found, dict)  # noqa: S101 - a model is always an object
    return found


def changed(before: Mapping[str, Any], after: Mapping[str, Any]) -> list[str]:
    """The names of the fields that differ, in the order of the model."""
    return [name for name in Service.model_fields if before.get(name) != after.get(name)]
