"""Find places of a document that wait to be filled in: prompts, brackets with an instruction, lines of dots, X for a figure."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.review.unfilled_patterns import LINE_PATTERNS, UNFILLED_PATTERNS
from generator.checks.wording.matching import Stretch, joined_stretches
from generator.knowledge.source_documents import Block

MOST_DOTS_OF_A_PAUSE = 7
"""Dots in the midst of a sentence that are more than a pause."""


def unfilled(block: Block) -> list[Stretch]:
    """Where words of a block wait to be filled in, in order. Places that overlap are one."""
    return joined_stretches([*block.unfilled, *_matched(block.text), *_bracketed(block.text), *_lines(block.text)])


def _matched(text: str) -> Iterator[Stretch]:
    for pattern in UNFILLED_PATTERNS if text.isupper() else (*UNFILLED_PATTERNS, LINE_PATTERNS["capitals"]):
        for found in pattern.finditer(text):
            start, says = found.start(found.lastindex or 0), found[found.lastindex or 0]
            figures = not says.strip("xX()") and LINE_PATTERNS["notFigures"].search(text[max(0, start - 20) : start])
            if says.strip() and not figures:
                yield start, start + len(says.rstrip(" .") or says)


def _bracketed(text: str) -> Iterator[Stretch]:
    """Words in square brackets, unless they are an aside, or in a quotation, where brackets hold what the speaker did not say."""
    for found in LINE_PATTERNS["bracketed"].finditer(text):
        quoted = text.rfind("“", 0, found.start()) > text.rfind("”", 0, found.start())
        if not quoted and not any(LINE_PATTERNS[name].search(found[0]) for name in ("aside", "abbreviation")):
            yield found.span()


def _lines(text: str) -> Iterator[Stretch]:
    """Lines and dots to write on: not those that lead to the number of a page, and none of a signature."""
    if LINE_PATTERNS["signed"].search(text):
        return
    for found in LINE_PATTERNS["dots"].finditer(text):
        before, after = text[: found.start()].rstrip(), text[found.end() :].strip()
        if "_" in found[0]:
            waits = bool(before or after)
        else:
            asks = before.endswith((":", "£")) or not after or (after[0].islower() and len(found[0]) > MOST_DOTS_OF_A_PAUSE)
            waits = bool(before) and asks and not LINE_PATTERNS["pageNumber"].match(text, found.end())
        if waits:
            yield found.span()
