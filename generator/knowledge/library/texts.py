"""The texts that people write in a record, as opposed to ids, numbers, web addresses and choices: to read them all, or change them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from typing import Any, TypeVar, cast, get_args

from pydantic import BaseModel

from generator.knowledge.model.words import IS_TEXT
from generator.knowledge.reading.document import Steps

_Part = TypeVar("_Part", bound=BaseModel)


def texts(part: BaseModel, steps: Steps = ()) -> Iterator[tuple[Steps, str]]:
    """Every text in a record or a part of one, with the way to it."""
    for name in _with_text(type(part)):
        value = getattr(part, name)
        for index, item in enumerate(value if isinstance(value, list) else [value]):
            way: Steps = (*steps, name, index) if isinstance(value, list) else (*steps, name)
            if isinstance(item, str):
                yield way, item
            elif isinstance(item, BaseModel):
                yield from texts(item, way)


def rewritten(part: _Part, change: Callable[[str], str], without: frozenset[str] = frozenset()) -> _Part:
    """The same record with every text changed, but for the fields of these names. A record that nothing changes in is returned itself."""
    changed: dict[str, Any] = {}
    for name in _with_text(type(part)):
        if name not in without:
            value = getattr(part, name)
            new = [_changed(item, change) for item in value] if isinstance(value, list) else _changed(value, change)
            if new != value:
                changed[name] = new
    return part.model_copy(update=changed) if changed else part


def _changed(value: object, change: Callable[[str], str]) -> object:
    if isinstance(value, str):
        return change(value)
    return rewritten(value, change) if isinstance(value, BaseModel) else value


@cache
def _with_text(model: type[BaseModel]) -> tuple[str, ...]:
    """The fields of a model that are texts, or hold some."""
    fields = model.model_fields.items()
    return tuple(name for name, field in fields if IS_TEXT in field.metadata or _holds_text(field.annotation))


def _holds_text(annotation: object) -> bool:
    """Whether a type is a text, or a list or record with one in it. A choice of words is none."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return bool(_with_text(annotation))
    metadata = cast(tuple[object, ...], getattr(annotation, "__metadata__", ()))
    return IS_TEXT in metadata or any(_holds_text(inner) for inner in get_args(annotation) if not isinstance(inner, str))
