"""Compress the vocabulary of the search for download. `templates/browser/engine/unfold-vocabulary.js` reverses it.

gzip needs more for the quotes and commas of JSON than for one sign between two phrases, and finds no list that follows from another.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from generator.documents.browser.short_texts import front_coded
from generator.documents.page import JsonObject

_LISTS = frozenset(
    ["words", "said", "staff", "typos", "medicines", "diagnoses", "near", "seek", "also", "small_talk", "weak", "women", "kinds", "areas"]
)
"""Fields with a list of texts, which becomes one text."""

_BETWEEN = ";"
"""Between two texts of a list. A list in which a text has it stays a list."""

_LIKE_NEEDS = frozenset(["topics", "kinds", "wishes"])
"""Everyday words that are most like the words of needs, and are sent after them: gzip finds repeats only in the last 32 KB."""

_SHORTEST_MEANT = 6
"""Minimum letters of a word that is the correction of a misspelt one: see `correctable` in `generator/knowledge/danger/lexicon.py`."""


def folded_vocabulary(vocabulary: JsonObject) -> JsonObject:
    """The vocabulary with its lists as texts, and without what follows from the rest."""
    talk, danger = vocabulary["talk"], vocabulary["danger"]
    texts = _with_texts({**vocabulary, "danger": {}, "talk": {}})
    first = {"danger": _danger(danger) if danger else danger, "needs": texts["needs"], "talk": _talk(talk) if talk else talk}
    return {**first, **{name: value for name, value in texts.items() if name not in first}}


def _talk(talk: JsonObject) -> JsonObject:
    folded = {**_with_texts(talk), "ordinary": front_coded(talk["ordinary"])}
    return dict(sorted(folded.items(), key=lambda item: (item[0] not in _LIKE_NEEDS, item[0] == "ordinary")))


def _with_texts(value: Any) -> Any:
    """A value of JSON with the lists of `_LISTS` in it as texts."""
    if isinstance(value, dict):
        return {name: _text(inner) if name in _LISTS else _with_texts(inner) for name, inner in value.items()}
    return [_with_texts(inner) for inner in value] if isinstance(value, list) else value


def _text(value: Any) -> Any:
    texts = isinstance(value, list) and value and all(isinstance(one, str) and _BETWEEN not in one for one in value)
    return _BETWEEN.join(value) if texts else _with_texts(value)


def _danger(danger: JsonObject) -> JsonObject:
    """The net first: it has no words, and would only stand between those that are alike."""
    folded = {
        "meant": _meant(danger["meant"].split(" "), danger["concepts"]),
        "concepts": {name: _concept(row) for name, row in danger["concepts"].items()},
        "families": [[*rest, _text(found), _text(against)] for *rest, found, against in danger["families"]],
    }
    known = front_coded(danger["known"].split(" "))
    return {"net": danger["net"], "known": known, **{name: danger[name] for name in ("rewrite", "kinds")}, **folded}


def _concept(row: str) -> str:
    """The words of a concept, each as what differs from the word before, and then its phrases. They come in this order."""
    forms = row.split(",")
    words = [form for form in forms if _is_word(form)]
    in_order = words == sorted(words) and forms[: len(words)] == words
    return front_coded(words) + _BETWEEN + ",".join(forms[len(words) :]) if in_order else row


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
    return len(form) >= _SHORTEST_MEANT and form.isascii() and form.isalpha()
