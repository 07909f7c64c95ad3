"""Faults in the form of a document: blank fields, dead links, markup, cut-off sentences, repeated and misfiled lines."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from generator.checks.review.parts import DocumentPart, Item, items_of, markup
from generator.checks.review.remarks import Remark
from generator.checks.wording.measures import near_duplicates
from generator.knowledge.source_documents import Block
from generator.knowledge.source_documents.blocks import OPEN_WORD

_FIELD = re.compile(
    r"\s*(?:job title|title|band|grade|salary|hours|responsible to|accountable to|reports? to|line manager|managed by|PCN|network|employer"
    r"|practice|base|location|department|directorate|reference|closing date|interview date)\s*:\s*$",
    re.IGNORECASE,
)
_LABEL = re.compile(r"\s*[A-Z][\w /-]{1,30}:")
_DEAD = re.compile(r"\[[^\]\n]{0,200}\]\(\s*#?\s*\)")
_SIGNS = ".,;:!?()[]|'\"‘’“”"
_CAPITALISED = re.compile("[A-Z][a-z]+")
_FILED = re.compile(
    r"(?:education|qualification|experience|areas of|skill|knowledge|physical|mental|emotional|personal|communication|analytical|diversity"
    r"|general|other)(?!.*\b(?:in|to|with|at)\b)",
    re.IGNORECASE,
)
_COLUMNS = re.compile(r"\s+(?:criteri(?:on|a)|level|essential|desirable|how )\b.*$", re.IGNORECASE)
"""The other headings of a table, which a PDF puts on the same line."""

_ASKS_EXPERIENCE = re.compile(r"\b(?:experience (?:of|in|with)|years?['’]? experience|have worked|has worked)\b", re.IGNORECASE)


FAULTS: dict[str, tuple[str, str]] = {
    "blank-field": ("A field left blank", "Fill it in, or take the field out."),
    "dead-link": ("A link that leads nowhere", "Give the address, or take the link out."),
    "raw-markup": ("Markup in the text", "Take it out."),
    "cut-off": ("A sentence that breaks off", "Write the rest of it."),
    "near-duplicate": ("Two statements that say nearly the same", "Keep one of them."),
    "misfiled": ("A criterion in the wrong group", "Move it to the criteria on experience."),
    "figures-differ": ("Figures that disagree", "Find out which is right, and write it everywhere."),
    "acts-differ": ("Two editions of one Act", "Cite the Act that is in force, once."),
    "too-long-for-form": ("A job description too long for NHS Jobs", "Shorten it, or attach it as a file."),
}
"""What each fault is called, and what to do about it."""


def fault(rule: str, note: str, block: Block, start: int, end: int) -> Remark:
    """A fault of form, with what is to say about this place. Raises KeyError for one that has no name: that is our own mistake."""
    title, instead = FAULTS[rule]
    return Remark("document-fault", rule, "form", "warning", title, "", instead, block, start, end, note)


def fields_filled(blocks: Sequence[Block]) -> Iterator[Remark]:
    """No field stands empty. A field’s words may follow on the next line; another field, a heading or a table may not."""
    for block, after in zip(blocks, [*blocks[1:], None], strict=True):
        if _FIELD.match(block.text) and (after is None or _no_value(after)):
            name = block.text.strip().rstrip(":")
            start = block.text.index(name)
            yield fault("blank-field", f"‘{name}’ has nothing after it.", block, start, start + len(name))


def _no_value(block: Block) -> bool:
    text = block.text.strip()
    letters = [c for c in text if c.isalpha()]
    heading = len(letters) > 3 and all(c.isupper() for c in letters)
    return bool(_LABEL.match(block.text)) or heading or "\t" in text or text.startswith("Criteria")


def links_alive(blocks: Sequence[Block]) -> Iterator[Remark]:
    """No link leads nowhere."""
    for block in blocks:
        for found in _DEAD.finditer(block.text):
            yield fault("dead-link", "The link has no address.", block, found.start(), found.end())


def markup_gone(blocks: Sequence[Block]) -> Iterator[Remark]:
    """No markup of web pages stands in the text. Told once a paragraph."""
    for block in blocks:
        found = markup(block.text)
        if found:
            more = f" and {len(found) - 1} more" if len(found) > 1 else ""
            why = f"This is code of a web page{more}. Readers would see it."
            yield fault("raw-markup", why, block, found[0].start(), found[0].end())


def sentences_whole(blocks: Sequence[Block]) -> Iterator[Remark]:
    """No sentence breaks off: on a small word, or in the middle of a name that goes on wherever else it stands."""
    names = _names(blocks)
    for block in blocks:
        said = block.text.rstrip()
        if len(said.split()) < 5 or said[-1:] in ".:;!?,)|" or "\t" in said:
            continue
        words = said.split()
        tail = " ".join(words[-3:])
        if OPEN_WORD.search(said) or (not said.isupper() and _goes_on(names.get(_name(words[-3:]), ()))):
            start = len(said) - len(tail)
            yield fault("cut-off", "The end is missing.", block, start, len(said))


def _names(blocks: Sequence[Block]) -> Mapping[str, Sequence[bool]]:
    """Every three capitalised words in a row, and for each place where they stand whether a further one follows."""
    found: dict[str, list[bool]] = {}
    for block in blocks:
        words = block.text.split()
        for at in range(len(words) - 2):
            name = _name(words[at : at + 3])
            if name:
                follows = words[at + 2][-1:].isalnum() and at + 3 < len(words) and bool(_CAPITALISED.match(words[at + 3]))
                found.setdefault(name, []).append(follows)
    return found


def _name(words: Sequence[str]) -> str:
    """Three words as one name, without the signs around them, or nothing where one has no capital."""
    first, second, third = words
    first = first.lstrip(_SIGNS)
    return f"{first} {second} {third.rstrip(_SIGNS)}" if first[:1].isupper() and second[:1].isupper() and third[:1].isupper() else ""


def _goes_on(found: Sequence[bool]) -> bool:
    """Whether a name is longer almost everywhere else: a capitalised word follows it."""
    return len(found) >= 4 and sum(found) / len(found) >= 0.7


MOST_COMPARED = 2_000
"""Statements of one part that are compared: each is held against all before it."""


def nothing_twice(part: DocumentPart, limit: int, most: int = MOST_COMPARED) -> Iterator[Remark]:
    """No two statements of one job description, or criteria of one person specification, say nearly the same."""
    for blocks in (part.job, part.specification):
        items = [item for block in blocks for item in items_of(block)][:most]
        for first, second, percent in near_duplicates([item.text for item in items], limit):
            here, there = items[second], items[first]
            why = f"It says {percent:.0f}% the same as {there.block.line_at(there.start)[0].label}."
            yield fault("near-duplicate", why, here.block, here.start, here.start + len(here.text))


def filed_right(part: DocumentPart) -> Iterator[Remark]:
    """No criterion about experience stands under education or qualifications alone."""
    heading = ""
    for block in part.specification:
        for item in items_of(block):
            named = _COLUMNS.sub("", item.text)
            if _FILED.match(named) and len(named.split()) <= 6:
                heading = named
            elif heading and _under_education(heading) and _ASKS_EXPERIENCE.search(item.text):
                yield _misfiled(item, heading)


def _under_education(heading: str) -> bool:
    named = heading.lower()
    return ("education" in named or "qualification" in named) and "experience" not in named


def _misfiled(item: Item, heading: str) -> Remark:
    why = f"It asks for experience, but stands under ‘{heading.rstrip(': ')}’."
    return fault("misfiled", why, item.block, item.start, item.start + len(item.text))
