"""Turn Pydantic's errors into problems with places. They are distinguished by their `type`, never by their message."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import date

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from generator.knowledge.model.forms import FORMS, SLUG
from generator.knowledge.reading.document import Document
from generator.knowledge.reading.field_error import FieldError, field_help, fields_of, model_at, shown_value, steps_of, value_name
from generator.knowledge.text.formatting import MONTHS, counted, slug
from generator.problems import Problem, did_you_mean, nearest, rule

WANTED = {
    "string_type": "text",
    "int_type": "a whole number",
    "bool_type": "true or false",
    "list_type": "a list",
    "dict_type": "keys and values",
    "model_type": "keys and values",
    "model_attributes_type": "keys and values",
}
"""The type of value that a field expects, by the type of Pydantic's error."""

_LOOK = "Another file in the same folder shows what belongs here."
"""The cure if the model has no description of the field."""


def problems_of(model: type[BaseModel], called: str, document: Document, errors: Iterable[ErrorDetails]) -> list[Problem]:
    """Pydantic's errors as problems. A field with a mistyped key is not reported as missing too."""
    field_errors = [FieldError(model, called, document, details, steps_of(document, details["loc"])) for details in errors]
    mistyped = {(e.steps[:-1], _meant(e)) for e in field_errors if e.details["type"] == "extra_forbidden"}
    return [_problem(e) for e in field_errors if e.details["type"] != "missing" or (e.steps, e.details["loc"][-1]) not in mistyped]


def _problem(error: FieldError) -> Problem:
    kind = error.details["type"]
    make = _MAKERS.get(kind) or (_wrong_type if kind in WANTED else _date if kind.startswith("date") else _other)
    return make(error)


def _fields(error: FieldError) -> list[str]:
    """The keys allowed in the record that has this key."""
    around = model_at(error.model, error.steps[:-1])
    return list(fields_of(around)) if around else []


def _meant(error: FieldError) -> str:
    """The known key that an unknown one probably stands for, or ""."""
    word = str(error.steps[-1]).strip().lower()
    return nearest(word.replace("-", "_").replace(" ", "_"), _fields(error))


def _unknown_key(error: FieldError) -> Problem:
    document, steps = error.document, error.steps
    known, near = _fields(error), _meant(error)
    free = [name for name in known if (*steps[:-1], name) not in document.keys]
    word = str(steps[-1])
    cure = f"Change it to `{near}`, or delete it." if near else f"Delete it, or use one of: {', '.join(free or known)}."
    if near and near not in free:
        cure = f"Delete it: there is a `{near}` already."
    question = f" Did you mean ‘{near}’?" if near else ""
    return rule("key-unknown").at(document.key(*steps), key=word[:60], what=value_name(steps[:-1], error.called), near=question, cure=cure)


def _missing(error: FieldError) -> Problem:
    name = str(error.details["loc"][-1])
    cure = f"Add the line `{name}:` and a value. {field_help(error.model, (*error.steps, name))}".strip()
    return rule("field-missing").at(error.document.place(*error.steps), field=name, what=error.field, cure=cure)


def _wrong_type(error: FieldError) -> Problem:
    wanted = WANTED[error.details["type"]]
    return error.problem("wrong-type", wanted=wanted, found=_described(error.value), cure=_type_cure(error, wanted))


def _described(value: object) -> str:
    if value is None:
        return "empty"
    if isinstance(value, str):
        return f"the text ‘{shown_value(value)}’" if value else "an empty text"
    if isinstance(value, bool):
        return f"the word {shown_value(value)}, without quotes"
    if isinstance(value, int):
        return f"the number {value}"
    return "a list" if isinstance(value, list) else "keys and values"


def _type_cure(error: FieldError, wanted: str) -> str:
    value, place = error.value, error.document.place(*error.steps)
    if value is None:
        return f"Fill it in, or delete the key if it is optional. {error.about}".strip()
    if wanted == "text" and isinstance(value, int):
        return f'Put it in quotes: "{shown_value(value)}".'
    if wanted == "text" and place.text[place.column - 1 : place.column] in ("[", "{"):
        return 'Put double quotes round the whole text: "…".'
    if wanted == "text" and isinstance(value, dict):
        return 'If the text has a colon in it, put double quotes round the whole text: "…".'
    if wanted == "a list":
        return "Put each item on a line of its own, starting with a hyphen and a space."
    if wanted == "true or false":
        return f"Write true or false, without quotes. {error.about}".strip()
    if wanted == "a whole number":
        figures = re.sub(r"[£,\s]", "", value) if isinstance(value, str) else ""
        return f"Write the figures only, without quotes: {figures}." if figures.isdecimal() else "Write a whole number, without quotes."
    inside = model_at(error.model, error.steps)
    keys = f": {', '.join(fields_of(inside))}" if inside else ""
    return f"Put its keys on lines of their own below it, indented by two more spaces{keys}."


