"""Criteria as they stand in a document, before anything is guessed of them."""

from __future__ import annotations

from dataclasses import dataclass

from generator.knowledge.job_documents.criteria_words import (
    LEGEND,
    LEVEL_LEAD,
    LEVEL_SIGN,
    SEMICOLON,
    WAYS_SIGN,
    level_of_text,
    ways_of,
)
from generator.knowledge.job_documents.found import Assessment, Level
from generator.knowledge.job_documents.passages import DocumentPassage

FEWEST_PARTS = 3
"""Parts between semicolons from which each is a criterion of its own."""


@dataclass(frozen=True)
class RawCriterion:
    """A criterion as it stands in the document, before anything is guessed."""

    passage: DocumentPassage
    text: str
    category: str
    level: Level | None
    ways: tuple[Assessment, ...] = ()


def criteria_in(one: DocumentPassage, category: str, level: Level | None) -> list[RawCriterion]:
    """The criteria of a passage outside columns: several, where a paragraph has them between semicolons."""
    whole = with_sign(one, category, level)
    parts = SEMICOLON.split(whole.text.rstrip(" .;"))
    if one.listed or len(parts) < FEWEST_PARTS:
        return [whole]
    return [with_sign(one, category, whole.level, part) for part in parts]


def with_sign(one: DocumentPassage, category: str, level: Level | None, part: str = "") -> RawCriterion:
    """A criterion outside columns. A level beside it, such as `(E)`, is its own, and how it is assessed."""
    text, ways = part or one.text, ""
    if said := WAYS_SIGN.search(text):
        text, ways = text[: said.start()], said[1] or said[2]
    if sign := LEVEL_SIGN.search(text):
        text, ways = text[: sign.start()], sign[2] or sign[4] or ways
        return RawCriterion(one, text, category, level_of_text(sign[1] or sign[3]), ways_of(ways))
    if lead := LEVEL_LEAD.match(text):
        return RawCriterion(one, text[lead.end() :], category, level_of_text(lead[1]), ways_of(ways))
    return RawCriterion(one, text, category, level, ways_of(ways))


def says_its_level(one: DocumentPassage) -> bool:
    """Whether a passage has a level beside it."""
    return bool(LEVEL_SIGN.search(one.text) or LEVEL_LEAD.match(one.text))


def is_legend(one: DocumentPassage) -> bool:
    """Whether a line says what letters of a table mean."""
    return bool(LEGEND.fullmatch(one.text))
