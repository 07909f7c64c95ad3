"""Find figures and laws that contradict each other within a document, and texts too long for their form."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.checks.review.faults import fault
from generator.checks.review.parts import DocumentPart
from generator.checks.review.remarks import Remark
from generator.knowledge.library.library import Library
from generator.knowledge.source_documents import Block

_POSTS = re.compile(r"(?:^|[^\d.])(\d{1,2}(?:\.\d{1,2})?)\s*(?:WTE|FTE|whole time equivalents?)\b", re.IGNORECASE)
_TITLE = re.compile(r"\b((?:[A-Z][a-z]+ ){1,4}(?:Worker|Practitioner|Administrator|Psychologist|Psychiatrist|Nurse|Therapist|Manager)s?)\b")
_ACT = re.compile(r"\b((?:[A-Z][a-z]+ ){1,5}Act),? (1[89]\d\d|20\d\d)\b")

FIGURE_PATTERNS = {"posts": _POSTS, "title": _TITLE, "act": _ACT}
"""The patterns of figures, for the same look in the browser."""

NEAR = 80
"""Maximum characters between a figure and the job title that it counts."""


def posts_agree(blocks: Sequence[Block]) -> Iterator[Remark]:
    """The number of posts of one title is the same wherever it is given."""
    first: dict[str, tuple[str, Block]] = {}
    for block in blocks:
        for figure in _POSTS.finditer(block.text):
            for title in _titles_near(block.text, figure):
                known = first.setdefault(title, (figure[1], block))
                if float(known[0]) != float(figure[1]):
                    why = f"{known[1].label.capitalize()} says {known[0]} for {title}; here it is {figure[1]}."
                    yield fault("figures-differ", why, block, figure.start(1), figure.end())
                    break


def _titles_near(text: str, figure: re.Match[str]) -> Iterator[str]:
    """Job titles near a figure, in the singular. The text that belongs to a figure ends at the next figure."""
    after = text[figure.end() : figure.end() + NEAR]
    before = text[max(0, figure.start(1) - NEAR) : figure.start(1)]
    more = _POSTS.search(after)
    stretches = [after[: more.start()] if more else after]
    if not _TITLE.search(stretches[0]):
        stretches = [before]
    for stretch in stretches:
        for found in _TITLE.finditer(stretch):
            yield found[1].removesuffix("s")


def acts_agree(part: DocumentPart) -> Iterator[Remark]:
    """The same Act is always cited with the same year."""
    years: dict[str, tuple[str, Block]] = {}
    for block in part.blocks:
        for found in _ACT.finditer(block.text):
            known = years.setdefault(found[1], (found[2], block))
            if known[0] != found[2]:
                why = f"{known[1].label.capitalize()} cites the Act of {known[0]}; here it is that of {found[2]}."
                yield fault("acts-differ", why, block, found.start(), found.end())


def fits_the_form(part: DocumentPart, library: Library) -> Iterator[Remark]:
    """A job description is within the limit of its box on NHS Jobs."""
    form = library.recruitment.get("nhs-jobs")
    limit = next((field.most for field in form.fields if field.id == "job-description"), None) if form else None
    length = sum(len(block.text) + 1 for block in part.job)
    if part.headed and limit and length > limit:
        why = f"It has {length:,} characters. The box on NHS Jobs holds {limit:,}."
        block = part.job[0]
        yield fault("too-long-for-form", why, block, 0, len(block.text))
