"""The fields of a pack in an edited file: found by their tag, their title, or the label beside them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from generator.knowledge.drafts.changes import Certainty, WordChange
from generator.knowledge.drafts.names import SENTENCE_TITLES, field_name, title_name
from generator.knowledge.drafts.outline import Outline, SentField, labels_of
from generator.knowledge.drafts.recognise import Recognised


@dataclass
class FieldsFound:
    """Where the fields of a pack stand in an edited file, and what they say."""

    says: dict[str, str] = field(default_factory=dict)
    """Words by tag. A field that is not here was taken out."""
    at: dict[str, int] = field(default_factory=dict)
    """The block of each, by tag."""

    def put(self, sent: SentField, index: int, words: str) -> None:
        """Note a field that was found."""
        if sent.tag not in self.says:
            self.says[sent.tag], self.at[sent.tag] = " ".join(words.split()), index

    def name_at(self, index: int) -> str:
        """The name of the field in a block, or an empty text. Of several, the last found."""
        return next((field_name(tag) for tag, at in reversed(self.at.items()) if at == index), "")


def find_fields(outline: Outline, found: Recognised) -> FieldsFound:
    """Every field that is still there."""
    fields = FieldsFound()
    by_name = {tag.partition(":")[2]: tag for tag in outline.fields}
    parts = _parts(outline, found)
    for index, block in enumerate(found.blocks):
        for span in block.spans:
            titled = by_name.get(title_name(span.title), "") if _of_field(span.title) else ""
            if tag := span.tag if span.tag in outline.fields else titled:
                sent = outline.fields[tag]
                fields.put(sent, index, block.says if sent.alone else span.text)
        for tag in outline.mixed.get(block.says, ()):
            fields.put(outline.fields[tag], index, outline.fields[tag].text)
    for sent in outline.fields.values():
        if sent.alone and sent.tag not in fields.says:
            beside = _labelled(sent, found, parts, fields)
            if beside is not None:
                fields.put(sent, beside, found.blocks[beside].says)
    return fields


def _of_field(title: str) -> bool:
    return not title.startswith(tuple(f"{kind}: " for kind in SENTENCE_TITLES.values()))


def _parts(outline: Outline, found: Recognised) -> list[str]:
    """The heading of the part that each block stands in."""
    heads = {sent.part for sent in outline.fields.values()} - {""}
    part, parts = "", []
    for block in found.blocks:
        part = block.says if block.says in heads and block.row is None else part
        parts.append(part)
    return parts


def _labelled(sent: SentField, found: Recognised, parts: list[str], fields: FieldsFound) -> int | None:
    """The block beside or below the field's label, in its part."""
    taken = set(fields.at.values())
    for index, block in enumerate(found.blocks):
        free = index not in taken and index not in found.sentences and bool(block.says)
        if free and sent.label and parts[index] == sent.part and sent.label == labels_of(found.blocks, index)[sent.below]:
            return index
    return None


def field_changes(outline: Outline, found: Recognised, fields: FieldsFound) -> Iterator[tuple[float, WordChange]]:
    """What was changed in fields: one change for each field, or one for each place where its places now say different things."""
    by_name: dict[str, list[SentField]] = {}
    for sent in outline.fields.values():
        by_name.setdefault(sent.name, []).append(sent)
    for name, places in by_name.items():
        changed = [sent for sent in places if _bare(fields.says.get(sent.tag, "")) != _bare(sent.text)]
        if not changed:
            continue
        said = {_bare(fields.says.get(sent.tag, "")) for sent in changed}
        gone_with_row = [sent for sent in changed if sent.tag not in fields.says]
        if len(said) > 1:
            for sent in changed:
                yield _at(fields, sent), _change(name, sent, found, fields, "ask")
        else:
            same = [sent for sent in places if _bare(sent.text) == _bare(changed[0].text)]
            whole = len(changed) == len(same)
            yield _at(fields, changed[0]), _change(name, changed[0], found, fields, "sure" if whole and not gone_with_row else "likely")


def _change(name: str, sent: SentField, found: Recognised, fields: FieldsFound, certainty: Certainty) -> WordChange:
    index = fields.at.get(sent.tag)
    marks = found.blocks[index].marks if index is not None else []
    change = WordChange("field", "field", name, sent.text, fields.says.get(sent.tag, ""), certainty=certainty)
    return change.made_by(marks)


def _at(fields: FieldsFound, sent: SentField) -> float:
    return fields.at.get(sent.tag, -1)


def _bare(words: str) -> str:
    """Words as every place says them: some places make a sentence of them."""
    return words[:1].lower() + words[1:].rstrip(".")
