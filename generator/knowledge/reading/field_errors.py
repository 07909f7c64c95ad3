"""Pydantic's errors to problems with places, in words. They are told apart by their `type`, never by their English."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import date

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from generator.knowledge.model.forms import FORMS, SLUG
from generator.knowledge.reading.document import Document
from generator.knowledge.reading.field_error import FieldError, field_help, fields_of, model_at, shown_value, steps_of, value_name
from generator.knowledge.text.formatting import MONTHS, slug
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
"""What a field wants, by the type of Pydantic's error."""

_LOOK = "Another file of the same folder shows what belongs here."
"""The cure where the model says nothing of a field."""


def problems_of(model: type[BaseModel], called: str, document: Document, errors: Iterable[ErrorDetails]) -> list[Problem]:
    """Pydantic's errors as problems. A field under a mistyped key is not called missing as well."""
    found = [FieldError(model, called, document, details, steps_of(document, details["loc"])) for details in errors]
    meant = {(m.steps[:-1], _meant(m)) for m in found if m.details["type"] == "extra_forbidden"}
    return [_problem(m) for m in found if m.details["type"] != "missing" or (m.steps, m.details["loc"][-1]) not in meant]


def _problem(error: FieldError) -> Problem:
    kind = error.details["type"]
    make = _MAKERS.get(kind) or (_wrong_type if kind in WANTED else _date if kind.startswith("date") else _other)
    return make(error)


def _fields(error: FieldError) -> list[str]:
    """The keys that the record around this key can have."""
    around = model_at(error.model, error.steps[:-1])
    return list(fields_of(around)) if around else []


def _meant(error: FieldError) -> str:
    """The key that was meant by an unknown one, or nothing."""
    word = str(error.steps[-1]).strip().lower()
    return nearest(word.replace("-", "_").replace(" ", "_"), _fields(error))


def _unknown_key(error: FieldError) -> Problem:
    document, steps = error.document, error.steps
    known, near = _fields(error), _meant(error)
    free = [name for name in known if (*steps[:-1], name) not in document.keys]
    word = str(steps[-1])
    cure = f"Change it to `{near}`, or take it out." if near else f"Take it out, or use one of: {', '.join(free or known)}."
    if near and near not in free:
        cure = f"Take it out: `{near}` is there already."
    asked = f" Did you mean ‘{near}’?" if near else ""
    return rule("key-unknown").at(document.key(*steps), key=word[:60], what=value_name(steps[:-1], error.called), near=asked, cure=cure)


def _missing(error: FieldError) -> Problem:
    name = str(error.details["loc"][-1])
    said = f"Add the line `{name}:` and a value. {field_help(error.model, (*error.steps, name))}".strip()
    return rule("field-missing").at(error.document.place(*error.steps), field=name, what=error.field, cure=said)


def _wrong_type(error: FieldError) -> Problem:
    wanted = WANTED[error.details["type"]]
    return error.told("wrong-type", wanted=wanted, found=_found(error.value), cure=_type_cure(error, wanted))


def _found(value: object) -> str:
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
        return f"Fill it in, or take the key out where it may be left out. {error.about}".strip()
    if wanted == "text" and isinstance(value, int):
        return f'Put it in quotes: "{shown_value(value)}".'
    if wanted == "text" and place.text[place.column - 1 : place.column] in ("[", "{"):
        return 'Put double quotes round the whole text: "…".'
    if wanted == "text" and isinstance(value, dict):
        return 'If the text has a colon in it, put double quotes round the whole text: "…".'
    if wanted == "a list":
        return "Put each item on a line of its own, beginning with a hyphen and a space."
    if wanted == "true or false":
        return f"Write true or false, without quotes. {error.about}".strip()
    if wanted == "a whole number":
        figures = re.sub(r"[£,\s]", "", value) if isinstance(value, str) else ""
        return f"Write the figures alone, without quotes: {figures}." if figures.isdecimal() else "Write a whole number, without quotes."
    inside = model_at(error.model, error.steps)
    keys = f": {', '.join(fields_of(inside))}" if inside else ""
    return f"Put its keys on lines of their own below it, two spaces further in{keys}."


def _choice(error: FieldError) -> Problem:
    """Pydantic lists the choices as Python writes them: quoted words and bare numbers."""
    choices = [word.strip("'") for word in re.findall(r"'[^']*'|\d+", str(error.limits["expected"]))]
    word = error.shown
    if word in choices:
        told = f" Take the quotes off: {word}." if isinstance(error.value, str) else f" Put it in quotes: '{word}'."
    else:
        told = did_you_mean(word.lower().replace(" ", "-"), choices) if len(word) > 2 else ""
    return error.told("not-a-choice", choices=", ".join(choices), near=told)


def _pattern(error: FieldError) -> Problem:
    pattern = str(error.limits["pattern"])
    if pattern == SLUG:
        better = slug(str(error.value)[:200])[:80].strip("-") or "link-worker-band-6"
        return error.told("not-a-slug", better=better)
    return error.told("wrong-form", cure=FORMS.get(pattern) or error.about or _LOOK)


def _length(code: str, bound: str) -> Callable[[FieldError], Problem]:
    def make(error: FieldError) -> Problem:
        unit = "item" if isinstance(error.value, list) else "character"
        return error.told(code, length=_counted(len(error.value), unit), limit=_counted(error.limits[bound], unit))

    return make


def _counted(number: int, unit: str) -> str:
    """`no items`, `1 item`, `4,000 characters`."""
    return f"{number or 'no'} {unit}{'' if number == 1 else 's'}" if number < 1000 else f"{number:,} {unit}s"


def _hidden(error: FieldError) -> Problem:
    return error.told("hidden-character", character=error.limits["code"])


def _range(error: FieldError) -> Problem:
    words = {"ge": "at least {:,}", "gt": "more than {:,}", "le": "at most {:,}", "lt": "less than {:,}"}
    bound = next(text.format(error.limits[key]) for key, text in words.items() if key in error.limits)
    return error.told("out-of-range", bound=bound, about=error.about)


def _date(error: FieldError) -> Problem:
    better = _day_in(error.value) if isinstance(error.value, str) else ""
    cure = f"Write it as {better}." if better else "Write the year, month and day, such as 2026-04-01, and check that the day exists."
    return error.told("not-a-date", cure=cure)


def _day_in(text: str) -> str:
    """The day that a British reader would read in a date written another way, as 2026-04-01; nothing where it is none."""
    found = re.fullmatch(r"\s*([0-9]{1,2})(?:st|nd|rd|th)?[ ./-]([0-9]{1,2}|[A-Za-z]{3,9})[ ./-]([0-9]{4})\s*", text)
    if not found:
        return ""
    named = [n for n, month in enumerate(MONTHS, 1) if month.lower().startswith(found[2].lower())]
    try:
        return date(int(found[3]), int(found[2]) if found[2].isdecimal() else named[0], int(found[1])).isoformat()
    except (ValueError, IndexError):
        return ""


def _line_break(error: FieldError) -> Problem:
    return error.told("line-break")


def _other(error: FieldError) -> Problem:
    return error.told("wrong-value", cure=error.about or _LOOK)


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
