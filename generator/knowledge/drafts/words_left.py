"""All other words of an edited file: those that are as they left, those that were changed, and those that are new."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from generator.knowledge.drafts.cells import assessed_of, level_of
from generator.knowledge.drafts.changes import WordChange
from generator.knowledge.drafts.fields import FieldsFound
from generator.knowledge.drafts.order import PlaceInDraft
from generator.knowledge.drafts.outline import Outline
from generator.knowledge.drafts.recognise import ASK, Recognised, alike
from generator.knowledge.source_documents.word_blocks import WordBlock


def other_changes(
    outline: Outline, found: Recognised, fields: FieldsFound, placed: Mapping[int, PlaceInDraft]
) -> tuple[list[tuple[float, WordChange]], list[int]]:
    """The changes of kind `text`, and the blocks that are new sentences, because they stand among sentences."""
    left, loose = _unmatched(outline, found, fields)
    changes: list[tuple[float, WordChange]] = []
    new: list[int] = []
    for index in loose:
        block = found.blocks[index]
        if placed[index].begins and _begins(found, placed, index):
            changes.append((index, _new_section(block, placed[index])))
            continue
        near = max(left, key=lambda words: alike(words, block.says), default="")
        if near and alike(near, block.says) >= ASK:
            left[near] -= 1
            left += Counter()
            changes.append((index, _text(block, near)))
        elif _beside_new(outline, found, index, new):
            continue
        elif not block.note and not block.heading and placed[index].section and (block.row is None or block.cell == 1):
            new.append(index)
        else:
            changes.append((index, _text(block, "")))
    changes += [_gone(outline, placed, words) for words in left.elements()]
    return changes, new


def _begins(found: Recognised, placed: Mapping[int, PlaceInDraft], index: int) -> bool:
    """Whether a section begins with a new heading: something stands below it."""
    section = placed[index].section
    return any(at > index and spot.section == section and found.blocks[at].says for at, spot in placed.items())


def _new_section(block: WordBlock, spot: PlaceInDraft) -> WordChange:
    change = WordChange("added", "section", spot.section, after=block.says, follows=spot.follows, certainty="likely")
    return change.made_by(mark for mark in block.marks if mark.kind == "inserted")


def _gone(outline: Outline, placed: Mapping[int, PlaceInDraft], words: str) -> tuple[float, WordChange]:
    """Words that are gone. A heading of the network's own that left nothing behind was a section; that is told after what was in it."""
    own = outline.own.get(words)
    if own and all(spot.section != own for spot in placed.values()):
        return float(len(placed) + 1_000_000), WordChange("dropped", "section", own, words, certainty="likely")
    return -0.5, WordChange("text", "paragraph", before=words, certainty="ask")


def _unmatched(outline: Outline, found: Recognised, fields: FieldsFound) -> tuple[Counter[str], list[int]]:
    """Words that left and are not there as they were, and blocks that are there and did not leave so."""
    left = outline.others.copy()
    for whole, tags in outline.mixed.items():
        if not all(tag in fields.says for tag in tags):
            left[whole] += 1
    alone = {index for tag, index in fields.at.items() if outline.fields[tag].alone}
    cells = _cells_of_criteria(outline, found)
    loose = []
    for index, block in enumerate(found.blocks):
        if not block.says or index in found.sentences or index in alone or index in cells:
            continue
        if left[block.says] > 0:
            left[block.says] -= 1
        elif not _same_but_for_fields(outline, block, fields, index):
            loose.append(index)
    return left + Counter(), loose


def _same_but_for_fields(outline: Outline, block: WordBlock, fields: FieldsFound, index: int) -> bool:
    """Whether a paragraph that has fields says what it said, but for them."""
    tags = [tag for tag, at in fields.at.items() if at == index]
    for whole, sent in outline.mixed.items():
        if tags and set(tags) <= set(sent):
            before, after = whole, block.says
            for tag in sent:
                before = before.replace(outline.fields[tag].text, "…", 1)
                after = after.replace(fields.says[tag], "…", 1) if fields.says.get(tag) else after
            return before == after
    return False


def _cells_of_criteria(outline: Outline, found: Recognised) -> set[int]:
    """The cells beside each criterion: they are no words of their own."""
    rows = {found.blocks[index].row for index, tag in found.sentences.items() if outline.sentences[tag].about == "criterion"} - {None}
    return {index for index, block in enumerate(found.blocks) if block.row in rows and block.cell > 1}


def _beside_new(outline: Outline, found: Recognised, index: int, new: list[int]) -> bool:
    """Whether a block is the level or the ways to assess of a criterion that is new, or of which only these are left."""
    block = found.blocks[index]
    if block.row is None or block.cell < 2:
        return False
    tables = {found.blocks[at].row for at, tag in found.sentences.items() if outline.sentences[tag].about == "criterion"}
    beside = [at for at, other in enumerate(found.blocks) if other.row == block.row and other.cell == 1 and other.says]
    among = any(row and row[0] == block.row[0] for row in tables)
    empty = not beside and among and bool(level_of(block.says) or assessed_of(block.says))
    return empty or any(at in new for at in beside)


def _text(block: WordBlock, before: str) -> WordChange:
    return WordChange("text", "paragraph", before=before, after=block.says, certainty="ask").made_by(block.marks)
