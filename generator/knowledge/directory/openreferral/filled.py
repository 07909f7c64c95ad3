"""Objects of a feed without anything empty."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel


def without_empty(part: BaseModel) -> dict[str, Any]:
    """An object as JSON, without anything empty: a feed with nulls fails validation."""
    found = filled(part.model_dump(mode="json", exclude_none=True))
    assert isinstance(found, dict)  # noqa: S101 - a model is always an object
    return found


def filled(value: Any) -> Any:
    """The same value without nulls and empty texts, lists and objects, however deep they stand. What is not of the standard comes last."""
    if isinstance(value, dict):
        kept = {}
        for key, inner in value.items():
            if isinstance(inner, dict | list):
                inner = filled(inner)  # noqa: PLW2901
            if inner or isinstance(inner, int | float):
                kept[key] = inner
        if "fingerpost" in kept:
            kept["fingerpost"] = kept.pop("fingerpost")
        return kept
    if isinstance(value, list):
        return [inner for inner in map(filled, value) if inner or isinstance(inner, int | float)]
    return value
