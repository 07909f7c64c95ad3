"""Leave out of a foreign record what our model refuses: the field or the entry of a list, never the record."""

from __future__ import annotations

from typing import Any

from pydantic import ValidationError

from generator.knowledge.directory.importing.found import ImportedRecord
from generator.knowledge.directory.importing.merging import Merged
from generator.knowledge.model import Service

_ROUNDS = 20
"""Maximum rounds. Each removes one entry of a list, so that the positions of the next errors are right."""


def without_invalid(merged: Merged, found: ImportedRecord, name: str) -> Service | None:
    """Remove invalid values from `merged`, with a note for each. Returns the record, or None where it is still invalid."""
    for _ in range(_ROUNDS):
        try:
            return Service.model_validate({**merged.values, "id": name})
        except ValidationError as error:
            bad = {str(one["loc"][0]): one["loc"] for one in reversed(error.errors(include_url=False)) if one["loc"]}
            taken = [_without(merged, loc, found) for loc in bad.values()]
            if not any(taken):
                return None
    return None


def _without(merged: Merged, loc: tuple[int | str, ...], found: ImportedRecord) -> bool:
    """Remove the value at `loc`. Returns whether there was one."""
    field = str(loc[0])
    value = merged.values.get(field)
    if field not in merged.taken | found.guessed or value is None:
        return False
    if isinstance(value, list) and len(loc) > 1 and isinstance(loc[1], int) and loc[1] < len(value):
        found.notes.left(field, "not in a form that a record can have", _shown(value[loc[1]]))
        merged.values[field] = [one for index, one in enumerate(value) if index != loc[1]]
        if not merged.values[field]:
            del merged.values[field]
    else:
        found.notes.left(field, "not in a form that a record can have", _shown(value))
        del merged.values[field]
    return True


def _shown(value: Any) -> str:
    return "; ".join(f"{key}: {inner}" for key, inner in value.items() if inner is not None) if isinstance(value, dict) else str(value)
