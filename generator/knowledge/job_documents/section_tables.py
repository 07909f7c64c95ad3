"""Tables that hold the whole document: a heading in the first column, and beside it what stands below that heading."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from generator.knowledge.job_documents.criteria_words import LEVEL_LINE
from generator.knowledge.job_documents.facts import is_label
from generator.knowledge.job_documents.passages import DocumentPassage
from generator.knowledge.job_documents.rows import CriteriaRow, rows_of
from generator.knowledge.job_documents.zone_words import zone_of

_DUTIES = ("purpose", "duties")


def laid_flat(table: Sequence[DocumentPassage], depth: int) -> list[DocumentPassage]:
    """The passages of such a table as headings of a depth with what stands below them; none for another table.

    Rows of facts come first, and stay rows.
    """
    rows = rows_of(table)
    if any(len(row) > 2 for row in rows) or not _names_parts(rows):
        return []
    facts, flat = [], []
    for row in rows:
        head, *below = [one for column in sorted(row) for one in row[column]]
        if is_label(head.text):
            facts += [head, *below]
        elif head.text:
            flat.append(replace(head, layout=replace(head.layout, table=0, heading=max(1, depth))))
            flat += [replace(one, layout=replace(one.layout, table=0)) for one in below if one.text]
    return facts + flat


def _names_parts(rows: Sequence[CriteriaRow]) -> bool:
    """Whether the first cells name parts of a document, duties among them."""
    heads = [row[min(row)][0] for row in rows if len(row) == 2]
    zones = [zone_of(head.title) for head in heads]
    levels = [head for head in heads if LEVEL_LINE.fullmatch(head.title)]
    return any(zone in _DUTIES for zone in zones) and sum(zone is not None for zone in zones) + len(levels) > 1
