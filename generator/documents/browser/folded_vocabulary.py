"""Compress the vocabulary of the search for download. `templates/browser/engine/unfold-vocabulary.js` reverses it.

gzip needs more for the quotes and commas of JSON than for one sign between two phrases, and finds no list that follows from another.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from generator.documents.browser.short_texts import front_coded
from generator.documents.page import JsonObject

LISTS = frozenset(
    ["words", "said", "staff", "typos", "medicines", "diagnoses", "near", "seek", "also", "small_talk", "weak", "women", "kinds", "areas"]
)
"""Fields with a list of texts, which becomes one text."""

BETWEEN = ";"
"""Between two texts of a list. A list in which a text has it stays a list."""

SHORTEST_MEANT = 6
"""Minimum letters of a word that is the correction of a misspelt one: see `correctable` in `generator/knowledge/danger/lexicon.py`."""


def folded_vocabulary(vocabulary: JsonObject) -> JsonObject:
    """The vocabulary with its lists as texts, and without what follows from the rest."""
    talk, danger = vocabulary["talk"], vocabulary["danger"]
    return {
        **_with_texts({**vocabulary, "danger": {}}),
        "talk": {**_with_texts(talk), "ordinary": front_coded(talk["ordinary"])} if talk else talk,
        "danger": _danger(danger) if danger else danger,
    }


def _with_texts(value: Any) -> Any:
    """A value of JSON with the lists of `LISTS` in it as texts."""
    if isinstance(value, dict):
        return {name: _text(inner) if name in LISTS else _with_texts(inner) for name, inner in value.items()}
    return [_with_texts(inner) for inner in value] if isinstance(value, list) else value


def _text(value: Any) -> Any:
    texts = isinstance(value, list) and value and all(isinstance(one, str) and BETWEEN not in one for one in value)
    return BETWEEN.join(value) if texts else _with_texts(value)


def _danger(danger: JsonObject) -> JsonObject:
    return {
        **danger,
        "concepts": {name: _concept(row) for name, row in danger["concepts"].items()},
        "meant": _meant(danger["meant"].split(" "), danger["concepts"]),
        "known": front_coded(danger["known"].split(" ")),
        "families": [[*rest, _text(found), _text(against)] for *rest, found, against in danger["families"]],
    }


def _concept(row: str) -> list[str] | str:
    """The words of a concept as one text, and its phrases as another. They come in this order."""
    forms = row.split(",")
    words = [form for form in forms if _is_word(form)]
    several = words == sorted(words) and forms[: len(words)] == words
    return [front_coded(words), ",".join(forms[len(words) :])] if several else row


def _is_word(form: str) -> bool:
    return " " not in form and not form.startswith("@") and form == form.lower()


def _meant(meant: Sequence[str], concepts: JsonObject) -> str:
    """The words that a correction may give, as a 1 for each concept whose words they are, and a 0 for each other; or else as they are."""
    among = set(meant)
    own = [set(filter(_may_be_meant, row.split(","))) for row in concepts.values()]
    marks = [bool(words) and words <= among for words in own]
    found = set[str]().union(*(words for words, mark in zip(own, marks, strict=True) if mark))
    return "".join("01"[mark] for mark in marks) if sorted(found) == list(meant) else " ".join(meant)


def _may_be_meant(form: str) -> bool:
    return len(form) >= SHORTEST_MEANT and form.isascii() and form.isalpha()
