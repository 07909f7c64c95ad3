"""Compress the data of the search for download: one column for each field, instead of its name in every record; each word of pages once.

`templates/browser/engine/unfold.js` reverses it. It halves the size of three thousand services.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import pairwise

from generator.documents.browser.folded_vocabulary import folded_vocabulary
from generator.documents.browser.short_texts import DIGITS, front_coded
from generator.documents.page import JsonObject
from generator.knowledge.text.formatting import slug

NUMBERED = {"needs": "needs", "audiences": "audiences", "areas": "areas", "only": "needs"}
"""Columns with ids of the vocabulary, and its list. Each id becomes its position in the list, from 1; one alone stands without a list."""

DERIVED = "id"
"""The column that mostly can be derived from the name."""


def folded(data: JsonObject) -> JsonObject:
    """The data with its services as columns and its lists of words in one text each. A missing value is 0, which no field can have."""
    services = as_columns(data["services"], data["vocabulary"])
    # The largest first, in this order: gzip finds more in texts that are near to those they are like.
    return {"vocabulary": folded_vocabulary(data["vocabulary"]), "services": services, **_indexed(data["pages"]), **_others(data)}


def _others(data: JsonObject) -> JsonObject:
    return {name: value for name, value in data.items() if name not in ("vocabulary", "services", "pages")}


def as_columns(services: Sequence[JsonObject], vocabulary: JsonObject) -> JsonObject:
    """Records as columns: a value for each record in each column, and how many records there are."""
    places = {column: _places(vocabulary[among]) for column, among in NUMBERED.items()}
    names = sorted({name for service in services for name in service})
    return {"count": len(services), "columns": {name: [_value(service, name, places) for service in services] for name in names}}


def _indexed(pages: Sequence[JsonObject]) -> JsonObject:
    """Pages without their texts, and instead every word of them once with the pages that have it. Spaces are between words."""
    having: dict[str, Counter[int]] = {}
    for place, page in enumerate(pages):
        for word in page["text"].split():
            having.setdefault(word, Counter())[place] += 1
    words = sorted(having)
    on = " ".join("".join(_entry(place - last, having[word][place]) for last, place in pairwise([-1, *having[word]])) for word in words)
    return {"pages": [{**page, "text": ""} for page in pages], "texts": {"words": front_coded(words), "on": on}}


def _entry(gap: int, count: int) -> str:
    """A page that has a word: how far it is behind the one before, and a plus for each time after the first.

    The next page is `0`, the last of 36 is `z`. Each Z before it is for 36 pages between.
    """
    between, rest = divmod(gap - 1, len(DIGITS))
    return "Z" * between + DIGITS[rest] + "+" * (count - 1)


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
