"""Read the facts at the head of a job description: labels with their values, in lines or in cells."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.knowledge.job_documents.fact_words import OTHER_LABELS, field_of
from generator.knowledge.job_documents.found import FieldName, FoundField
from generator.knowledge.job_documents.passages import DocumentPassage
from generator.knowledge.job_documents.rows import rows_of
from generator.knowledge.job_documents.zone_words import zone_of

_LABELLED = re.compile(r"([A-Z][^:\t.]{1,40}?)\s*:\s*(.*)")
_HOURS = re.compile(r"\d{1,2}(?:\.\d{1,2})?\s*(?:hrs|hours)\b.*", re.IGNORECASE)
_SAID = re.compile(
    r"(?:you|the post ?holder|this post) (?:will be|is|are|reports?|will report) ?"
    r"((?:line )?managed by|supervised by|accountable to|responsible to|to)"
    r" (?:the |an? )?([^.]{3,80})\.?",
    re.IGNORECASE,
)
_EMPTY = re.compile(r"\W*|\(.*\)|\[.*\]|tbc|tba|n/?a", re.IGNORECASE)
_BAND = re.compile(r"\b(?:band|grade|afc)\W{0,3}(8\s?[a-d]|[2-9])\b|^\s*(8\s?[a-d]|[2-9])\b", re.IGNORECASE)

FACT_PATTERNS = {"labelled": _LABELLED, "hours": _HOURS, "said": _SAID, "empty": _EMPTY}
"""What tells facts, for the same look in the browser."""

LONGEST_VALUE = 25
"""Words of a value at most: what is longer is a sentence that happens to begin with a label."""


def band_in(text: str) -> str | None:
    """The band that a text names: `7`, `8a`."""
    found = _BAND.search(text)
    return (found[1] or found[2]).replace(" ", "").lower() if found else None


def is_label(text: str) -> bool:
    """Whether words are the label of a fact."""
    said = text.strip(" :")
    return bool(field_of(said) or OTHER_LABELS.fullmatch(said))


def says_who(one: DocumentPassage) -> bool:
    """Whether a passage is a sentence that names the post above: such a sentence is no duty, wherever it stands."""
    return bool(_SAID.fullmatch(one.text)) and not one.listed


def facts_in_line(passages: Sequence[DocumentPassage], at: int) -> tuple[list[FoundField], int, bool]:
    """The facts in the line that begins at a place, how many passages it takes, and whether it is a line with a label."""
    one = passages[at]
    block = [each for each in passages[at : at + 4] if each.item.block is one.item.block]
    if len(block) > 1 and not one.listed and is_label(one.text) and not block[1].mark:
        value = " ".join(each.text for each in block[1:])
        return _fact(one.text, value, block[-1]), len(block), True
    if _HOURS.fullmatch(one.text):
        return [FoundField("hours", one.text, one)], 1, True
    found = _LABELLED.fullmatch(one.text)
    if found and is_label(found[1]) and len(found[2].split()) <= LONGEST_VALUE and not one.listed:
        if found[2]:
            return _fact(found[1], found[2], one), 1, True
        return _below(found[1], passages, at)
    said = _SAID.fullmatch(one.text)
    if said and not one.listed:
        name: FieldName = "accountable" if "accountable" in said[1].lower() else "manages"
        return [FoundField(name, said[2], one)], 1, True
    return [], 1, False


def _below(label: str, passages: Sequence[DocumentPassage], at: int) -> tuple[list[FoundField], int, bool]:
    """A label whose value stands in the next line, and goes on after a stroke."""
    taken: list[DocumentPassage] = []
    for each in passages[at + 1 : at + 4]:
        goes_on = not taken or taken[-1].text.endswith("/")
        named = _LABELLED.fullmatch(each.text)
        other = zone_of(each.title) or each.text.isupper() or each.layout.table or each.layout.heading
        if not goes_on or other or each.listed or each.words > 12 or (named and is_label(named[1])) or _HOURS.fullmatch(each.text):
            break
        taken.append(each)
    return _fact(label, " ".join(each.text for each in taken), taken[0] if taken else passages[at]), 1 + len(taken), True


def _fact(label: str, value: str, passage: DocumentPassage) -> list[FoundField]:
    name = field_of(label)
    value = value.strip(" /")
    if name is None or _EMPTY.fullmatch(value):
        return []
    if name in ("accountable", "manages"):
        return [FoundField(name, each.strip(), passage) for each in re.split(r"\s*/\s+|\s+/\s*", value) if each.strip()]
    return [FoundField(name, value, passage)]


def table_of_facts(passages: Sequence[DocumentPassage]) -> list[FoundField] | None:
    """The facts of a table of labels and values, or None for another table."""
    found: list[FoundField] = []
    labels = 0
    rows = rows_of(passages)
    for row in rows:
        cells = [row[column] for column in sorted(row)]
        for label, value in zip(cells[::2], cells[1::2], strict=False):
            said = " ".join(one.text for one in label)
            if is_label(said):
                labels += 1
                found += _fact(said.strip(" :"), " ".join(one.text for one in value), value[0])
    return found if labels * 2 >= len(rows) and labels else None
