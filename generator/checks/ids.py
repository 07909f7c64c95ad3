"""Checks that ids within a file are unique, since other records refer to its parts by id."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from pydantic import BaseModel

from generator.knowledge.library.library import Library
from generator.knowledge.library.scoped import models_within
from generator.knowledge.model import Identified
from generator.knowledge.model.kinds import KINDS, Kind
from generator.knowledge.reading.document import Steps
from generator.problems import Problem, rule


def unique_ids(library: Library) -> Iterator[Problem]:
    """No item has the same id as another in the same list, or in lists that share their ids (`Kind.shared_ids`)."""
    for kind in KINDS:
        for record in library.all(kind.model).values() if _with_ids(kind.model) else ():
            yield from _twice(library, kind, record)


def _twice(library: Library, kind: Kind, record: Identified) -> Iterator[Problem]:
    shared = {path: group for group in kind.shared_ids for path in group}
    first: dict[tuple[object, str], Steps] = {}
    for path, steps, name in listed_ids(record):
        if path in kind.checked_apart:
            continue
        key = shared.get(path, steps[:-1]), name
        if key in first:
            yield rule("id-twice").at(library.place(record, *steps, "id"), id=name, first=library.place(record, *first[key], "id"))
        first.setdefault(key, steps)


def listed_ids(part: BaseModel, path: str = "", steps: Steps = ()) -> Iterator[tuple[str, Steps, str]]:
    """Each item with an id in the lists of a record: the path of its list, its steps, and its id."""
    for name in _with_ids(type(part)):
        value = getattr(part, name)
        below = path if path.rpartition(".")[2] == name else f"{path}.{name}".lstrip(".")
        items = value if isinstance(value, list) else [value]
        for index, item in enumerate(items):
            if isinstance(item, BaseModel):
                way: Steps = (*steps, name, index) if isinstance(value, list) else (*steps, name)
                if isinstance(value, list) and "id" in type(item).model_fields:
                    yield below, way, item.id  # type: ignore[attr-defined]
                yield from listed_ids(item, below, way)


@cache
def _with_ids(model: type[BaseModel]) -> tuple[str, ...]:
    """The fields of a model that are or contain parts with ids. Parts without any are not walked: there are thousands."""
    fields = model.model_fields.items()
    return tuple(name for name, field in fields if any("id" in part.model_fields for part in models_within(field.annotation)))
