"""What a paragraph outside tables is, by the part of the document that it stands in."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.knowledge.job_documents.clauses import KnownClauses
from generator.knowledge.job_documents.found import FoundClause, FoundField
from generator.knowledge.job_documents.passages import DocumentPassage
from generator.knowledge.job_documents.raw_criteria import criteria_in, is_legend, says_its_level
from generator.knowledge.job_documents.state import ON_TERMS, ReadingState
from generator.knowledge.job_documents.zone_words import REASONS, WHY_LEFT

_SIGNATURE = re.compile(r"(?:signed|signature|date|name)\b.*(?:\.{4,}|_{3,}).*|.*(?:\.{6,}|_{5,}).*", re.IGNORECASE)
_OTHER_TITLE = re.compile(r"\(([A-Z][^()]{3,60})\)")

PARAGRAPH_PATTERNS = {"signature": _SIGNATURE, "otherTitle": _OTHER_TITLE}
"""What tells odd paragraphs, for the same look in the browser."""


def read_facts(state: ReadingState, found: Sequence[FoundField], passages: Sequence[DocumentPassage]) -> None:
    """Take the facts of a line with a label, which may be several passages."""
    used = state.take_new(found)
    for one in passages:
        if not used:
            state.leave(one, REASONS["no_field" if found else "no_value"])
        elif one.number not in used:
            state.job.headings.append(one)


def read_paragraph(state: ReadingState, one: DocumentPassage, clauses: KnownClauses) -> None:
    """Take a paragraph as another title, criterion, shared clause or statement, or leave it with the reason."""
    if (other := _OTHER_TITLE.fullmatch(one.text)) and state.zone in ("before", "job") and state.job.said("title"):
        state.job.fields.append(FoundField("other_titles", other[1], one))
    elif _SIGNATURE.fullmatch(one.text):
        state.leave(one, REASONS["sign"])
    elif state.zone == "specification":
        _read_criterion(state, one, clauses)
    elif state.zone in ("duties", "purpose", *ON_TERMS):
        _read_sentence(state, one, clauses)
    else:
        state.leave(one, WHY_LEFT[state.zone])


def _read_sentence(state: ReadingState, one: DocumentPassage, clauses: KnownClauses) -> None:
    """A sentence among duties or terms. A duty that is listed may speak of safety or the law, and is a duty still."""
    general = state.zone in ON_TERMS
    match = None if one.listed and not general else clauses.meant(one.text, state.clause, general=general)
    if match:
        state.job.clauses.append(FoundClause(match.clause, match.likeness, one))
    elif general and not one.listed:
        state.leave(one, WHY_LEFT[state.zone])
    else:
        state.add_statement(one)


def _read_criterion(state: ReadingState, one: DocumentPassage, clauses: KnownClauses) -> None:
    """A criterion; or, in no list and at no level, a condition such as those that stand below the last table."""
    if is_legend(one):
        state.leave(one, REASONS["legend"])
    elif one.listed or state.level or says_its_level(one):
        state.raw += criteria_in(one, state.category, state.level)
    elif match := clauses.meant(one.text, None, general=False):
        state.job.clauses.append(FoundClause(match.clause, match.likeness, one))
    else:
        state.leave(one, WHY_LEFT["specification"])
