"""The pack that left, as an outline: each sentence with its place, each field with its label, and all other words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from generator.knowledge.drafts.names import SENTENCE_TITLES, SentenceKind, control_tag, field_name
from generator.knowledge.source_documents.word_blocks import WordBlock


@dataclass
class SentSentence:
    """A statement, criterion or clause as it left."""

    about: SentenceKind
    id: str
    tag: str
    text: str
    group: str
    """Its section or category."""
    level: str = ""
    assessed: str = ""
    """What the cells of a criterion say."""


@dataclass
class SentField:
    """A field in one of its places."""

    tag: str
    text: str
    part: str
    """The heading of the part that it stands in."""
    label: str
    """The words of the cell before it, or of the one above it on the cover; outside tables, of the heading above it."""
    below: bool
    """Whether the label stands above it."""
    alone: bool
    """Whether nothing else stands in its paragraph."""

    @property
    def name(self) -> str:
        """`hours` for `fill:hours@pay`."""
        return field_name(self.tag)


@dataclass
class Outline:
    """What left."""

    sentences: dict[str, SentSentence] = field(default_factory=dict)
    """By tag, in the order of the file."""
    fields: dict[str, SentField] = field(default_factory=dict)
    headings: list[tuple[str, str]] = field(default_factory=list)
    """Each heading, and the section or category that begins there."""
    others: Counter[str] = field(default_factory=Counter)
    """All other words, by paragraph."""
    own: dict[str, str] = field(default_factory=dict)
    """The ids of the network's own sections, by heading."""
    mixed: dict[str, list[str]] = field(default_factory=dict)
    """The whole of each paragraph that has fields and other words, and the tags of its fields."""


def outlined(blocks: Sequence[WordBlock], carried: Mapping[str, Any]) -> Outline:
    """The outline of the blocks that left. `carried` knows which section or category each sentence is of."""
    found, groups, names = Outline(), groups_of(carried), _ids(carried)
    part = ""
    for index, block in enumerate(blocks):
        tags = [block.tag, *(span.tag for span in block.spans)]
        sentence = next((tag for tag in tags if tag.partition(":")[0] in SENTENCE_TITLES), "")
        if sentence:
            kind, _, name = sentence.partition(":")
            name = names.get(sentence, name)
            group = groups.get(name, "")
            about = next(each for each in SENTENCE_TITLES if each == kind)
            level, assessed = (cell_says(blocks, index, cell) for cell in (2, 3)) if kind == "criterion" else ("", "")
            found.sentences[sentence] = SentSentence(about, name, sentence, block.says, group, level, assessed)
            if found.headings and not found.headings[-1][1]:
                found.headings[-1] = found.headings[-1][0], group
        elif block.heading:
            part = block.says if block.heading == 1 else part
            found.headings.append((block.says, ""))
            found.others[block.says] += 1
        elif block.cell < 2 or not any(span.tag.startswith("criterion:") for each in in_row(blocks, index) for span in each.spans):
            _other(found, blocks, index, part)
    known = {section["heading"]: section["id"] for section in deep_words(carried["base"].get("sections", []))}
    for overlay in (carried.get("network") or {}).get("roles", []):
        known |= {each["heading"]: each["id"] for each in overlay.get("rename", [])}
        found.own |= {each["heading"]: each["id"] for each in overlay.get("add_sections", [])}
    found.headings = [(text, group or known.get(text) or found.own.get(text, "")) for text, group in found.headings]
    return found


def _other(found: Outline, blocks: Sequence[WordBlock], index: int, part: str) -> None:
    block = blocks[index]
    fills = [span for span in block.spans if span.tag.startswith("fill:")]
    alone = len(fills) == 1 and fills[0].text.strip() == block.text.strip()
    for span in fills:
        before, above = labels_of(blocks, index)
        below = span.tag.endswith("@cover") or block.row is None
        label = above if below else before
        found.fields[span.tag] = SentField(span.tag, " ".join(span.text.split()), part, label, below, alone)
    if fills and not alone:
        found.mixed[block.says] = [span.tag for span in fills]
    elif not fills:
        found.others[block.says] += 1


def cell_says(blocks: Sequence[WordBlock], index: int, cell: int) -> str:
    """The words of another cell in the row of a block."""
    return " ".join(block.says for block in in_row(blocks, index) if block.cell == cell)


def in_row(blocks: Sequence[WordBlock], index: int) -> Iterator[WordBlock]:
    """The blocks of the row that a block stands in, in their order."""
    row, first = blocks[index].row, index
    if row is None:
        return
    while first and blocks[first - 1].row == row:
        first -= 1
    for block in blocks[first:]:
        if block.row != row:
            return
        yield block


def labels_of(blocks: Sequence[WordBlock], index: int) -> tuple[str, str]:
    """What a cell may be labelled with: the words of the cell before it, and of the one above it. Another paragraph: what is above it."""
    block = blocks[index]
    if block.row is None:
        return "", blocks[index - 1].says if index else ""
    table, row = block.row
    above = " ".join(each.says for each in blocks[:index] if each.row == (table, row - 1) and each.cell == block.cell)
    return cell_says(blocks, index, block.cell - 1), above


def groups_of(carried: Mapping[str, Any]) -> dict[str, str]:
    """The section or category of each statement and criterion, by id: of the base role, and of what the network moved and added."""
    base, found = carried["base"], dict[str, str]()
    for section in deep_words(base.get("sections", [])):
        found |= {each["id"]: section["id"] for each in section.get("statements", [])}
    for category in base.get("categories", []):
        found |= {each["id"]: category["id"] for each in category["criteria"]}
    for overlay in (carried.get("network") or {}).get("roles", []):
        found |= {each["id"]: each["to"] for each in overlay.get("move", []) if each.get("to")}
        found |= {each["id"]: each["section"] for each in overlay.get("add", [])}
        found |= {each["id"]: each["category"] for each in overlay.get("add_criteria", [])}
    return found


def deep_words(sections: Sequence[Mapping[str, Any]]) -> Iterator[Mapping[str, Any]]:
    """Sections and those within them, in order."""
    for section in sections:
        yield section
        yield from deep_words(section.get("sections", []))


def _ids(carried: Mapping[str, Any]) -> dict[str, str]:
    """Whole ids by tag: Word's tags may be cut."""
    return {control_tag(kind, name): name for name in groups_of(carried) for kind in ("statement", "criterion")}
