"""Walks over the library that several rules share: every statement, criterion and source reference, with the way to it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import get_args, get_origin

from pydantic import BaseModel

from generator.knowledge.library.library import Library
from generator.knowledge.model import (
    Criterion,
    Identified,
    PersonSpecification,
    Retired,
    Role,
    Section,
    Service,
    Statement,
    Telephone,
    TextNumber,
)
from generator.knowledge.reading.document import Steps, Value


@dataclass(frozen=True)
class Citation:
    """A reference to a source: who makes it, where, and whether it retires the clause."""

    by: Identified
    steps: Steps
    reference: str
    retires: bool

    @property
    def source(self) -> str:
        """The source's id."""
        return self.reference.partition("#")[0]

    @property
    def clause(self) -> str:
        """The clause's id, or "" for a reference to the whole source."""
        return self.reference.partition("#")[2]


def statements(role: Role) -> Iterator[tuple[Steps, Statement]]:
    """Every statement of a role with its path, at all levels of sections."""
    for index, section in enumerate(role.sections):
        yield from _in_section(section, ("sections", index))


def _in_section(section: Section, steps: Steps) -> Iterator[tuple[Steps, Statement]]:
    for index, statement in enumerate(section.statements):
        yield (*steps, "statements", index), statement
    for index, inner in enumerate(section.sections):
        yield from _in_section(inner, (*steps, "sections", index))


def sections(role: Role) -> Iterator[tuple[Steps, Section]]:
    """Every section of a role with its path."""

    def inside(nested: list[Section], steps: Steps) -> Iterator[tuple[Steps, Section]]:
        for index, section in enumerate(nested):
            yield (*steps, index), section
            yield from inside(section.sections, (*steps, index, "sections"))

    yield from inside(role.sections, ("sections",))


def criteria(specification: PersonSpecification) -> Iterator[tuple[Steps, Criterion]]:
    """Every criterion of a person specification with its path."""
    for c, category in enumerate(specification.categories):
        for i, criterion in enumerate(category.criteria):
            yield ("categories", c, "criteria", i), criterion


def citations(library: Library) -> Iterator[Citation]:
    """Every reference to a source in the library."""
    for records in library.records.values():
        for record in records.values():
            yield from _cited(record, record, (), retires=False)


def _cited(record: Identified, part: BaseModel, steps: Steps, *, retires: bool) -> Iterator[Citation]:
    """Any field called `source` is a list of references, whatever the kind of record."""
    for name in _citing_fields(type(part)):
        value = getattr(part, name)
        if name == "source" and isinstance(value, list):
            for index, reference in enumerate(value):
                yield Citation(record, (*steps, name, index), reference, retires)
        elif isinstance(value, BaseModel):
            yield from _cited(record, value, (*steps, name), retires=retires)
        elif isinstance(value, list):
            for index, item in enumerate(value):
                if isinstance(item, BaseModel):
                    yield from _cited(record, item, (*steps, name, index), retires=retires or isinstance(item, Retired))


def texts_as_written(value: Value, steps: Steps) -> Iterator[tuple[Steps, str]]:
    """Every text in a value as written in the file, including ids and web addresses, with its path."""
    if isinstance(value, str):
        yield steps, value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from texts_as_written(inner, (*steps, key))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from texts_as_written(inner, (*steps, index))


@cache
def _citing_fields(model: type[BaseModel]) -> tuple[str, ...]:
    """The fields of a model that can contain references to sources, directly or nested, so that others need not be walked."""
    return tuple(name for name, field in model.model_fields.items() if _can_cite(name, field.annotation, frozenset()))


def _can_cite(name: str, annotation: object, around: frozenset[type[BaseModel]]) -> bool:
    if name == "source" and get_origin(annotation) is list:
        return True
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        inner = annotation.model_fields.items() if annotation not in around else ()
        return any(_can_cite(part, field.annotation, around | {annotation}) for part, field in inner)
    return any(_can_cite("", part, around) for part in get_args(annotation))


def numbers_of(service: Service) -> Iterator[tuple[str, int, Telephone | TextNumber]]:
    """Every number to call or text, with its field and place in it."""
    yield from (("phones", index, number) for index, number in enumerate(service.phones))
    yield from (("texts", index, number) for index, number in enumerate(service.texts))
