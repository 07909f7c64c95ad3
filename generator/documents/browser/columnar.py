"""Compress the data of the search for download: one column for each field, instead of its name in every record; of words in order only
what differs from the word before.

`templates/browser/engine/unfold.js` reverses it. It halves the size of three thousand services, and saves a third of a list of words.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise, takewhile

from generator.documents.page import JsonObject
from generator.knowledge.text.formatting import slug

NUMBERED = {"needs": "needs", "audiences": "audiences", "areas": "areas", "only": "needs"}
"""Columns with ids of the vocabulary, and its list. Each id becomes its position in the list, from 1; one alone stands without a list."""

DERIVED = "id"
"""The column that mostly can be derived from the name."""


def folded(data: JsonObject) -> JsonObject:
    """The data with its services as columns and its lists of words in one text each. A missing value is 0, which no field can have."""
    vocabulary, pages = _with_texts(data["vocabulary"]), _indexed(data["pages"])
    return {**data, "vocabulary": vocabulary, **pages, "services": as_columns(data["services"], data["vocabulary"])}


def as_columns(services: Sequence[JsonObject], vocabulary: JsonObject) -> JsonObject:
    """Records as columns: a value for each record in each column, and how many records there are."""
    places = {column: _places(vocabulary[among]) for column, among in NUMBERED.items()}
    names = sorted({name for service in services for name in service})
    return {"count": len(services), "columns": {name: [_value(service, name, places) for service in services] for name in names}}


def _with_texts(vocabulary: JsonObject) -> JsonObject:
    talk, danger = vocabulary["talk"], vocabulary["danger"]
    return {
        **vocabulary,
        "talk": {**talk, "ordinary": front_coded(talk["ordinary"])} if talk else talk,
        "danger": {**danger, "known": front_coded(danger["known"].split(" "))} if danger else danger,
    }


def _indexed(pages: Sequence[JsonObject]) -> JsonObject:
    """Pages without their texts, and instead every word of them once with the pages that have it.

    Each page is a number in base 36: how far it is behind the one before, from one. Full stops are between pages, and spaces between words.
    """
    having: dict[str, list[int]] = {}
    for place, page in enumerate(pages):
        for word in page["text"].split():
            having.setdefault(word, []).append(place)
    words = sorted(having)
    on = " ".join(".".join(base36(place - last) for last, place in pairwise([-1, *having[word]])) for word in words)
    return {"pages": [{**page, "text": ""} for page in pages], "texts": {"words": front_coded(words), "on": on}}


def base36(number: int) -> str:
    """A number in base 36; nothing for 0."""
    digits = ""
    while number:
        number, rest = divmod(number, 36)
        digits = "0123456789abcdefghijklmnopqrstuvwxyz"[rest] + digits
    return digits


def front_coded(words: Iterable[str]) -> str:
    """Words without capitals, in order, as one text: `abbey abbot` is `AabbeyDot`.

    The capital before each says how many letters it shares with the word before, from A for none to J for nine.
    """
    text, last = [], ""
    for word in words:
        shared = _shared(last, word)
        text.append(chr(ord("A") + shared) + word[shared:])
        last = word
    return "".join(text)


def _shared(last: str, word: str) -> int:
    """How many letters two words begin with alike: at most nine, all ASCII, because browsers count some others as two."""
    pairs = zip(last[:9], word[:9], strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1] and pair[0].isascii(), pairs))


def _places(things: Sequence[JsonObject]) -> dict[str, int]:
    return {thing["id"]: place for place, thing in enumerate(things, start=1)}


def _value(service: JsonObject, name: str, places: Mapping[str, Mapping[str, int]]) -> object:
    value = service.get(name)
    if name == DERIVED:
        return 0 if value == slug(service["name"]) else value
    if value is None or value is False:
        return 0
    if name in places:
        found = [places[name].get(one, one) for one in value]
        return found[0] if len(found) == 1 and isinstance(found[0], int) else found
    return [value] if value == 0 else value  # an age of 0 must differ from a missing age
