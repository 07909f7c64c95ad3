"""Every field of every kind of file: those that our own records use, and those that only the models have."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, get_args

from pydantic import BaseModel

from generator.knowledge.model.kinds import KINDS, Kind
from generator.knowledge.reading.document import Steps
from generator.knowledge.reading.yaml_file import read

PROJECT = Path(__file__).parents[2]
DATA = PROJECT / "data"

FEW = 2
"""How many entries of a list are kept when a field is tested alone: more would not test more."""


@dataclass(frozen=True)
class Field:
    """A field of a kind of file, and a record in which a value can stand there."""

    kind: Kind
    file: Path
    steps: Steps

    def __repr__(self) -> str:
        return f"{self.kind.name}: {'.'.join(map(str, self.steps))} in {self.file.name}"


@cache
def records(kind: Kind) -> dict[Path, Any]:
    """The values of each of our records of a kind."""
    found = [path for path in sorted((DATA / kind.folder).glob("*.yaml")) if kind.owns(path.name)]
    return {path: read(path, path.name)[0].value for path in found}


@cache
def fields() -> tuple[Field, ...]:
    """One of each form: a field of the tenth statement is the same as that of the first."""
    found: dict[tuple[str, Steps], Field] = {}
    for kind in KINDS:
        for file, value in records(kind).items():
            for steps in _inside(kind.model, value, ()):
                form = tuple("*" if isinstance(step, int) else step for step in steps)
                found.setdefault((kind.name, form), Field(kind, file, steps))
    return tuple(found.values())


def _inside(model: type[BaseModel], value: Any, steps: Steps) -> Iterator[Steps]:
    """The way to every field of a record, also to those it leaves out."""
    for name, declared in model.model_fields.items():
        yield (*steps, name)
        inner = value.get(name)
        for item, way in _items(inner, (*steps, name)):
            yield way
            nested = next((m for m in _models(declared.annotation) if isinstance(item, dict) and set(item) <= set(m.model_fields)), None)
            if nested:
                yield from _inside(nested, item, way)


def _items(value: Any, steps: Steps) -> Iterator[tuple[Any, Steps]]:
    if isinstance(value, list):
        for index, item in enumerate(value[:FEW]):
            yield from _items(item, (*steps, index))
    elif isinstance(value, dict) or value is not None:
        yield value, steps


def _models(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for inner in get_args(annotation):
        yield from _models(inner)


def spoiled(field: Field, hostile: Any, *, short: bool = True) -> Any:
    """The record with a hostile value in the field, its lists cut `short`."""
    value = copy.deepcopy(records(field.kind)[field.file])
    put(value, field.steps, hostile)
    return _cut(value) if short else value


def put(value: Any, steps: Steps, hostile: Any) -> None:
    """Set the value at a path."""
    for step in steps[:-1]:
        value = value[step]
    value[steps[-1]] = hostile


def _cut(value: Any) -> Any:
    if isinstance(value, list):
        return [_cut(item) for item in value[:FEW]]
    return {key: _cut(item) for key, item in value.items()} if isinstance(value, dict) else value
