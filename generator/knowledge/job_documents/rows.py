"""The rows and columns of a table, and what their heads say of them."""

from __future__ import annotations

from collections.abc import Sequence

from generator.knowledge.job_documents.criteria_words import COLUMN_HEADS, DUTY_HEADS
from generator.knowledge.job_documents.passages import DocumentPassage

CriteriaRow = dict[int, list[DocumentPassage]]
"""The passages of each column."""


def rows_of(passages: Sequence[DocumentPassage]) -> list[CriteriaRow]:
    """The rows of a table, as passages by column."""
    rows: dict[int, CriteriaRow] = {}
    for one in passages:
        rows.setdefault(one.layout.row, {}).setdefault(one.layout.column, []).append(one)
    return [rows[number] for number in sorted(rows)]


def heads_of(row: CriteriaRow) -> dict[int, str]:
    """What each column holds, if the row is one of heads."""
    found: dict[int, str] = {}
    for column, cell in row.items():
        said = " ".join(one.text for one in cell).strip(" :")
        found[column] = next((name for name, pattern in COLUMN_HEADS.items() if pattern.fullmatch(said)), "")
    return found


def has_levels(row: CriteriaRow) -> bool:
    """Whether a row is that of the heads of a table of criteria."""
    heads = set(heads_of(row).values())
    return "essential" in heads or "desirable" in heads or "level" in heads


def has_ways(row: CriteriaRow) -> bool:
    """Whether a row is that of the heads of a table that says how criteria are assessed."""
    return len(row) > 1 and "assessed" in heads_of(row).values()


def has_duties(row: CriteriaRow) -> bool:
    """Whether a row is that of the heads of a table of duties."""
    return len(row) > 1 and any(DUTY_HEADS.fullmatch(" ".join(one.text for one in cell)) for cell in row.values())
