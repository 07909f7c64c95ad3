"""Statements, criteria, levels and shared clauses of labelled documents are found: in those seen while it was written, and in others."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.job_documents.labelled import labelled
from tests.job_documents.scoring import score


@pytest.mark.parametrize("form", ["", "html", "docx", "pdf"])
@pytest.mark.parametrize("folder", ["seen", "unseen"])
def test_labelled_documents_are_recognised(folder: str, form: str, tmp_path: Path) -> None:
    """Each in its own form, and all of them in others."""
    scores = score(labelled(folder), tmp_path, form)
    for name, one in scores.items():
        print(f"{folder} {name}: precision {one.precision:.3f}, recall {one.recall:.3f}, of {one.wanted}")
    assert scores["statements"].recall >= 0.95
    assert scores["statements"].precision >= 0.95
    assert scores["criteria"].recall >= 0.95
    assert scores["criteria"].precision >= 0.95
    assert scores["level"].recall >= 0.99
