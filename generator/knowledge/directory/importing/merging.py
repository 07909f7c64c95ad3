"""Merge an imported record with the existing one: values of the file replace ours, and what people added is kept."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from generator.knowledge.directory.importing.found import ImportedRecord
from generator.knowledge.directory.openreferral.standard import filled
from generator.knowledge.directory.visibility import months_later
from generator.knowledge.model import Service, Settings

_UNSURE = "unverified"

_OF_THE_DAY = frozenset({"read_on", "checked_on", "copied_on"})
"""Dates that only say when a file was read."""


@dataclass(frozen=True)
class Filler:
    """Fills in what a record of ours must have and a foreign file does not say."""

    feed: str
    today: date
    settings: Settings | None

    def merged(self, found: ImportedRecord, before: Mapping[str, Any]) -> dict[str, Any]:
        """The values of a record after the import. `before` is what stands in the data, or nothing."""
        if before and _heard(before) and _heard(before) == _heard(found.values):
            return dict(before)
        kept = {name: value for name, value in before.items() if name not in found.given}
        guessed = {name: value for name, value in found.values.items() if name in found.guessed}
        told = {name: value for name, value in found.values.items() if name not in found.guessed}
        values = {**guessed, **kept, **told}
        return values if found.own else self._doubted(values, before)

    def _doubted(self, values: dict[str, Any], before: Mapping[str, Any]) -> dict[str, Any]:
        """The record as no one has checked it yet, unless the import changes nothing of what someone did check."""
        values = self._with_sources(values)
        differs = set(changed(_undated(filled(dict(before))), _undated(filled(values)))) - {"came_from"}
        if before and not differs:
            return {**before, **{name: values[name] for name in ("came_from",) if name in values}}
        months = self.settings.review_months.unverified if self.settings else 3
        told = f"Everything. It was imported from {self.feed} on {self.today.isoformat()}, and no one has checked it since."
        values.pop("assured_by", None)
        return {
            **values,
            "alert": values.get("alert") or ("The directory that it came from says that it has closed." if _closed(values) else None),
            "confidence": _UNSURE,
            "not_confirmed": [told],
            "review_after": months_later(self.today, months).isoformat(),
        }

    def _with_sources(self, values: dict[str, Any]) -> dict[str, Any]:
        """A record without sources has the file as its source, and so has each number that names none."""
        source = {"id": "feed", "title": self.feed, "kind": "directory", "read_on": self.today.isoformat()}
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
        """A number with its day. What somebody else checked is a copy to us, unless a page of the provider is named."""
        if number["source"] in own and number.get("checked_on"):
            return number
        day = number.get("copied_on") or number.get("checked_on") or self.today.isoformat()
        return {**{name: value for name, value in number.items() if name != "checked_on"}, "copied_on": day}


def _heard(values: Mapping[str, Any]) -> tuple[str, str] | None:
    """Which record of which feed this is, and what it said: the same means that there is nothing new."""
    came_from = values.get("came_from")
    return (str(came_from.get("id")), str(came_from.get("seen"))) if isinstance(came_from, dict) else None


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


def _undated(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _undated(inner) for key, inner in value.items() if key not in _OF_THE_DAY}
    return [_undated(inner) for inner in value] if isinstance(value, list) else value
