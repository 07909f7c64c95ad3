"""Pydantic's errors to problems with places, in words. They are told apart by their `type`, never by their English."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import date

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from generator.knowledge.model.forms import FORMS, SLUG
from generator.knowledge.reading.document import Document
from generator.knowledge.reading.field_error import Misfit, about, fields_of, model_at, named, shown, steps_of
from generator.knowledge.text.formatting import MONTHS
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

LOOK = "Another file of the same folder shows what belongs here."
"""The cure where the model says nothing of a field."""


def problems_of(model: type[BaseModel], called: str, document: Document, errors: Iterable[ErrorDetails]) -> list[Problem]:
    """Pydantic's errors as problems. A field under a mistyped key is not called missing as well."""
    misfits = [Misfit(model, called, document, details, steps_of(document, details["loc"])) for details in errors]
    meant = {(m.steps[:-1], _meant(m)) for m in misfits if m.details["type"] == "extra_forbidden"}
    return [_problem(m) for m in misfits if m.details["type"] != "missing" or (m.steps, m.details["loc"][-1]) not in meant]


def _problem(misfit: Misfit) -> Problem:
    kind = misfit.details["type"]
    make = _MAKERS.get(kind) or (_wrong_type if kind in WANTED else _date if kind.startswith("date") else _other)
    return make(misfit)


def _fields(misfit: Misfit) -> list[str]:
    """The keys that the record around this key can have."""
    around = model_at(misfit.model, misfit.steps[:-1])
    return list(fields_of(around)) if around else []


def _meant(misfit: Misfit) -> str:
    """The key that was meant by an unknown one, or nothing."""
    word = str(misfit.steps[-1]).strip().lower()
    return nearest(word.replace("-", "_").replace(" ", "_"), _fields(misfit))


def _unknown_key(misfit: Misfit) -> Problem:
    document, steps = misfit.document, misfit.steps
    known, near = _fields(misfit), _meant(misfit)
    free = [name for name in known if (*steps[:-1], name) not in document.keys]
    word = str(steps[-1])
    cure = f"Change it to `{near}`, or take it out." if near else f"Take it out, or use one of: {', '.join(free or known)}."
    if near and near not in free:
        cure = f"Take it out: `{near}` is there already."
    asked = f" Did you mean ‘{near}’?" if near else ""
    return rule("key-unknown").at(document.key(*steps), key=word[:60], what=named(steps[:-1], misfit.called), near=asked, cure=cure)


def _missing(misfit: Misfit) -> Problem:
    name = str(misfit.details["loc"][-1])
    said = f"Add the line `{name}:` and a value. {about(misfit.model, (*misfit.steps, name))}".strip()
    return rule("field-missing").at(misfit.document.place(*misfit.steps), field=name, what=misfit.field, cure=said)


def _wrong_type(misfit: Misfit) -> Problem:
    wanted = WANTED[misfit.details["type"]]
    return misfit.told("wrong-type", wanted=wanted, found=_found(misfit.value), cure=_type_cure(misfit, wanted))


def _found(value: object) -> str:
    if value is None:
        return "empty"
    if isinstance(value, str):
        return f"the text ‘{shown(value)}’" if value else "an empty text"
    if isinstance(value, bool):
        return f"the word {shown(value)}, without quotes"
    if isinstance(value, int):
        return f"the number {value}"
    return "a list" if isinstance(value, list) else "keys and values"


def _type_cure(misfit: Misfit, wanted: str) -> str:
    value, place = misfit.value, misfit.document.place(*misfit.steps)
    if value is None:
        return f"Fill it in, or take the key out where it may be left out. {misfit.about}".strip()
    if wanted == "text" and isinstance(value, int):
        return f'Put it in quotes: "{shown(value)}".'
    if wanted == "text" and place.text[place.column - 1 : place.column] in ("[", "{"):
        return 'Put double quotes round the whole text: "…".'
    if wanted == "text" and isinstance(value, dict):
        return 'If the text has a colon in it, put double quotes round the whole text: "…".'
    if wanted == "a list":
        return "Put each item on a line of its own, beginning with a hyphen and a space."
    if wanted == "true or false":
        return f"Write true or false, without quotes. {misfit.about}".strip()
    if wanted == "a whole number":
        figures = re.sub(r"[£,\s]", "", value) if isinstance(value, str) else ""
        return f"Write the figures alone, without quotes: {figures}." if figures.isdecimal() else "Write a whole number, without quotes."
    inside = model_at(misfit.model, misfit.steps)
    keys = f": {', '.join(fields_of(inside))}" if inside else ""
    return f"Put its keys on lines of their own below it, two spaces further in{keys}."


def _choice(misfit: Misfit) -> Problem:
    """Pydantic lists the choices as Python writes them: quoted words and bare numbers."""
    choices = [word.strip("'") for word in re.findall(r"'[^']*'|\d+", str(misfit.limits["expected"]))]
    word = misfit.shown
    if word in choices:
        told = f" Take the quotes off: {word}." if isinstance(misfit.value, str) else f" Put it in quotes: '{word}'."
    else:
        told = did_you_mean(word.lower().replace(" ", "-"), choices) if len(word) > 2 else ""
    return misfit.told("not-a-choice", choices=", ".join(choices), near=told)


def _pattern(misfit: Misfit) -> Problem:
    pattern = str(misfit.limits["pattern"])
    if pattern == SLUG:
        better = re.sub(r"[^a-z0-9]+", "-", str(misfit.value)[:200].lower()).strip("-")[:80].strip("-") or "link-worker-band-6"
        return misfit.told("not-a-slug", better=better)
    return misfit.told("wrong-form", cure=FORMS.get(pattern) or misfit.about or LOOK)


def _length(code: str, bound: str) -> Callable[[Misfit], Problem]:
    def make(misfit: Misfit) -> Problem:
        unit = "item" if isinstance(misfit.value, list) else "character"
        return misfit.told(code, length=_counted(len(misfit.value), unit), limit=_counted(misfit.limits[bound], unit))

    return make


def _counted(number: int, unit: str) -> str:
    """`no items`, `1 item`, `4,000 characters`."""
    return f"{number or 'no'} {unit}{'' if number == 1 else 's'}" if number < 1000 else f"{number:,} {unit}s"


def _hidden(misfit: Misfit) -> Problem:
    return misfit.told("hidden-character", character=misfit.limits["code"])


def _range(misfit: Misfit) -> Problem:
    words = {"ge": "at least {:,}", "gt": "more than {:,}", "le": "at most {:,}", "lt": "less than {:,}"}
    bound = next(text.format(misfit.limits[key]) for key, text in words.items() if key in misfit.limits)
    return misfit.told("out-of-range", bound=bound, about=misfit.about)


def _date(misfit: Misfit) -> Problem:
    better = _day_in(misfit.value) if isinstance(misfit.value, str) else ""
    cure = f"Write it as {better}." if better else "Write the year, month and day, such as 2026-04-01, and check that the day exists."
    return misfit.told("not-a-date", cure=cure)


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


def _line_break(misfit: Misfit) -> Problem:
    return misfit.told("line-break")


def _other(misfit: Misfit) -> Problem:
    return misfit.told("wrong-value", cure=misfit.about or LOOK)


_MAKERS: dict[str, Callable[[Misfit], Problem]] = {
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
