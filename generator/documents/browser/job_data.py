"""What a script needs to find a job description in a document: the words, patterns and limits of the command, and the shared clauses."""

from __future__ import annotations

from typing import Any

from generator.documents.browser.patterns import script_pattern, script_patterns
from generator.knowledge.job_documents import (
    below_headings,
    clauses,
    criteria_words,
    fact_words,
    facts,
    headings,
    raw_criteria,
    zone_words,
)
from generator.knowledge.job_documents.categories import QUALIFICATION
from generator.knowledge.job_documents.paragraphs import PARAGRAPH_PATTERNS
from generator.knowledge.job_documents.passages import PASSAGE_PATTERNS
from generator.knowledge.library.library import Library
from generator.knowledge.model import Clause


def job_data(library: Library) -> dict[str, Any]:
    """All of it, as JSON holds it."""
    whole = {
        "otherLabels": fact_words.OTHER_LABELS, "tick": criteria_words.TICK, "levelLine": criteria_words.LEVEL_LINE,
        "asks": criteria_words.ASKS, "dutyHeads": criteria_words.DUTY_HEADS, "legend": criteria_words.LEGEND,
        "letters": criteria_words.LETTERS, "waysCodes": criteria_words.WAYS_CODES, **PARAGRAPH_PATTERNS, **facts.FACT_PATTERNS,
    }  # fmt: skip
    anywhere = {
        "levelSign": criteria_words.LEVEL_SIGN, "waysSign": criteria_words.WAYS_SIGN,
        "qualification": QUALIFICATION, "ended": headings.SENTENCE_END, "semicolon": criteria_words.SEMICOLON, **PASSAGE_PATTERNS,
    }  # fmt: skip
    return {
        "zones": script_patterns(zone_words.ZONE_HEADINGS),
        "facts": script_patterns(fact_words.FACT_LABELS),
        "columns": script_patterns(criteria_words.COLUMN_HEADS),
        "ways": script_patterns(criteria_words.WAYS_SAID),
        "whole": script_patterns(whole),
        "anywhere": script_patterns(anywhere),
        "levelLead": script_pattern(criteria_words.LEVEL_LEAD),
        "whyLeft": zone_words.WHY_LEFT,
        "reasons": zone_words.REASONS,
        "clauses": [_clause(clause) for clause in library.clauses.values()],
        "limits": {
            "headingLike": clauses.HEADING_LIKE, "few": clauses.FEW_WORDS, "underHeading": clauses.UNDER_HEADING,
            "anywhere": clauses.ANYWHERE,
            "longestHeading": headings.LONGEST_HEADING, "longestPlain": headings.LONGEST_PLAIN_HEADING, "duty": headings.SHORTEST_DUTY,
            "listed": headings.SHORTEST_LISTED, "longestValue": facts.LONGEST_VALUE, "early": below_headings.EARLY,
            "fewestParts": raw_criteria.FEWEST_PARTS,
        },
    }  # fmt: skip


def _clause(clause: Clause) -> dict[str, Any]:
    known = script_pattern(clauses.recognised_by(clause)) if clause.recognised_by else None
    return {"id": clause.id, "text": clause.text, "names": [clause.heading, *clause.also_called], "knownBy": known}
