"""Split paragraphs of a document at list marks and tabs, and look past markup that was pasted as text."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml.html import defs

from generator.knowledge.source_documents.blocks import Block

_TAG = re.compile(rf"</?(?:{'|'.join(sorted(defs.tags, reverse=True))})(?:\s[^<>]{{0,200}})?/?>", re.IGNORECASE)
_NUMBER = re.compile(r"\s*(?:(?:[-*]|\d{1,2}(?:\.\d{1,2})*[.)]|\d{1,2}(?=\s{2}))\s+)?")
_ITEM_SIGN = re.compile(r"[\u2022\u00b7\u25cf\u25aa\uf0b7]")

ITEM_PATTERNS = {"tag": _TAG, "number": _NUMBER, "sign": _ITEM_SIGN}
"""Markup and the marks of lists, for the same look in the browser."""


@dataclass(frozen=True)
class Item:
    """A list item or line of a block, without markup."""

    block: Block
    start: int
    text: str
    mark: str = ""
    """The mark of a list before it: a bullet, or a number such as `2.`."""
    tabs: int = 0
    """How many tabs of the block come before it."""


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
    for end in [*(match.start() for match in re.finditer(f"{_ITEM_SIGN.pattern}|\t", text)), len(text)]:
        sign = _ITEM_SIGN.match(text[start:end].lstrip())
        piece = _ITEM_SIGN.sub(" ", text[start:end])
        number = _NUMBER.match(piece)
        lead = number.end() if number else 0
        if piece[lead:].strip():
            mark = sign[0] if sign else number[0].strip() if number else ""
            items.append(Item(block, start + lead, piece[lead:].strip(), mark, text[: start + lead].count("\t")))
        start = end
    return items
