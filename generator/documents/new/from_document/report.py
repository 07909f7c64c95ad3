"""What came of a document, or of a folder of them, in words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator.documents.new.from_document.files import RoleFromDocument
from generator.knowledge.source_documents import SourceDocument
from generator.knowledge.text.formatting import counted


@dataclass(frozen=True)
class DocumentOutcome:
    """What came of one job description of a folder."""

    file: str
    role: RoleFromDocument | None
    reason: str = ""
    """Why there is no role."""


def outcome_text(document: SourceDocument, role: RoleFromDocument) -> str:
    """What came of one document."""
    criteria = f"{_count(role.criteria, 'criterion', 'criteria')} in {_count(role.categories, 'category', 'categories')}"
    found = f"{_count(role.statements, 'statement')} in {_count(role.sections, 'section')}, {criteria}"
    outdated = _count(role.outdated, "place of outdated or unfair words", "places of outdated or unfair words")
    lines = [f"Read: {_read(document)}.", *(f"Not read: {said}" for said in document.unread)]
    lines.append(f"Found: {found}, {_count(role.clauses, 'shared clause')}.")
    lines += [f"  {number} other: {why}" for why, number in role.left.most_common()]
    lines.append(f"Marked: {_count(role.guesses, 'guess', 'guesses')} with ‘# guessed’, {outdated} with ‘# outdated’.")
    return "\n".join(lines)


def folder_text(outcomes: Sequence[DocumentOutcome]) -> str:
    """A table of what came of each document, and below it each reason why one has no role, once."""
    reasons = list(dict.fromkeys(outcome.reason for outcome in outcomes if outcome.role is None))
    rows: list[tuple[str, ...]] = [("File", "Role", "Statements", "Criteria", "Clauses", "Other", "Guesses", "Outdated")]
    rows += [_row(outcome, reasons) for outcome in outcomes]
    widths = [max(len(row[column]) for row in rows if len(row) > column) for column in range(len(rows[0]))]
    made = sum(outcome.role is not None for outcome in outcomes)
    notes = [f"  ({number}) {reason}" for number, reason in enumerate(reasons, 1)]
    return "\n".join([*(_line(row, widths) for row in rows), *notes, f"{made} of {len(outcomes)} made."])


def _row(outcome: DocumentOutcome, reasons: Sequence[str]) -> tuple[str, ...]:
    role = outcome.role
    if role is None:
        return outcome.file, f"none ({reasons.index(outcome.reason) + 1})"
    figures = (role.statements, role.criteria, role.clauses, sum(role.left.values()), role.guesses, role.outdated)
    return outcome.file, role.id, *map(str, figures)


def _line(row: Iterable[str], widths: Sequence[int]) -> str:
    cells = [cell.ljust(width) if column < 2 else cell.rjust(width) for column, (cell, width) in enumerate(zip(row, widths, strict=False))]
    return "  ".join(cells).rstrip()


def _read(document: SourceDocument) -> str:
    pages = f", {document.read_pages:,} of {_count(document.pages, 'page')}" if document.pages else ""
    return f"{document.kind}{pages}, {_count(len(document.blocks), 'paragraph')}"


def _count(number: int, one: str, several: str = "") -> str:
    """As `counted` does it, for nouns with a plural of their own too."""
    return counted(number, one) if number == 1 or not several else f"{number:,} {several}"
