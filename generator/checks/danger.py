"""Checks of the families of danger: classes that patterns name exist, examples give the expected result, foreign words have a source."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.memory import Memory, files_of
from generator.checks.references import unknown
from generator.knowledge.danger.judge import Judge, judge
from generator.knowledge.danger.lexicon import NUMBERS
from generator.knowledge.danger.matcher import find, pattern
from generator.knowledge.danger.plain import normalised_pattern, plain_danger, site_words
from generator.knowledge.danger.text import tokens
from generator.knowledge.library.library import Library
from generator.knowledge.model import DangerFamilies, DangerFamily, DangerWords
from generator.knowledge.model.danger import DangerCards, DangerLookalikes, DangerNet
from generator.problems import Problem, did_you_mean, rule

_READ = (DangerCards, DangerFamilies, DangerLookalikes, DangerNet, DangerWords)
"""The kinds of record that decide how an example is judged, besides the words of the site."""

_CLASS = re.compile(r"[A-Z][A-Z0-9_]*")


def classes_known(library: Library) -> Iterator[Problem]:
    """Every class that a pattern or another class names is defined in data/danger/words.yaml."""
    words = next(iter(library.all(DangerWords).values()), None)
    if words is None:
        return
    known = {concept.id for concept in words.concepts} | set(NUMBERS)
    for index, concept in enumerate(words.concepts):
        for inner, name in enumerate(concept.includes):
            if name not in known:
                yield unknown(library.place(words, "concepts", index, "includes", inner), "class", name, known, "data/danger/words.yaml")
    for record, index, family in _families(library):
        for field in ("patterns", "without_source", "unless"):
            for inner, text in enumerate(getattr(family, field)):
                for name in sorted(set(_CLASS.findall(text)) - known):
                    at = library.place(record, "families", index, field, inner)
                    yield rule("danger-class-unknown").at(at, name=name, near=did_you_mean(name, known))


def every_family_looks_for_something(library: Library) -> Iterator[Problem]:
    """A family has a pattern, with a source or without."""
    for record, index, family in _families(library):
        if not family.every_pattern:
            yield rule("danger-pattern-missing").at(library.place(record, "families", index, "id"), family=family.id)


def foreign_words_have_sources(library: Library) -> Iterator[Problem]:
    """Each pattern in another language finds a word of its sources, or is listed among those without a source."""
    for record, index, family in _families(library):
        words = [[one.word for one in tokens(text, {})] for text in family.found if family.language]
        texts = [(_places(one), set(one)) for one in words]
        for field, wanted in (("patterns", True), ("without_source", False)):
            for inner, text in enumerate(getattr(family, field) if family.language else []):
                parsed = pattern(normalised_pattern(text), family.gap, family.within)
                if any(find(parsed, places, present) for places, present in texts) is not wanted:
                    code = "danger-word-without-source" if wanted else "danger-word-has-source"
                    yield rule(code).at(library.place(record, "families", index, field, inner), family=family.id)


def _places(words: list[str]) -> list[dict[str, list[int]]]:
    return [{word: [place + 1]} for place, word in enumerate(words)]


def foreign_words_without_source(library: Library) -> Iterator[Problem]:
    """How many patterns in other languages have no source, so that no one takes them for checked."""
    for record in library.all(DangerFamilies).values():
        lists = [family for family in record.families if family.without_source]
        if lists:
            bare, words = sum(not family.patterns for family in lists), sum(len(family.without_source) for family in lists)
            yield rule("danger-words-unsourced").at(library.place(record, "id"), words=words, lists=len(lists), bare=bare)


def _families(library: Library) -> Iterator[tuple[DangerFamilies, int, DangerFamily]]:
    for record in library.all(DangerFamilies).values():
        for index, family in enumerate(record.families):
            yield record, index, family


def examples_hold(library: Library, memory: Memory | None = None) -> Iterator[Problem]:
    """What `examples_not_held` finds, remembered if there is a memory: trying the examples is the dearest check."""
    if memory is None:
        yield from examples_not_held(library)
        return
    read = [*files_of(library, *_READ), *(word.encode() for word in sorted(site_words(library)))]
    yield from memory.remembered("examples of danger", read, lambda: examples_not_held(library))


def examples_not_held(library: Library) -> Iterator[Problem]:
    """Each family matches its examples and not its counter-examples, and harmless families raise no card."""
    plain = plain_danger(library)
    if not plain or any(True for _ in classes_known(library)):
        return
    judging = judge(plain)
    for record, index, family in _families(library):
        for field, wanted in (("examples", True), ("found", True), ("not_examples", False)):
            for inner, text in enumerate(getattr(family, field)):
                matched = _raises_own_card(judging, family, text) if family.card else not _raised(judging, text)
                if matched is not wanted:
                    at = library.place(record, "families", index, field, inner)
                    code = "danger-example-missed" if wanted else "danger-example-found"
                    yield rule(code).at(at, family=family.id, cards=_listed(_raised(judging, text)))


def _raises_own_card(judging: Judge, family: DangerFamily, text: str) -> bool:
    """Whether a family matches a phrase and the phrase raises the family's card."""
    own = next(one for one in judging.families if one.id == family.id)
    reading = judging.read(text)
    return bool(judging.hits(reading, own)) and family.card in [raised.card for raised in judging.raised_by(reading)]


def _raised(judging: Judge, text: str) -> list[str]:
    return [raised.card for raised in judging.raised(text)]


def _listed(cards: list[str]) -> str:
    return " and ".join(f"‘{card}’" for card in cards) or "no card"
