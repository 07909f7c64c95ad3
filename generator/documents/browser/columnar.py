"""The data of the search made small for the wire: a column for each fact instead of its name in every record.

`templates/browser/engine/unfold.js` undoes it. Three thousand services so take about half of what they take as records.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from generator.documents.page import JsonObject
from generator.knowledge.text.formatting import slug

NUMBERED = {"needs": "needs", "audiences": "audiences", "areas": "areas", "only": "needs"}
"""Columns that name things of the vocabulary: by their place in its lists, from 1."""

DERIVED = "id"
"""The column that mostly follows from the name."""


def folded(data: JsonObject) -> JsonObject:
    """The data with its services as columns. What a service does not have stands as 0, which is no value that a fact can have."""
    services: Sequence[JsonObject] = data["services"]
    places = {column: _places(data["vocabulary"][among]) for column, among in NUMBERED.items()}
    names = sorted({name for service in services for name in service})
    columns = {name: [_value(service, name, places) for service in services] for name in names}
    return {**data, "services": {"count": len(services), "columns": columns}}


def _places(things: Sequence[JsonObject]) -> dict[str, int]:
    return {thing["id"]: place for place, thing in enumerate(things, start=1)}


def _value(service: JsonObject, name: str, places: Mapping[str, Mapping[str, int]]) -> object:
    value = service.get(name)
    if name == DERIVED:
        return 0 if value == slug(service["name"]) else value
    if value is None or value is False:
        return 0
    if name in places:
        return [places[name].get(one, one) for one in value]
    return [value] if value == 0 else value  # an age of 0 is told apart from no age
