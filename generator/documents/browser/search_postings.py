"""The words of a large directory, each with the services that have it, in parts that the browser fetches when a search needs them.

`templates/browser/engine/shelf.js` reads them, and `lines.js` beside it a line. A part has the words between two words, as they are
compared, in order. Of each it has the services by field, and the names of those that have it in their name, because the search compares
names whole.
"""

from __future__ import annotations

import re
from bisect import insort
from collections.abc import Iterator, Sequence
from itertools import pairwise

from generator.documents.browser.search_words import ReadWord, WordReader, initials, stems
from generator.documents.browser.short_texts import base36, front_coded
from generator.documents.page import JsonObject

SEARCHED_FIELDS = ("name", "other", "org", "summary")
"""The fields of a service that are searched. Of pages the browser makes its own index."""

SMALL_TALK_MARK = "_"
"""Before a word of small talk that a name begins with. Such words are in no index, but "The Bridge" is found by its whole name."""

PART_SIZE = 20_000
"""Characters from which a part is full. A word with many services may make a larger one."""

_IN_BRACKETS = re.compile(r"\(.*?\)")
_PARTED = re.compile(r"\(| [-–] |[,:] ")
_PARTING = re.compile(r" [-–] |[,:] ")
_LAST_CAPITAL = 26

Posting = tuple[int, int, int]
"""A service by its place, how often it has a word in a field, and how many different words that field has."""


class Postings:
    """Which services have which words. Services are in the order of their ids, and each is its place in it, from 0."""

    def __init__(self, services: Sequence[JsonObject], reader: WordReader) -> None:
        """Read all texts of the services."""
        self.words: dict[str, list[list[Posting]]] = {}
        self.named: set[str] = set()
        """Every word of a name or organisation, which is no typing error."""
        self.means = [0.0] * len(SEARCHED_FIELDS)
        """How many different words each field has on average, added up as the browser does, so that it rounds alike."""
        self.called: list[list[str]] = []
        self._reader = reader
        for place, service in enumerate(services):
            self._add(place, service)

    def _add(self, place: int, service: JsonObject) -> None:
        name, org, others = service["name"], service.get("org", ""), service.get("other", [])
        called = [name, *others, *initials(name, org)]
        texts = [list(self._reader.read(text)) for text in (name, " ".join(called[1:]), org, service.get("summary", ""))]
        for field, words in enumerate(texts):
            said = stems(words)
            different = dict.fromkeys(said)
            self.means[field] = (self.means[field] * place + len(different)) / (place + 1)
            for word in different:
                self._posted(word)[field].append((place, said.count(word), len(different)))
        self.named.update(word.word for words in texts[:3] for word in words)
        self.called.append(called)
        for word in {first.word for one in called for variant in variants(one) if (first := self._first(variant)) and first.small}:
            self._posted(SMALL_TALK_MARK + word)[0].append((place, 1, 1))

    def _posted(self, word: str) -> list[list[Posting]]:
        return self.words.setdefault(word, [[] for _ in SEARCHED_FIELDS])

    def _first(self, text: str) -> ReadWord | None:
        return next(self._reader.read(text), None)

    def parts(self) -> tuple[JsonObject, list[JsonObject]]:
        """The list of all words, with the number of words in each part; and the parts."""
        words, parts, sizes = sorted(self.words), [], []
        for group in self._groups(words):
            places: list[int] = []
            for place in {entry[0] for word in group for field in self.words[word][:2] for entry in field}:
                insort(places, place)
            called = [self.called[place] for place in places]
            parts.append(
                {
                    "on": " ".join("|".join(map(_line, self.words[word])).rstrip("|") for word in group),
                    "at": _gaps(places),
                    "called": [names[0] if len(names) == 1 else names for names in called],
                }
            )
            sizes.append(len(group))
        there = set(words)
        listed: JsonObject = {
            "words": front_coded(words),
            "named": "".join("1" if word in self.named else "0" for word in words),
            "others": front_coded(sorted(self.named - there)),
            "sizes": sizes,
            "means": self.means,
        }
        return listed, parts

    def _groups(self, words: Sequence[str]) -> Iterator[list[str]]:
        """The words in groups, each about as large as a part should be."""
        group: list[str] = []
        size = 0
        for word in words:
            own = self.words[word]
            group.append(word)
            size += 3 * sum(map(len, own)) + sum(len(" ".join(self.called[place])) for field in own[:2] for place, _, _ in field)
            if size >= PART_SIZE:
                yield group
                group, size = [], 0
        if group:
            yield group


def variants(name: str) -> list[str]:
    """Variants of a name: people search for "Mind (Hertfordshire)" as Mind."""
    if not _PARTED.search(name):
        return [name]
    return [one for one in dict.fromkeys([name, _PARTING.split(_IN_BRACKETS.sub("", name))[0]]) if one]


def _line(entries: Sequence[Posting]) -> str:
    """Services of a field, each as how far it is behind the one before, in base 36, and a sign for the words of its field.

    A word that a field has twice has its sign twice.
    """
    after = pairwise([(-1, 0, 0), *entries])
    return "".join(base36(place - last) + _sign(length) * count for (last, _, _), (place, count, length) in after)


def _sign(length: int) -> str:
    """A to Z for 0 to 25 words, then letters from À."""
    return chr(ord("A") + length) if length < _LAST_CAPITAL else chr(ord("À") + length - _LAST_CAPITAL)


def _gaps(places: Sequence[int]) -> str:
    return ".".join(base36(place - last) for last, place in pairwise([-1, *places]))
