"""How an edited Word file differs from the pack that left: a pure function from its blocks, and what it carries, to the list of changes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from generator.knowledge.drafts.cells import assessed_of, level_of
from generator.knowledge.drafts.changes import Certainty, MarginNote, Returned, WordChange
from generator.knowledge.drafts.fields import FieldsFound, field_changes, find_fields
from generator.knowledge.drafts.order import PlaceInDraft, moved, spots
from generator.knowledge.drafts.outline import Outline, cell_says, in_row, outlined
from generator.knowledge.drafts.recognise import Recognised, alike, recognise, sentence_at
from generator.knowledge.drafts.sent import sent_blocks
from generator.knowledge.drafts.words_left import other_changes
from generator.knowledge.source_documents.word_blocks import EditedWord, TrackedChange, WordBlock

LIKE_ENOUGH = 0.5
"""Words in a control that have less in common with those that left may be another sentence altogether."""


def compare(carried: Mapping[str, Any], edited: EditedWord) -> Returned:
    """Every difference, in the order of the file that came home; what is gone comes where it stood."""
    outline = outlined(sent_blocks(carried.get("sent")), carried)
    found = recognise(outline, edited.blocks)
    placed = spots(outline, found)
    fields = find_fields(outline, found)
    changes: list[tuple[float, WordChange]] = []
    away = moved(outline, found, placed)
    for index in found.sentences:
        changes += [(index, change) for change in _of_sentence(outline, found, index, placed[index], away=index in away)]
    changes += _dropped(outline, found)
    changes += field_changes(outline, found, fields)
    others, new = other_changes(outline, found, fields, placed)
    changes += others
    changes += [(index, _added(outline, found, index, placed[index])) for index in new]
    ordered = [change for _, change in sorted(changes, key=lambda pair: pair[0])]
    network = carried.get("network") or {}
    notes = tuple(_notes(outline, found, fields, edited))
    return Returned(str(carried["role"]), str(network.get("id", "")), tuple(ordered), notes, edited.unread)


def _of_sentence(outline: Outline, found: Recognised, index: int, spot: PlaceInDraft, *, away: bool) -> Iterator[WordChange]:
    """What was changed in a sentence that is still there."""
    sentence, block = sentence_at(outline, found, index), found.blocks[index]
    if sentence is None:
        return
    whole = WordChange("reworded", sentence.about, sentence.id, sentence.text, block.says)
    if block.says != sentence.text:
        doubt = alike(block.says, sentence.text) < LIKE_ENOUGH
        certainty: Certainty = "ask" if index in found.asked else "likely" if doubt else "sure"
        yield replace(whole, certainty=certainty).made_by(_edits(block))
    if away:
        marks = [mark for mark in block.marks if mark.kind == "moved"] or _edits(block)
        yield replace(whole, kind="moved", section=spot.section, follows=spot.follows).made_by(marks)
    if sentence.about == "criterion":
        yield from _cells(found, index, sentence.id, sentence.level, sentence.assessed)


def _cells(found: Recognised, index: int, name: str, level: str, assessed: str) -> Iterator[WordChange]:
    """What was changed in the cells beside a criterion. A file without its table says nothing of them."""
    if found.blocks[index].row is None or not any(block.cell > 1 for block in in_row(found.blocks, index)):
        return
    says = cell_says(found.blocks, index, 2)
    if says != level:
        new = level_of(says)
        change = WordChange("level", "criterion", name, level, says, level=new, certainty="sure" if new else "ask")
        yield change.made_by(_edits_of_cell(found, index, 2))
    says = cell_says(found.blocks, index, 3)
    if says != assessed:
        ways = assessed_of(says)
        change = WordChange("assessed", "criterion", name, assessed, says, assessed_by=ways, certainty="sure" if ways else "ask")
        yield change.made_by(_edits_of_cell(found, index, 3))


def _edits_of_cell(found: Recognised, index: int, cell: int) -> list[TrackedChange]:
    return [mark for block in in_row(found.blocks, index) if block.cell == cell for mark in _edits(block)]


def _edits(block: WordBlock) -> list[TrackedChange]:
    return [mark for mark in block.marks if mark.kind != "moved"]


def _dropped(outline: Outline, found: Recognised) -> Iterator[tuple[float, WordChange]]:
    """What is gone. It stands in the list after what came before it in the pack."""
    at = {tag: index for index, tag in found.sentences.items()}
    place = -1.0
    for tag, sentence in outline.sentences.items():
        if tag in at:
            place = at[tag] + 0.5
            continue
        change = WordChange("dropped", sentence.about, sentence.id, sentence.text, certainty="sure" if found.named else "likely")
        yield place, change.made_by(_deletions(found, sentence.text))


def _deletions(found: Recognised, text: str) -> list[TrackedChange]:
    """The tracked deletions that took a text away."""
    for block in found.blocks:
        marks = [mark for mark in block.marks if mark.kind == "deleted"]
        gone = " ".join("".join(mark.text for mark in marks).split())
        if gone and (gone == text or text in gone):
            return marks
    return []


def _added(outline: Outline, found: Recognised, index: int, spot: PlaceInDraft) -> WordChange:
    """A sentence of somebody's own, where it stands."""
    block = found.blocks[index]
    marks = [mark for mark in block.marks if mark.kind == "inserted"]
    categories = {sentence.group for sentence in outline.sentences.values() if sentence.about == "criterion"}
    if spot.section not in categories:
        sure = block.listed
        change = WordChange("added", "statement", "", "", block.says, spot.section, spot.follows, certainty="sure" if sure else "likely")
        return change.made_by(marks)
    level, ways = level_of(cell_says(found.blocks, index, 2)), assessed_of(cell_says(found.blocks, index, 3))
    alone = index not in found.sentences and not any(other in found.sentences for other in _row_indexes(found, index))
    change = WordChange("added", "criterion", "", "", block.says, spot.section, spot.follows, level, ways)
    return replace(change, certainty="sure" if level and ways and alone else "ask").made_by(marks)


def _row_indexes(found: Recognised, index: int) -> list[int]:
    row = found.blocks[index].row
    return [at for at, block in enumerate(found.blocks) if row is not None and block.row == row]


def _notes(outline: Outline, found: Recognised, fields: FieldsFound, edited: EditedWord) -> Iterator[MarginNote]:
    """Every comment, beside what it stands."""
    for index, block in enumerate(found.blocks):
        for comment in block.comments:
            sentence, name = sentence_at(outline, found, index), fields.name_at(index)
            if sentence is None and block.row:
                sentence = next((s for at in _row_indexes(found, index) if (s := sentence_at(outline, found, at))), None)
            about = sentence.about if sentence else "field" if name else "paragraph"
            beside = sentence.text if sentence else block.says
            yield MarginNote(about, sentence.id if sentence else name, beside, comment.author, comment.day, comment.text)
    for comment in edited.loose_comments:
        yield MarginNote("paragraph", "", "", comment.author, comment.day, comment.text)
