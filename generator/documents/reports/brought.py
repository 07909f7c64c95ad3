"""What a document of somebody’s own says of a role, as text for the terminal: what it changes, and what it lacks."""

from __future__ import annotations

import textwrap
from collections import Counter
from collections.abc import Iterator, Sequence

from generator.checks.review.requirements import REQUIREMENT_STANDINGS, RequirementHint
from generator.documents.reports.returned import change_lines
from generator.knowledge.bringing import Brought
from generator.knowledge.drafts.changes import WordChange
from generator.knowledge.source_documents import SourceDocument
from generator.knowledge.text.formatting import counted, join_words

_WIDTH = 100
SECTION_OF = {
    "reworded": "In other words",
    "added": "In the document, and not in the role",
    "level": "On another level",
    "field": "For the blanks of the pack",
}
"""The headings, by the kind of change."""


def brought_text(document: SourceDocument, brought: Brought, hints: Sequence[RequirementHint]) -> str:
    """The whole list: what was read, every change, what only the role says, and what the contract asks."""
    found = brought.found
    place = f", for {found.network}" if found.network else ""
    lines = [f"{document.title} and {found.role}{place}", f"Read: {document.kind}, {counted(len(document.blocks), 'paragraph')}."]
    lines += [f"Not read: {said}" for said in document.unread]
    lines.append(_summary(brought))
    number = 0
    for kind, heading in SECTION_OF.items():
        here = [change for change in found.changes if change.kind == kind]
        lines += ["", f"{heading} ({len(here)})"] if here else []
        for change in here:
            number += 1
            lines += ["", *change_lines(number, change)]
    return "\n".join([*lines, *_stays(brought), *_asked(hints), *_left(brought)]) + "\n"


def _summary(brought: Brought) -> str:
    counts = Counter(change.kind for change in brought.found.changes)
    told = [f"{len(brought.same):,} in the same words", f"{counts['reworded']:,} in other words", f"{counts['added']:,} new"]
    doubts = sum(change.certainty == "ask" for change in brought.found.changes)
    return f"Statements and criteria: {join_words(told)}. {counted(doubts, 'change')} to decide."


def _stays(brought: Brought) -> Iterator[str]:
    if brought.held:
        yield from ("", f"Inside longer paragraphs of the document: {', '.join(brought.held)}.")
    if brought.lacking:
        yield from ("", f"Only in the role ({len(brought.lacking)}). These stay. To leave one out, list it under ‘drop’ with the reason:")
        yield textwrap.fill(", ".join(brought.lacking), _WIDTH, initial_indent="  ", subsequent_indent="  ")
    if brought.clauses:
        yield from ("", f"Shared clauses that the document words itself ({len(brought.clauses)}). Those of the pack stand:")
        yield textwrap.fill(", ".join(brought.clauses), _WIDTH, initial_indent="  ", subsequent_indent="  ")


def _asked(hints: Sequence[RequirementHint]) -> Iterator[str]:
    """Requirements of the contract that the document seems to lack. The role meets them."""
    lacking = [hint for hint in hints if hint.standing != "seems-met"]
    if lacking:
        yield from ("", "What the contract asks and the document seems to lack. Words are a hint to look, not proof:")
    for hint in lacking:
        missing = f" Not found: {join_words(list(hint.missing))}." if hint.missing else ""
        yield f"  {REQUIREMENT_STANDINGS[hint.standing]}: {hint.requirement.title}.{missing}"


def _left(brought: Brought) -> Iterator[str]:
    reasons = Counter(one.reason for one in brought.left)
    if reasons:
        yield from ("", "Other paragraphs of the document, which a pack has no place for:")
    for why, number in reasons.most_common():
        yield f"  {number}: {why}"


def kept_back(left: Sequence[WordChange]) -> str:
    """How many changes the network’s file does not have."""
    return f"{counted(len(left), 'change')} left for you, which the list above names." if left else "Every change was taken."
