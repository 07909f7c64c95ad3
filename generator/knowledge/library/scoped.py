"""What a check reads of a record, found by what the models declare: texts with a scope or in print, and ids of other records."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import TypeVar, get_args

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from generator.knowledge.model.reference import RefersTo
from generator.knowledge.model.scopes import InPrint, Scope, WordingScope
from generator.knowledge.reading.document import Steps

_Mark = TypeVar("_Mark")

Fields = Callable[[type[BaseModel]], Mapping[str, _Mark | None]]
"""For a model: its fields that are marked, each with its mark; and those whose parts have marked fields, with none."""


@cache
def scopes(model: type[BaseModel]) -> dict[str, WordingScope | None]:
    """The fields of a model that rules on words hold for, with their scopes."""
    return dict(_marked(model, _scope))


@cache
def printed_fields(model: type[BaseModel]) -> dict[str, InPrint | None]:
    """The fields of a model that packs print."""
    return dict(_marked(model, _in_print))


@cache
def references(model: type[BaseModel]) -> dict[str, RefersTo | None]:
    """The fields of a model that name other records."""
    return dict(_marked(model, _reference))


def marked_texts(part: BaseModel, fields: Fields[_Mark], steps: Steps = ()) -> Iterator[tuple[Steps, str, _Mark]]:
    """Every text in a record, or a part of one, that is marked: with the way to it and its mark."""
    values = vars(part)  # walking a record itself takes twice as long
    for name, mark in fields(type(part)).items():
        yield from _inside(values[name], fields, mark, (*steps, name))


def _inside(value: object, fields: Fields[_Mark], mark: _Mark | None, steps: Steps) -> Iterator[tuple[Steps, str, _Mark]]:
    if isinstance(value, str):
        if value and mark:
            yield steps, value, mark
    elif isinstance(value, BaseModel):
        yield from marked_texts(value, fields, steps)
    elif isinstance(value, list | dict):
        for step, item in value.items() if isinstance(value, dict) else enumerate(value):
            yield from _inside(item, fields, mark, (*steps, step))


def _scope(info: FieldInfo) -> WordingScope | None:
    return next((mark.name for mark in info.metadata if isinstance(mark, Scope)), None)


def _reference(info: FieldInfo) -> RefersTo | None:
    return next((mark for mark in info.metadata if isinstance(mark, RefersTo)), None)


def _in_print(info: FieldInfo) -> InPrint | None:
    return next((mark for mark in info.metadata if isinstance(mark, InPrint)), None)


def _marked(model: type[BaseModel], mark_of: Callable[[FieldInfo], _Mark | None]) -> Iterator[tuple[str, _Mark | None]]:
    for name, info in model.model_fields.items():
        mark = mark_of(info)
        if mark or any(mark_of(inner) for part in models_within(info.annotation) for inner in part.model_fields.values()):
            yield name, mark


def models_within(annotation: object, found: set[type[BaseModel]] | None = None) -> set[type[BaseModel]]:
    """Every model that a value of this type is made of, at any depth. Those that are `found` already are not gone into again."""
    found = set() if found is None else found
    if isinstance(annotation, type) and issubclass(annotation, BaseModel) and annotation not in found:
        found.add(annotation)
        for info in annotation.model_fields.values():
            models_within(info.annotation, found)
    for inner in get_args(annotation):
        models_within(inner, found)
    return found
