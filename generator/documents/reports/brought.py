"""What a document of somebody’s own says of a role, as text for the terminal: what it changes, and what it lacks."""

from __future__ import annotations

import textwrap
from collections import Counter
from collections.abc import Iterator, Sequence

from generator.checks.review.requirements import REQUIREMENT_STANDINGS, RequirementHint
from generator.documents.reports.returned import change_lines
from generator.knowledge.bringing import Brought
from generator.knowledge.bringing.besides import BESIDES, CHANGE_GROUPS, FACT_NAMES
from generator.knowledge.drafts.changes import WordChange
from generator.knowledge.source_documents import SourceDocument
from generator.knowledge.text.formatting import counted, join_words

_WIDTH = 100


def brought_text(document: SourceDocument, brought: Brought, hints: Sequence[RequirementHint]) -> str:
    """The whole list: what was read, every change, what only the role says, and what the contract asks."""
    found = brought.found
    place = f", for {found.network}" if found.network else ""
    lines = [f"{document.title} and {found.role}{place}", f"Read: {document.kind}, {counted(len(document.blocks), 'paragraph')}."]
    lines += [f"Not read: {said}" for said in document.unread]
    lines.append(_summary(brought))
    number = 0
    for kind, heading in CHANGE_GROUPS.items():
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
        yield from _listed("held", brought.held)
    if brought.lacking:
        yield from _listed("lacking", brought.lacking, " To leave one out, list it under ‘drop’ with the reason:")
    if brought.clauses:
        yield from _listed("clauses", brought.clauses)
    if brought.facts:
        yield from _listed("facts", [f"{FACT_NAMES[one.name]}: {one.value}" for one in brought.facts])


def _listed(what: str, items: Sequence[str], more: str = "") -> Iterator[str]:
    yield from ("", BESIDES[what].format(count=len(items)) + more)
    yield textwrap.fill(", ".join(items), _WIDTH, initial_indent="  ", subsequent_indent="  ")


def _asked(hints: Sequence[RequirementHint]) -> Iterator[str]:
    """Requirements of the contract that the document seems to lack. The role meets them."""
    lacking = [hint for hint in hints if hint.standing != "seems-met"]
    if lacking:
        yield from ("", BESIDES["asked"].format(count=len(lacking)))
    for hint in lacking:
        missing = f" Not found: {join_words(list(hint.missing))}." if hint.missing else ""
        yield f"  {REQUIREMENT_STANDINGS[hint.standing]}: {hint.requirement.title}.{missing}"


def _left(brought: Brought) -> Iterator[str]:
    reasons = Counter(one.reason for one in brought.left)
    if reasons:
        yield from ("", BESIDES["left"].format(count=len(brought.left)))
    for why, number in reasons.most_common():
        yield f"  {number}: {why}"


def kept_back(left: Sequence[WordChange]) -> str:
    """How many changes the network’s file does not have."""
    return f"{counted(len(left), 'change')} left for you, which the list above names." if left else "Every change was taken."
