"""Criteria as they stand in a document, before anything is guessed of them."""

from __future__ import annotations

from dataclasses import dataclass

from generator.knowledge.job_documents.criteria_words import LEGEND, LEVEL_SIGN, level_of_text
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
    """A criterion outside columns. A level at its end, such as `(E)`, is its own."""
    sign = LEVEL_SIGN.search(one.text)
    text = LEVEL_SIGN.sub("", one.text)
    return RawCriterion(one, text, category, level_of_text(sign[1]) if sign else level)


def is_legend(one: DocumentPassage) -> bool:
    """Whether a line says what letters of a table mean."""
    return bool(LEGEND.fullmatch(one.text))
