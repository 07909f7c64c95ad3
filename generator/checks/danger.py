"""Families of danger: their patterns name classes that exist, and each example comes out as it says."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.references import unknown
from generator.knowledge.danger.judge import Judge, judge
from generator.knowledge.danger.lexicon import NUMBERS
from generator.knowledge.danger.plain import plain_danger
from generator.knowledge.library.library import Library
from generator.knowledge.model import DangerFamilies, DangerFamily, DangerWords
from generator.problems import Problem, did_you_mean, rule

_CLASS = re.compile(r"[A-Z][A-Z0-9_]*")


def classes_known(library: Library) -> Iterator[Problem]:
    """Every class that a pattern or another class names is in the list of words."""
    words = next(iter(library.all(DangerWords).values()), None)
    if words is None:
        return
    known = {concept.id for concept in words.concepts} | set(NUMBERS)
    for index, concept in enumerate(words.concepts):
        for inner, name in enumerate(concept.includes):
            if name not in known:
                yield unknown(library.place(words, "concepts", index, "includes", inner), "class", name, known, "data/danger/words.yaml")
    for record in library.all(DangerFamilies).values():
        for index, family in enumerate(record.families):
            for field in ("patterns", "unless"):
                for inner, text in enumerate(getattr(family, field)):
                    for name in sorted(set(_CLASS.findall(text)) - known):
                        at = library.place(record, "families", index, field, inner)
                        yield rule("danger-class-unknown").at(at, name=name, near=did_you_mean(name, known))


def examples_hold(library: Library) -> Iterator[Problem]:
    """Each family finds its examples and leaves its counter-examples; what is harmless raises no card."""
    plain = plain_danger(library)
    if not plain or any(True for _ in classes_known(library)):
        return
    judged = judge(plain)
    for record in library.all(DangerFamilies).values():
        for index, family in enumerate(record.families):
            for field, wanted in (("examples", True), ("found", True), ("not_examples", False)):
                for inner, text in enumerate(getattr(family, field)):
                    found = _found(judged, family, text) if family.card else not _raised(judged, text)
                    if bool(found) is not wanted:
                        at = library.place(record, "families", index, field, inner)
                        code = "danger-example-missed" if wanted else "danger-example-found"
                        yield rule(code).at(at, family=family.id, cards=_said(_raised(judged, text)))


def _found(judged: Judge, family: DangerFamily, text: str) -> bool:
    """Whether a family finds a phrase, and its card comes."""
    own = next(one for one in judged.families if one.id == family.id)
    return bool(judged.hits(judged.read(text), own)) and family.card in _raised(judged, text)


def _raised(judged: Judge, text: str) -> list[str]:
    return [raised.card for raised in judged.raised(text)]


def _said(cards: list[str]) -> str:
    return " and ".join(f"‘{card}’" for card in cards) or "no card"
