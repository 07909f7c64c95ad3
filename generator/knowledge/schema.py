"""Values to the model, and Pydantic's errors to problems with places. And the model to JSON Schema, for editors."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import Any, TypeVar, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from generator.knowledge.kinds import KINDS, Kind
from generator.knowledge.reading import Document, Steps
from generator.problems import Place, Problem, nearest, rule

Model = TypeVar("Model", bound=BaseModel)

WANTED = {
    "string_type": "text",
    "int_type": "a whole number",
    "int_parsing": "a whole number",
    "int_from_float": "a whole number",
    "float_type": "a number",
    "float_parsing": "a number",
    "bool_type": "true or false",
    "bool_parsing": "true or false",
    "list_type": "a list",
    "dict_type": "keys and values",
    "model_type": "keys and values",
    "model_attributes_type": "keys and values",
}
"""What a field wants, by the type of Pydantic's error."""


def validate(model: type[Model], document: Document, called: str) -> tuple[Model | None, list[Problem]]:
    """The record that a document holds, or every reason why it is not one."""
    try:
        return model.model_validate(document.value), []
    except ValidationError as error:
        return None, [_problem(model, document, details, called) for details in error.errors(include_url=False)]


def _problem(model: type[BaseModel], document: Document, details: ErrorDetails, called: str) -> Problem:
    kind = details["type"]
    steps = _steps(document, details["loc"])
    if kind == "extra_forbidden":
        return _unknown_key(model, document, steps, called)
    if kind == "missing":
        return _missing(model, document, tuple(s for s in details["loc"]), called)
    gaps = {"field": _field(steps), "value": _shown(details["input"]), "about": _about(model, steps)}
    make = _MAKERS.get(kind) or (_wrong_type if kind in WANTED else _date if kind.startswith("date") else _other)
    return make(document.place(*steps), details, gaps)


def _steps(document: Document, loc: tuple[int | str, ...]) -> Steps:
    """Pydantic's location as the way through the file: it names union members, which the file does not have."""
    steps: Steps = ()
    for part in loc:
        if (*steps, part) in document.marks:
            steps = (*steps, part)
    return steps


def _field(steps: Steps) -> str:
    """The name of the field, with its position in a list: `meets, item 2`."""
    names = [str(s) for s in steps if isinstance(s, str)]
    last = f", item {steps[-1] + 1}" if steps and isinstance(steps[-1], int) else ""
    return (names[-1] if names else "this file") + last


def _shown(value: object) -> str:
    text = value if isinstance(value, str) else "nothing" if value is None else json.dumps(value, ensure_ascii=False, default=str)
    return text if len(text) <= 60 else text[:57] + "…"


def model_at(model: type[BaseModel], steps: Steps) -> type[BaseModel] | None:
    """The model of the record at a way through the file."""
    found: type[BaseModel] | None = model
    for step in steps:
        if isinstance(step, str) and found is not None:
            info = found.model_fields.get(step)
            found = _model_in(info.annotation) if info else None
    return found