def _choice(error: FieldError) -> Problem:
    """Pydantic lists the choices as Python writes them: quoted words and bare numbers."""
    choices = [word.strip("'") for word in re.findall(r"'[^']*'|\d+", str(error.limits["expected"]))]
    word = error.shown
    if word in choices:
        hint = f" Remove the quotes: {word}." if isinstance(error.value, str) else f" Put it in quotes: '{word}'."
    else:
        hint = did_you_mean(word.lower().replace(" ", "-"), choices) if len(word) > 2 else ""
    return error.problem("not-a-choice", choices=", ".join(choices), near=hint)


def _pattern(error: FieldError) -> Problem:
    pattern = str(error.limits["pattern"])
    if pattern == SLUG:
        better = slug(str(error.value)[:200])[:80].strip("-") or "link-worker-band-6"
        return error.problem("not-a-slug", better=better)
    return error.problem("wrong-form", cure=FORMS.get(pattern) or error.about or _LOOK)


def _length(code: str, bound: str) -> Callable[[FieldError], Problem]:
    def make(error: FieldError) -> Problem:
        unit = "item" if isinstance(error.value, list) else "character"
        return error.problem(code, length=_counted(len(error.value), unit), limit=_counted(error.limits[bound], unit))

    return make


def _counted(number: int, unit: str) -> str:
    """`no items`, `1 item`, `4,000 characters`."""
    return counted(number, unit) if number else f"no {unit}s"


def _hidden(error: FieldError) -> Problem:
    return error.problem("hidden-character", character=error.limits["code"])


def _range(error: FieldError) -> Problem:
    words = {"ge": "at least {:,}", "gt": "more than {:,}", "le": "at most {:,}", "lt": "less than {:,}"}
    bound = next(text.format(error.limits[key]) for key, text in words.items() if key in error.limits)
    return error.problem("out-of-range", bound=bound, about=error.about)


def _date(error: FieldError) -> Problem:
    better = _day_in(error.value) if isinstance(error.value, str) else ""
    cure = f"Write it as {better}." if better else "Write the year, month and day, such as 2026-04-01, and check that the day exists."
    return error.problem("not-a-date", cure=cure)


def _day_in(text: str) -> str:
    """A British date, such as 1/4/2026 or 1 April 2026, in the form 2026-04-01, or "" if it is not one."""
    match = re.fullmatch(r"\s*([0-9]{1,2})(?:st|nd|rd|th)?[ ./-]([0-9]{1,2}|[A-Za-z]{3,9})[ ./-]([0-9]{4})\s*", text)
    if not match:
        return ""
    months = [n for n, month in enumerate(MONTHS, 1) if month.lower().startswith(match[2].lower())]
    try:
        return date(int(match[3]), int(match[2]) if match[2].isdecimal() else months[0], int(match[1])).isoformat()
    except (ValueError, IndexError):
        return ""


def _line_break(error: FieldError) -> Problem:
    return error.problem("line-break")


def _other(error: FieldError) -> Problem:
    return error.problem("wrong-value", cure=error.about or _LOOK)


_MAKERS: dict[str, Callable[[FieldError], Problem]] = {
    "extra_forbidden": _unknown_key,
    "missing": _missing,
    "literal_error": _choice,
    "string_pattern_mismatch": _pattern,
    "string_too_long": _length("too-long", "max_length"),
    "too_long": _length("too-long", "max_length"),
    "string_too_short": _length("too-short", "min_length"),
    "too_short": _length("too-short", "min_length"),
    "hidden_character": _hidden,
    "line_break": _line_break,
    "greater_than_equal": _range,
    "greater_than": _range,
    "less_than_equal": _range,
    "less_than": _range,
}
