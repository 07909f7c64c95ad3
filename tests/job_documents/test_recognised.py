"""Statements, criteria, levels and shared clauses of labelled documents are found: in those seen while it was written, and in others."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.knowledge.job_documents import jobs_of
from generator.knowledge.source_documents import read_manuscript
from tests.job_documents.labelled import labelled
from tests.job_documents.scoring import score
from tests.ours import LIBRARY

SEEDS = Path(__file__).parents[3] / "shared" / "seeds"


@pytest.mark.quick_cases("seen-", "unseen-docx", "unseen-")
@pytest.mark.parametrize("form", ["", "html", "docx", "odt", "rtf", "pdf"])
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
    assert scores["level"].recall >= (0.98 if form == "pdf" else 0.99)


def test_a_table_in_a_pdf_is_read_over_the_end_of_a_page(tmp_path: Path) -> None:
    scores = score([of for of in labelled("seen") if of.name == "mental-health-nurse"], tmp_path, "pdf")
    assert all(one.recall == one.precision == 1 for one in scores.values())


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the sample documents are not beside this project")
@pytest.mark.parametrize(
    ("seed", "found"), [("003_5a7380c7d1c71a9c", [(47, 24, 6, 5)]), ("004_cbf424162f4be289", [(28, 24, 11, 7), (42, 40, 14, 7)])]
)
def test_the_sample_documents(seed: str, found: list[tuple[int, int, int, int]]) -> None:
    """Statements, essential and desirable criteria, shared clauses."""
    jobs = jobs_of(read_manuscript(SEEDS / f"{seed}.txt", seed), LIBRARY)
    levels = [[criterion.level for criterion in job.criteria] for job in jobs]
    assert [
        (len(job.statements), level.count("essential"), level.count("desirable"), len({used.clause for used in job.clauses}))
        for job, level in zip(jobs, levels, strict=True)
    ] == found
