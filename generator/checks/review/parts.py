"""Split a document into parts: a file may have several job descriptions, each with its person specification."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml.html import defs

from generator.knowledge.source_documents import Block, SourceDocument

_JOB = re.compile(r"(?:.*\btrust\b)?\W*(?:example |draft )?job description(?: and person specification)?\W*$", re.IGNORECASE)
_SPECIFICATION = re.compile(r"\W*(?:example )?person specification(?: format)?\W*$", re.IGNORECASE)
_TAG = re.compile(rf"</?(?:{'|'.join(sorted(defs.tags, key=len, reverse=True))})(?:\s[^<>]{{0,200}})?/?>", re.IGNORECASE)
_NUMBER = re.compile(r"\s*(?:(?:[-*]|\d{1,2}(?:\.\d{1,2})*[.)]|\d{1,2}(?=\s{2}))\s+)?")
_ITEM_SIGN = re.compile(r"[\u2022\u00b7\u25cf\u25aa\uf0b7]")


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


@dataclass(frozen=True)
class Item:
    """A list item or line of a block, without markup."""

    block: Block
    start: int
    text: str


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


def bare(text: str) -> str:
    """A text with markup and bullets replaced by spaces, so that positions do not change."""
    return _ITEM_SIGN.sub(" ", _TAG.sub(lambda tag: " " * len(tag[0]), text))


def markup(text: str) -> list[re.Match[str]]:
    """The markup in a text."""
    return list(_TAG.finditer(text))


def items_of(block: Block) -> list[Item]:
    """A block split at bullets and tabs."""
    text = _TAG.sub(lambda tag: " " * len(tag[0]), block.text)
    items, start = [], 0
    for end in [*(match.start() for match in _ITEM_SIGN.finditer(text)), *(m.start() for m in re.finditer("\t", text)), len(text)]:
        if end < start:
            continue
        piece = _ITEM_SIGN.sub(" ", text[start:end])
        number = _NUMBER.match(piece)
        lead = number.end() if number else 0
        if piece[lead:].strip():
            items.append(Item(block, start + lead, piece[lead:].strip()))
        start = end
    return items
