"""The same four criteria are read alike from every shape of person specification: their words, levels and ways to assess."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.job_documents.labelled import Labelled, labelled
from tests.job_documents.scoring import plain, read

FOUR = {
    "Registered mental health nurse": ("essential", ("application", "certificate")),
    "Experience of primary care": ("essential", ("application", "interview")),
    "Teaching certificate": ("desirable", ("application",)),
    "Knowledge of local services": ("desirable", ("interview",)),
}


@pytest.mark.parametrize("of", labelled("shapes"), ids=lambda of: of.name)
def test_criteria_are_read_from_every_shape(of: Labelled, tmp_path: Path) -> None:
    found = {one.text: one for one in read(of, tmp_path, "").criteria}
    assert {text: one.level for text, one in found.items()} == {text: level for text, (level, _) in FOUR.items()}
    assert not any(one.level_guessed for one in found.values())
    told = {text: one.assessed_by for text, one in found.items() if not one.assessment_guessed}
    assert told == {text: ways for text, (_, ways) in FOUR.items() if of.name != "words-before"}


@pytest.mark.parametrize("of", labelled("layouts"), ids=lambda of: of.name)
def test_everything_is_read_from_every_layout(of: Labelled, tmp_path: Path) -> None:
    """Criteria with ticks, in a paragraph or without a list; all in a table of two columns; the person specification first."""
    job = read(of, tmp_path, "")
    assert [plain(one.text) for one in job.statements] == [plain(text) for text in of.statements]
    levels = {plain(text): level for text, (level, _) in of.criteria.items()}
    assert {plain(one.text): one.level for one in job.criteria} == levels
