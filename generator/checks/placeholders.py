"""Checks for placeholders of starter files that have not been replaced."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.walks import texts_as_written
from generator.knowledge.library.library import Library
from generator.knowledge.model import Settings
from generator.knowledge.model.kinds import KINDS
from generator.knowledge.reading.document import Document, Steps, Value
from generator.knowledge.text.placeholders import CHOICES, LEADS_NOWHERE, OWNER
from generator.problems import Problem, rule

_MAYBE = re.compile("example|invalid|test|localhost", re.IGNORECASE)
"""A quick test of a file's text. Thousands of files have none of these words, and walking their texts takes time."""


def placeholders_left(library: Library) -> Iterator[Problem]:
    """No text is a placeholder in square brackets, such as `[The job title]`."""
    for document in library.documents.values():
        if not _any_bracketed(document.value):
            continue
        for steps, text in _bracketed(document.value, ()):
            yield rule("placeholder-left").at(document.place(*steps), text=text)


def choices_left(library: Library) -> Iterator[Problem]:
    """No service has a placeholder for its need, audience or area, such as `choose-a-need`."""
    for service in library.services.values():
        for field in ("needs", "audiences", "areas"):
            for index, name in enumerate(getattr(service, field)):
                if name in CHOICES:
                    yield rule("choice-left").at(library.place(service, field, index), name=name, file=CHOICES[name])


def stand_ins_left(library: Library) -> Iterator[Problem]:
    """No example address is left, and the owner of the site is named. Records marked fictional may have example addresses."""
    for settings in library.all(Settings).values():
        if settings.owner.startswith(OWNER):
            yield rule("stand-in-left").at(library.place(settings, "owner"), text=settings.owner)
    for model in (kind.model for kind in KINDS if kind.has_stand_ins):
        for record in library.all(model).values():
            document = library.documents[model, record.id]
            if _MAYBE.search("\n".join(document.text.lines)) and getattr(record, "status", "") != "fictional":
                yield from _leading_nowhere(document)


def _leading_nowhere(document: Document) -> Iterator[Problem]:
    for steps, text in texts_as_written(document.value, ()):
        if LEADS_NOWHERE.search(text) and not re.search(r"\s", text.strip()):
            yield rule("stand-in-left").at(document.place(*steps), text=text.strip())


def _any_bracketed(value: Value) -> bool:
    """Whether a value has any text in square brackets. A quick test, since thousands of records have none."""
    if isinstance(value, str):
        return value.startswith("[") and value.rstrip().endswith("]")
    if isinstance(value, dict):
        return any(map(_any_bracketed, value.values()))
    return isinstance(value, list) and any(map(_any_bracketed, value))


def _bracketed(value: Value, steps: Steps) -> Iterator[tuple[Steps, str]]:
    return ((way, text) for way, text in texts_as_written(value, steps) if _any_bracketed(text))
