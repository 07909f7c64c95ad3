"""A validation error of one value: its place in the file, and the model's description of the field."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, get_args

from pydantic import BaseModel
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from generator.knowledge.model.descriptions import descriptions
from generator.knowledge.reading.document import Document, Steps
from generator.problems import Problem, rule


@dataclass(frozen=True)
class FieldError:
    """One of Pydantic's errors, with the path of the value in the file."""

    model: type[BaseModel]
    called: str
    """What messages call the whole record: `a role`."""
    document: Document
    details: ErrorDetails
    steps: Steps

    @property
    def value(self) -> Any:
        """The value in the file."""
        return self.details["input"]

    @property
    def limits(self) -> Mapping[str, Any]:
        """Pydantic's context of the error, such as the limit that was exceeded."""
        return self.details.get("ctx", {})

    @property
    def field(self) -> str:
        """What messages call the value."""
        return value_name(self.steps, self.called)

    @property
    def shown(self) -> str:
        """The value, truncated for a message."""
        return shown_value(self.value)

    @property
    def about(self) -> str:
        """The model's description of the field, on one line."""
        return field_help(self.model, self.steps)

    def problem(self, code: str, /, **gaps: object) -> Problem:
        """The problem with this code, at the place of the value."""
        return rule(code).at(self.document.place(*self.steps), field=self.field, value=self.shown, **gaps)


def steps_of(document: Document, loc: tuple[int | str, ...]) -> Steps:
    """The path in the file for one of Pydantic's locations, which also names members of unions that the file does not have."""
    steps: Steps = ()
    for part in loc:
        if (*steps, part) in document.values:
            steps = (*steps, part)
    return steps


def value_name(steps: Steps, called: str) -> str:
    """What messages call a value: `‘meets’`, `item 2 of ‘meets’`, or for the whole record `a role`."""
    names = [str(step) for step in steps if isinstance(step, str)]
    if not names:
        return called
    item = f"item {steps[-1] + 1} of " if isinstance(steps[-1], int) else ""
    return f"{item}‘{names[-1][:60]}’"


def shown_value(value: object) -> str:
    """A value as written in YAML, truncated to 60 characters for a message."""
    text = value if isinstance(value, str) else "nothing" if value is None else json.dumps(value, ensure_ascii=False, default=str)
    return text if len(text) <= 60 else text[:59] + "…"


def fields_of(model: type[BaseModel]) -> dict[str, FieldInfo]:
    """The fields of a model by their keys in files."""
    return {info.alias or name: info for name, info in model.model_fields.items()}


def model_at(model: type[BaseModel], steps: Steps) -> type[BaseModel] | None:
    """The model of the value at a path, or None if it is not a record."""
    inner: type[BaseModel] | None = model
    for step in steps:
        if isinstance(step, str) and inner is not None:
            info = fields_of(inner).get(step)
            inner = _model_in(info.annotation) if info else None
    return inner


def _model_in(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((m for m in map(_model_in, get_args(annotation)) if m), None)


def field_help(model: type[BaseModel], steps: Steps) -> str:
    """The model's description of the field at a path, on one line, or "" if it is not a field."""
    named = [position for position, step in enumerate(steps) if isinstance(step, str)]
    if not named:
        return ""
    around, key = model_at(model, steps[: named[-1]]), steps[named[-1]]
    found = [name for name, info in around.model_fields.items() if key == (info.alias or name)] if around else []
    return " ".join(descriptions(around).get(found[0], "").split()) if around and found else ""
