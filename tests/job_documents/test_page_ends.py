"""A criterion that a page ends in is one, and what stands below the last criteria may be a shared clause."""

from __future__ import annotations

from pathlib import Path

from generator.knowledge.job_documents import JobDocument, jobs_of
from generator.knowledge.source_documents import read_manuscript
from tests.ours import LIBRARY

TABLE = """Person specification

Criteria\tEssential\tDesirable
Experience\t● Able to work in a team ● Experience of working in a health care\t● Teaching
\tsetting and with practices ● Lived experience\t● A further course
Skills\t● Clear writing\t
\tGood with numbers

The employer is committed to safeguarding and promoting the welfare of children, young people and adults at risk.

The office is closed on Friday.
"""


def read(text: str, folder: Path) -> JobDocument:
    (folder / "job.txt").write_text(f"Job description\n\nDuties\n\n- Write to practices each week\n\n{text}", encoding="utf-8")
    return jobs_of(read_manuscript(folder / "job.txt", "job.txt"), LIBRARY)[0]


def test_a_criterion_goes_on_after_the_end_of_a_page(tmp_path: Path) -> None:
    job = read(TABLE, tmp_path)
    assert [one.text for one in job.criteria if one.level == "essential"] == [
        "Able to work in a team", "Experience of working in a health care setting and with practices", "Lived experience", "Clear writing",
        "Good with numbers",
    ]  # fmt: skip
    assert "It goes on with the criterion above it." in [one.reason for one in job.left]


def test_a_condition_below_the_criteria_is_a_shared_clause(tmp_path: Path) -> None:
    job = read(TABLE, tmp_path)
    assert [one.clause for one in job.clauses] == ["safeguarding"]
    assert job.left[-1].passage.text == "The office is closed on Friday."
