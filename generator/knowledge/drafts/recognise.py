"""Which paragraph of an edited file is which sentence of the pack that left.

By tag; where a save has dropped the tags, by title or bookmark; where those are gone too, by the words: the same words, or words so like
(0.85) that no other comes near. What is less like than that is a question, and what is like nothing is new. A name is not believed
against the words: where a control of one sentence has exactly the words of another, somebody has pasted them there.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from rapidfuzz import fuzz, process

from generator.knowledge.drafts.names import SENTENCE_TITLES, control_bookmark, control_title
from generator.knowledge.drafts.outline import Outline, SentSentence
from generator.knowledge.source_documents.word_blocks import WordBlock, comparable

_SURE, _LEAD, ASK = 0.85, 0.1, 0.6
"""How like words must be to be the same sentence, and by how much no other may come near; and from where on it is a question."""


@dataclass(frozen=True)
class Recognised:
    """The blocks of an edited file, with the sentence that each is, by the block's index; and those that are only likely."""

    blocks: tuple[WordBlock, ...]
    sentences: Mapping[int, str]
    asked: frozenset[int]
    named: bool
    """Whether any tag, title or bookmark was left."""


def recognise(outline: Outline, blocks: Sequence[WordBlock]) -> Recognised:
    """Find each sentence that left again."""
    names = _names(outline)
    parted = list(_parted(outline, names, blocks))
    claims = {index: tag for index, block in enumerate(parted) if (tag := _claimed(block, names))}
    found = _believed(outline, parted, claims)
    named = bool(found)
    _by_words(outline, parted, found)
    asked = _by_likeness(outline, parted, found)
    return Recognised(tuple(parted), dict(sorted(found.items())), frozenset(asked), named)


def alike(one: str, other: str) -> float:
    """How like two texts are, from 0 to 1: twice the letters that they have in common in one order, over the letters of both."""
    return fuzz.ratio(one.lower(), other.lower()) / 100


def _names(outline: Outline) -> dict[str, str]:
    """Each name of each sentence, to its tag."""
    found: dict[str, str] = {}
    for tag, sentence in outline.sentences.items():
        title = control_title(SENTENCE_TITLES[sentence.about], tag)
        found |= {f"tag {tag}": tag, f"title {title}": tag, f"mark {control_bookmark(tag)}": tag}
    return found


def _claimed(block: WordBlock, names: Mapping[str, str]) -> str:
    """The sentence that the names on a block say it is."""
    tags = [f"tag {tag}" for tag in (block.tag, *(span.tag for span in block.spans))]
    titles = [f"title {title}" for title in (block.title, *(span.title for span in block.spans))]
    marks = [f"mark {name}" for name in block.bookmarks]
    return next((names[name] for name in (*tags, *titles, *marks) if name in names), "")


def _parted(outline: Outline, names: Mapping[str, str], blocks: Sequence[WordBlock]) -> Iterator[WordBlock]:
    """Blocks, with a paragraph in which somebody typed another sentence after a line break parted in two."""
    for block in blocks:
        pieces = [comparable(piece) for piece in block.text.split("\n")]
        pieces = [piece for piece in pieces if piece]
        own = outline.sentences.get(_claimed(block, names))
        if own is None or len(pieces) < 2 or block.says == own.text:
            yield block
            continue
        best = max(pieces, key=lambda piece: alike(piece, own.text))
        if alike(best, own.text) < _SURE:
            yield block
            continue
        for piece in pieces:
            if piece is best:
                yield replace(block, text=piece)
            else:
                yield replace(block, text=piece, tag="", title="", bookmarks=[], spans=[], comments=[])


def _believed(outline: Outline, blocks: Sequence[WordBlock], claims: Mapping[int, str]) -> dict[int, str]:
    """The claims that hold: one block for each sentence, and none with the very words of another."""
    texts = {sentence.text: tag for tag, sentence in outline.sentences.items()}
    held = {index: tag for index, tag in claims.items() if blocks[index].says == outline.sentences[tag].text}
    before = dict(zip(outline.sentences, ["", *outline.sentences], strict=False))
    left = dict(zip(claims, ["", *claims.values()], strict=False))
    found: dict[int, str] = {}
    for index, tag in sorted(held.items(), key=lambda pair: (left[pair[0]] != before[pair[1]], pair[0])):
        if tag not in found.values():  # of two with the same words, the one behind the same neighbour is not the copy
            found[index] = tag
    for index in claims:
        other = texts.get(blocks[index].says)
        if index not in found and other and other not in found.values():
            found[index] = other
    for tag in dict.fromkeys(claims.values()):
        if tag in found.values():
            continue
        sentence = outline.sentences[tag]
        mark = control_bookmark(tag)
        rivals = [index for index, claimed in claims.items() if claimed == tag and index not in found and blocks[index].says]
        rivals.sort(key=lambda index: (mark not in blocks[index].bookmarks, -alike(blocks[index].says, sentence.text)))
        if rivals:
            found[rivals[0]] = tag
    return found


def _by_words(outline: Outline, blocks: Sequence[WordBlock], found: dict[int, str]) -> None:
    """Add the sentences whose very words stand in a block without a name."""
    left = {sentence.text: tag for tag, sentence in outline.sentences.items() if tag not in found.values()}
    for index, block in enumerate(blocks):
        if index not in found and block.says in left and not block.note:
            found[index] = left.pop(block.says)


def _by_likeness(outline: Outline, blocks: Sequence[WordBlock], found: dict[int, str]) -> set[int]:
    """Add the sentences whose words were changed in blocks without a name. Returns the blocks of which somebody must be asked."""
    taken = set(found.values())
    left = {tag: sentence.text.lower() for tag, sentence in outline.sentences.items() if tag not in taken}
    free = [index for index, block in enumerate(blocks) if _may_be(block, index, found, outline)]
    scores: list[tuple[float, float, int, str]] = []
    for index in free if left else ():
        near = process.extract(blocks[index].says.lower(), left, scorer=fuzz.ratio, limit=2, score_cutoff=ASK * 100)
        if near:
            second = near[1][1] if len(near) > 1 else 0
            scores.append((near[0][1] / 100, (near[0][1] - second) / 100, index, near[0][2]))
    asked = set()
    for score, lead, index, tag in sorted(scores, key=lambda each: (-each[0], each[2])):
        if tag not in found.values():
            found[index] = tag
            if score < _SURE or lead < _LEAD:
                asked.add(index)
    return asked


def _may_be(block: WordBlock, index: int, found: Mapping[int, str], outline: Outline) -> bool:
    """Whether a block may be a sentence that was changed: it is no heading or note, and no other words of the pack."""
    fields = any(span.tag.startswith("fill:") for span in block.spans)
    return bool(block.says) and index not in found and not (block.heading or block.note or fields or block.says in outline.others)


def sentence_at(outline: Outline, found: Recognised, index: int) -> SentSentence | None:
    """The sentence that a block is."""
    tag = found.sentences.get(index)
    return outline.sentences[tag] if tag else None
