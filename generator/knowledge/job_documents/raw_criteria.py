"""Criteria as they stand in a document, before anything is guessed of them."""

from __future__ import annotations

from dataclasses import dataclass

from generator.knowledge.job_documents.criteria_words import LEGEND, LEVEL_LEAD, LEVEL_SIGN, WAYS_SIGN, level_of_text, ways_of
from generator.knowledge.job_documents.found import Assessment, Level
from generator.knowledge.job_documents.passages import DocumentPassage


@dataclass(frozen=True)
class RawCriterion:
    """A criterion as it stands in the document, before anything is guessed."""

    passage: DocumentPassage
    text: str
    category: str
    level: Level | None
    ways: tuple[Assessment, ...] = ()


def with_sign(one: DocumentPassage, category: str, level: Level | None) -> RawCriterion:
    """A criterion outside columns. A level beside it, such as `(E)`, is its own, and how it is assessed."""
    text, ways = one.text, ""
    if said := WAYS_SIGN.search(text):
        text, ways = text[: said.start()], said[1] or said[2]
    if sign := LEVEL_SIGN.search(text):
        text, ways = text[: sign.start()], sign[2] or sign[4] or ways
        return RawCriterion(one, text, category, level_of_text(sign[1] or sign[3]), ways_of(ways))
    if lead := LEVEL_LEAD.match(text):
        return RawCriterion(one, text[lead.end() :], category, level_of_text(lead[1]), ways_of(ways))
    return RawCriterion(one, text, category, level, ways_of(ways))


def is_legend(one: DocumentPassage) -> bool:
    """Whether a line says what letters of a table mean."""
    return bool(LEGEND.fullmatch(one.text))
