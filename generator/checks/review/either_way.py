"""Settle places that may be read in two ways, such as a hyphen at a line end: by the document’s own words, then by the rules."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

from generator.checks.wording.matching import Rules
from generator.knowledge.source_documents import Block, SourceDocument
from generator.knowledge.source_documents.items import bare

_WORD = re.compile(r"[A-Za-z]+(?:[-\u2010\u2011][A-Za-z]+)*")
_BEFORE = re.compile(r"[A-Za-z-]*$")
_AFTER = re.compile(r"[A-Za-z-]*")

MOST_SETTLED = 5_000
"""Places of a document that are tried in both ways."""


def read_either_way(manuscript: SourceDocument, rules: Rules) -> SourceDocument:
    """The document with each such place read in the likelier way. A reading that meets more rules is the likelier one."""
    if not any(block.either_ways for block in manuscript.blocks):
        return manuscript
    words = Counter(word.lower() for block in manuscript.blocks for word in _WORD.findall(block.text))
    left = MOST_SETTLED
    blocks = []
    for block in manuscript.blocks:
        left -= len(block.either_ways)
        blocks.append(_settled(block, words, rules) if left > 0 and block.either_ways else block)
    return replace(manuscript, blocks=tuple(blocks))


def _settled(block: Block, words: Counter[str], rules: Rules) -> Block:
    at = 0
    while at < len(block.either_ways):
        place = block.either_ways[at]
        for other in place.others:
            way = block.otherwise(place, other)
            if _likelier(way, block, place.start, words, rules):
                block = way
                break
        else:
            at += 1
    return block


def _likelier(way: Block, block: Block, at: int, words: Counter[str], rules: Rules) -> bool:
    """Whether another reading meets more rules, one of them with words across the place; or has a word that the document has elsewhere."""
    there, here = rules.matches(bare(way.text)), rules.matches(bare(block.text))
    if len(there) != len(here):
        return len(there) > len(here) and any(match.start <= at and match.end > at + 1 for match in there)
    return words[_word_around(way.text, at)] >= 1 and words[_word_around(block.text, at)] <= 1


def _word_around(text: str, at: int) -> str:
    before, after = _BEFORE.search(text[max(0, at - 40) : at]), _AFTER.match(text[at : at + 40])
    return f"{before[0] if before else ''}{after[0] if after else ''}".lower()
