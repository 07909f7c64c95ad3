"""Every text of every kind of record says where it is declared which rules on words hold for it, or why none do."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator
from typing import Annotated, get_args, get_origin

import pytest
from pydantic import BaseModel, StringConstraints
from pydantic.fields import FieldInfo

from generator.knowledge import model as models
from generator.knowledge.model.scopes import Exempt, Scope
from generator.knowledge.model.words import IS_TEXT, Record, Text


def kinds(parent: type[BaseModel] = Record) -> Iterator[type[BaseModel]]:
    """A model and all that build on it, in every module of models."""
    for child in parent.__subclasses__():
        if child.__module__.startswith(models.__name__):
            yield child
            yield from kinds(child)


for module in pkgutil.walk_packages(models.__path__, f"{models.__name__}."):
    importlib.import_module(module.name)
FIELDS = {f"{kind.__name__}.{name}": info for kind in kinds() for name, info in kind.model_fields.items()}


def holds_words(annotation: object, metadata: tuple[object, ...] = ()) -> bool:
    """Whether people can write words there: text, or a string that no pattern holds to a form."""
    if get_origin(annotation) is Annotated:
        inner, *more = get_args(annotation)
        return holds_words(inner, (*metadata, *more))
    if annotation is str:
        formed = any(isinstance(one, StringConstraints) and one.pattern for one in metadata)
        return IS_TEXT in metadata or (not formed and not any(getattr(one, "pattern", None) for one in metadata))
    values = get_args(annotation)[-1:] if get_origin(annotation) is dict else get_args(annotation)
    return any(holds_words(inner) for inner in values if not isinstance(inner, str))


def declared(info: FieldInfo) -> list[object]:
    return [mark for mark in info.metadata if isinstance(mark, Scope | Exempt)]


@pytest.mark.parametrize("name", [name for name, info in FIELDS.items() if holds_words(info.annotation, tuple(info.metadata))])
def test_every_text_has_a_scope_or_a_reason_to_have_none(name: str) -> None:
    assert len(declared(FIELDS[name])) == 1, f"Declare {name} with Scope(…), or with Exempt(…) and the reason."


def test_nothing_but_text_has_one() -> None:
    wordless = {name for name, info in FIELDS.items() if not holds_words(info.annotation, tuple(info.metadata))}
    assert [name for name in wordless if declared(FIELDS[name])] == []


def test_a_reason_is_a_reason() -> None:
    reasons = {name: mark.reason for name, info in FIELDS.items() for mark in info.metadata if isinstance(mark, Exempt)}
    assert [name for name, reason in reasons.items() if len(reason.split()) < 3] == []


class Toy(Record):
    """A kind of record that somebody adds and gives no scope."""

    told: Text
    lines: list[Text]
    by_word: dict[str, Text]
    chosen: Annotated[Text | None, Scope("advert")] = None


def test_a_field_without_a_scope_is_seen() -> None:
    seen = [name for name, info in Toy.model_fields.items() if holds_words(info.annotation, tuple(info.metadata)) and not declared(info)]
    assert seen == ["told", "lines", "by_word"]
