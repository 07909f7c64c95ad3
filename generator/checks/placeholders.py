"""Texts that a starter file asks somebody to write, and nobody has."""

from __future__ import annotations

from collections.abc import Iterator

from generator.knowledge.document import Steps, Value
from generator.knowledge.library import Library
from generator.problems import Problem, rule


def placeholders_left(library: Library) -> Iterator[Problem]:
    """No text is still one in square brackets, such as `[The job title]`."""
    for document in library.documents.values():
        if not _any_bracketed(document.value):
            continue
        for steps, text in _bracketed(document.value, ()):
            yield rule("placeholder-left").at(document.place(*steps), text=text)


def _any_bracketed(value: Value) -> bool:
    """Whether there is one at all. Thousands of records have none, and the way to each of their texts takes time to tell."""
    if isinstance(value, str):
        return value.startswith("[") and value.rstrip().endswith("]")
    if isinstance(value, dict):
        return any(map(_any_bracketed, value.values()))
    return isinstance(value, list) and any(map(_any_bracketed, value))


def _bracketed(value: Value, steps: Steps) -> Iterator[tuple[Steps, str]]:
    if isinstance(value, str):
        if _any_bracketed(value):
            yield steps, value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from _bracketed(inner, (*steps, key))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from _bracketed(inner, (*steps, index))
