"""Compress the data of the search for download: one column for each field, instead of its name in every record.

`templates/browser/engine/unfold.js` reverses it. It halves the size of three thousand services.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from generator.documents.page import JsonObject
from generator.knowledge.text.formatting import slug

NUMBERED = {"needs": "needs", "audiences": "audiences", "areas": "areas", "only": "needs"}
"""Columns with ids of the vocabulary, and its list. Each id becomes its position in the list, from 1; one alone stands without a list."""

DERIVED = "id"
"""The column that mostly can be derived from the name."""


def folded(data: JsonObject) -> JsonObject:
    """The data with its services as columns. A missing value is 0, which no field can have as a value."""
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
        found = [places[name].get(one, one) for one in value]
        return found[0] if len(found) == 1 and isinstance(found[0], int) else found
    return [value] if value == 0 else value  # an age of 0 must differ from a missing age
