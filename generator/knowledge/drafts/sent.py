"""The words that left in a Word file, kept in it: what an edited copy is compared with, whatever the role has become since.

`{"blocks": [...]}`, a block for each paragraph, with only those keys that say something: `text`, `heading` (level), `tag`,
`spans` (tag and words of each control within), `row` (table and row) and `cell`.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from generator.knowledge.source_documents.word_blocks import ControlSpan, WordBlock


def sent_words(blocks: Iterable[WordBlock]) -> dict[str, Any]:
    """Blocks as a file keeps them."""
    return {"blocks": [_kept(block) for block in blocks if block.says]}


def _kept(block: WordBlock) -> dict[str, Any]:
    found: dict[str, Any] = {"text": block.says}
    if block.heading:
        found["heading"] = block.heading
    if block.tag:
        found["tag"] = block.tag
    if block.spans:
        found["spans"] = [[span.tag, span.text] for span in block.spans]
    if block.row:
        found |= {"row": list(block.row), "cell": block.cell}
    return found


def sent_blocks(sent: Any) -> list[WordBlock]:
    """The blocks that a file keeps. What is not as we write it is passed over: the file may be anybody's."""
    listed = sent.get("blocks") if isinstance(sent, dict) else None
    return [_block(each) for each in listed if isinstance(each, dict)] if isinstance(listed, list) else []


def _block(kept: dict[str, Any]) -> WordBlock:
    heading, row, cell, spans = (kept.get(name) for name in ("heading", "row", "cell", "spans"))
    block = WordBlock(str(kept.get("text", "")), heading if type(heading) is int else 0, tag=str(kept.get("tag", "")))
    if isinstance(row, list) and len(row) == 2 and all(type(figure) is int for figure in row):
        block.row, block.cell = (row[0], row[1]), cell if type(cell) is int else 0
    pairs = spans if isinstance(spans, list) else []
    block.spans = [ControlSpan(str(pair[0]), "", str(pair[1])) for pair in pairs if isinstance(pair, list) and len(pair) == 2]
    return block