def _model_in(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((m for m in map(_model_in, get_args(annotation)) if m), None)


def _about(model: type[BaseModel], steps: Steps) -> str:
    """What the model says of a field, as one line."""
    names = [s for s in steps if isinstance(s, str)]
    if not names:
        return ""
    position = max(i for i, s in enumerate(steps) if isinstance(s, str))
    around = model_at(model, steps[:position])
    info = around.model_fields.get(names[-1]) if around else None
    return " ".join((info.description or "").split()) if info else ""


def _unknown_key(model: type[BaseModel], document: Document, steps: Steps, called: str) -> Problem:
    around = model_at(model, steps[:-1])
    known = list(around.model_fields) if around else []
    near = nearest(str(steps[-1]), known)
    cure = f"Change it to `{near}`, or take it out." if near else f"Take it out, or use one of: {', '.join(known)}."
    what = _field(steps[:-1]) if len(steps) > 1 else called
    return rule("key-unknown").at(
        document.key(*steps), key=steps[-1], what=what, near=f" Did you mean ‘{near}’?" if near else "", cure=cure
    )


def _missing(model: type[BaseModel], document: Document, loc: tuple[int | str, ...], called: str) -> Problem:
    around = _steps(document, loc[:-1])
    place = document.place(*around) if around else Place(document.text.file, 1, 1, document.text.lines[0] if document.text.lines else "")
    what = _field(around) if around else called
    return rule("field-missing").at(place, field=loc[-1], what=what, about=_about(model, (*around, loc[-1])))


Maker = Callable[[Place, ErrorDetails, dict[str, str]], Problem]


def _wrong_type(place: Place, details: ErrorDetails, gaps: dict[str, str]) -> Problem:
    value = details["input"]
    wanted = WANTED[details["type"]]
    found = {str: "text", int: "a number", bool: "true or false", list: "a list", dict: "keys and values"}.get(type(value), "empty")
    cure = f"Write {wanted} here. {gaps['about']}".strip()
    if wanted == "text" and isinstance(value, int):
        cure = f'Put it in quotes: "{gaps["value"]}".'
    if wanted == "a list":
        cure = "Put each item on a line of its own, beginning with a hyphen and a space."
    return rule("wrong-type").at(place, field=gaps["field"], wanted=wanted, found=found, cure=cure)


def _choice(place: Place, details: ErrorDetails, gaps: dict[str, str]) -> Problem:
    """Pydantic lists the choices as Python writes them: quoted words and bare numbers."""
    expected = str(details["ctx"]["expected"])
    choices = [word.strip("'") for word in re.findall(r"'[^']*'|\d+", expected)]
    near = nearest(gaps["value"], choices)
    said = " Take the quotes off." if gaps["value"] in choices else f" Did you mean ‘{near}’?" if near else ""
    return rule("not-a-choice").at(place, field=gaps["field"], value=gaps["value"], choices=", ".join(choices), near=said)


def _pattern(place: Place, details: ErrorDetails, gaps: dict[str, str]) -> Problem:
    if str(details["ctx"]["pattern"]).startswith("^[a-z0-9]+(-[a-z0-9]+)*$"):
        better = re.sub(r"[^a-z0-9]+", "-", str(details["input"]).lower()).strip("-")[:80].strip("-") or "link-worker-band-6"
        return rule("not-a-slug").at(place, value=gaps["value"], better=better)
    return rule("wrong-form").at(place, **gaps)


def _length(code: str, bound: str) -> Maker:
    def make(place: Place, details: ErrorDetails, gaps: dict[str, str]) -> Problem:
        value = details["input"]
        unit = "item" if isinstance(value, list) else "character"
        counted = [f"{n} {unit}{'' if n == 1 else 's'}" for n in (len(value), details["ctx"][bound])]
        return rule(code).at(place, field=gaps["field"], length=counted[0], limit=counted[1])

    return make


def _hidden(place: Place, details: ErrorDetails, gaps: dict[str, str]) -> Problem:
    return rule("hidden-character").at(place, field=gaps["field"], character=details["ctx"]["code"])


def _range(place: Place, details: ErrorDetails, gaps: dict[str, str]) -> Problem:
    words = {"ge": "at least {}", "gt": "more than {}", "le": "at most {}", "lt": "less than {}"}
    bound = next(text.format(details["ctx"][key]) for key, text in words.items() if key in details["ctx"])
    return rule("out-of-range").at(place, field=gaps["field"], value=gaps["value"], bound=bound)


def _date(place: Place, _: ErrorDetails, gaps: dict[str, str]) -> Problem:
    return rule("not-a-date").at(place, field=gaps["field"], value=gaps["value"])


def _other(place: Place, _: ErrorDetails, gaps: dict[str, str]) -> Problem:
    return rule("wrong-value").at(place, **gaps)


_MAKERS: dict[str, Maker] = {
    "literal_error": _choice,
    "string_pattern_mismatch": _pattern,
    "string_too_long": _length("too-long", "max_length"),
    "too_long": _length("too-long", "max_length"),
    "string_too_short": _length("too-short", "min_length"),
    "too_short": _length("too-short", "min_length"),
    "hidden_character": _hidden,
    "greater_than_equal": _range,
    "greater_than": _range,
    "less_than_equal": _range,
    "less_than": _range,
}


def json_schema(kind: Kind) -> str:
    """The JSON Schema of one kind of file, as editors read it."""
    schema = kind.model.model_json_schema()
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": kind.called, **schema}
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"


def json_schemas() -> dict[str, str]:
    """Every JSON Schema by its file name."""
    return {f"{kind.name}.json": json_schema(kind) for kind in KINDS}
