"""Split a document into parts: a file may have several job descriptions, each with its person specification."""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.knowledge.source_documents import Block, SourceDocument

_JOB = re.compile(r"(?:.*\btrust\b)?\W*(?:example |draft )?job description(?: and person specification)?\W*$", re.IGNORECASE)
_SPECIFICATION = re.compile(r"\W*(?:example )?person specification(?: format)?\W*$", re.IGNORECASE)

PART_PATTERNS = {"job": _JOB, "specification": _SPECIFICATION}
"""The headings of parts, for the same look in the browser."""


@dataclass(frozen=True)
class DocumentPart:
    """A job description with its person specification, or the text before the first one."""

    job: tuple[Block, ...]
    specification: tuple[Block, ...]
    headed: bool
    """Whether it starts with the heading of a job description."""

    @property
    def blocks(self) -> tuple[Block, ...]:
        """All blocks of the part."""
        return self.job + self.specification


def parts_of(manuscript: SourceDocument) -> list[DocumentPart]:
    """The parts of a document, in order."""
    jobs: list[list[Block]] = [[]]
    specifications: list[list[Block]] = [[]]
    filled = jobs
    for block in manuscript.blocks:
        if _JOB.match(block.text):
            jobs.append([])
            specifications.append([])
            filled = jobs
        elif _SPECIFICATION.match(block.text):
            filled = specifications
        filled[-1].append(block)
    pairs = zip(jobs, specifications, strict=True)
    return [DocumentPart(tuple(job), tuple(asked), headed=index > 0) for index, (job, asked) in enumerate(pairs) if job or asked]
