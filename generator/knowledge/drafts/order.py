"""Where the sentences of an edited file stand: in which section, after which other, and which of them were moved."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.knowledge.drafts.names import free_section
from generator.knowledge.drafts.outline import Outline
from generator.knowledge.drafts.recognise import Recognised


@dataclass(frozen=True)
class PlaceInDraft:
    """Where a block stands: in a section or category, after a sentence of it. Empty where that is not known, or it comes first."""

    section: str
    follows: str
    begins: bool = False
    """Whether it is a new heading, with which the section begins. What it follows is then a section."""


def spots(outline: Outline, found: Recognised) -> dict[int, PlaceInDraft]:
    """The spot of each block. A section goes on until the next heading that the pack had; a heading that is gone moves nothing. Where
    none is gone, a new heading among duties begins a section."""
    headings = list(outline.headings)
    there = {block.says for block in found.blocks}
    whole = all(text in there for text, _ in headings)
    duties = {sentence.group for sentence in outline.sentences.values() if sentence.about == "statement"}
    known = {group for _, group in outline.headings}
    section = last = ""
    placed: dict[int, PlaceInDraft] = {}
    for index, block in enumerate(found.blocks):
        tag = found.sentences.get(index)
        if tag is None and (group := _heading(headings, block.says)) is not None:
            section, last = group, ""
        elif tag is None and whole and section in duties and block.heading > 1 and block.says:
            name = free_section(known)
            placed[index] = PlaceInDraft(name, section, begins=True)
            section, last = name, ""
            duties.add(name)
            known.add(name)
        elif tag:
            sentence = outline.sentences[tag]
            if sentence.group != section and not _heads(outline, sentence.group) & there:
                section, last = sentence.group, ""
            placed[index] = PlaceInDraft(section if sentence.about != "clause" else "", last)
            last = sentence.id
        else:
            placed[index] = PlaceInDraft(section, last)
    return placed


def _heading(headings: list[tuple[str, str]], words: str) -> str | None:
    """The section that begins with a heading, which is then used up: several may have the same words."""
    for index, (text, group) in enumerate(headings):
        if text == words:
            del headings[index]
            return group
    return None


def _heads(outline: Outline, group: str) -> set[str]:
    return {text for text, own in outline.headings if own == group}


def moved(outline: Outline, found: Recognised, placed: Mapping[int, PlaceInDraft]) -> set[int]:
    """The blocks whose sentence was moved: to another section, or past others of its own. As few as can be, those first of which
    tracking says so."""
    away = set[int]()
    order = {tag: number for number, tag in enumerate(outline.sentences)}
    groups: dict[tuple[str, str], list[int]] = {}
    for index, tag in found.sentences.items():
        sentence = outline.sentences[tag]
        if sentence.about == "clause":
            groups.setdefault(("clause", ""), []).append(index)
        elif placed[index].section != sentence.group:
            away.add(index)
        else:
            groups.setdefault((sentence.about, sentence.group), []).append(index)
    for members in groups.values():
        kept = heaviest(members, [order[found.sentences[index]] for index in members], [_weight(found, index) for index in members])
        away |= set(members) - kept
    return away


def _weight(found: Recognised, index: int) -> int:
    return 10 if found.blocks[index].moved else 11


def heaviest(members: Sequence[int], order: Sequence[int], weights: Sequence[int]) -> set[int]:
    """The weightiest part of the members that stands in its old order. `order` is the old place of each, `weights` what its stay counts."""
    best = list(weights)
    before: list[int | None] = [None] * len(members)
    for here in range(len(members)):
        for there in range(here):
            if order[there] < order[here] and best[there] + weights[here] > best[here]:
                best[here], before[here] = best[there] + weights[here], there
    at: int | None = max(range(len(members)), key=best.__getitem__) if members else None
    kept = set()
    while at is not None:
        kept.add(members[at])
        at = before[at]
    return kept
