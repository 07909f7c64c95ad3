"""Put criteria into categories, and guess what the document does not say of them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from generator.knowledge.job_documents.found import Assessment, FoundCategory, FoundCriterion, JobDocument, Level
from generator.knowledge.job_documents.raw_criteria import RawCriterion
from generator.knowledge.text.formatting import upper_first

QUALIFICATION = re.compile(r"qualif|regist|education|training|degree|diploma|certificate|licen[cs]e", re.IGNORECASE)
"""The heading of criteria that a certificate shows."""


def add_criteria(job: JobDocument, found: Iterable[RawCriterion]) -> None:
    """Add criteria to a job, those of one category together, in the order of the document."""
    for raw in found:
        heading = raw.category or "Criteria"
        category = next((each for each in job.categories if each.heading == heading), None)
        if category is None:
            category = FoundCategory(heading, guessed=not raw.category)
            job.categories.append(category)
        category.criteria.append(_criterion(raw))


def _criterion(raw: RawCriterion) -> FoundCriterion:
    level: Level = raw.level or "essential"
    usual: tuple[Assessment, ...] = ("application", "certificate") if QUALIFICATION.search(raw.category) else ("application", "interview")
    return FoundCriterion(upper_first(raw.text), raw.passage, level, raw.level is None, raw.ways or usual, not raw.ways)
