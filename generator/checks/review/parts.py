"""A document’s parts: a file may hold several job descriptions, each with its person specification."""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.knowledge.source_documents import Block, SourceDocument

_JOB = re.compile(r"(?:.*\btrust\b)?\W*(?:example |draft )?job description(?: and person specification)?\W*$", re.IGNORECASE)
_SPECIFICATION = re.compile(r"\W*(?:example )?person specification(?: format)?\W*$", re.IGNORECASE)
_TAG = re.compile(r"</?[A-Za-z][A-Za-z0-9]*(?:\s[^<>]{0,200})?/?>")
_NUMBER = re.compile(r"\s*(?:(?:[-*]|\d{1,2}(?:\.\d{1,2})*[.)]|\d{1,2}(?=\s{2}))\s+)?")
_ITEM_SIGN = re.compile(r"[\u2022\u00b7\u25cf\u25aa\uf0b7]")


@dataclass(frozen=True)
class DocumentPart:
    """A job description with its person specification, or what stands before the first."""

    job: tuple[Block, ...]
    specification: tuple[Block, ...]
    headed: bool
    """Whether it begins with a heading that calls it a job description."""

    @property
    def blocks(self) -> tuple[Block, ...]:
        """All of it."""
        return self.job + self.specification


@dataclass(frozen=True)
class Item:
    """A sentence, criterion or line of a block: what was split at the signs of lists, without markup."""

    block: Block
    start: int
    text: str


def parts_of(manuscript: SourceDocument) -> list[DocumentPart]:
    """The parts of a document, in its order."""
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


def bare(text: str) -> str:
    """A text with markup and signs of lists as spaces, so that places stay true."""
    return _ITEM_SIGN.sub(" ", _TAG.sub(lambda tag: " " * len(tag[0]), text))


def markup(text: str) -> list[re.Match[str]]:
    """The markup in a text."""
    return list(_TAG.finditer(text))


def items_of(block: Block) -> list[Item]:
    """A block split at the signs of lists."""
    text = _TAG.sub(lambda tag: " " * len(tag[0]), block.text)
    found, start = [], 0
    for end in [*(match.start() for match in _ITEM_SIGN.finditer(text)), *(m.start() for m in re.finditer("\t", text)), len(text)]:
        if end < start:
            continue
        piece = _ITEM_SIGN.sub(" ", text[start:end])
        number = _NUMBER.match(piece)
        lead = number.end() if number else 0
        if piece[lead:].strip():
            found.append(Item(block, start + lead, piece[lead:].strip()))
        start = end
    return found
