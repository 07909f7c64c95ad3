"""Find faults of form in a document: blank fields, dead links, markup, cut-off sentences, repeated and misplaced lines."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from generator.checks.review.parts import DocumentPart
from generator.checks.review.remarks import Remark
from generator.checks.wording.measures import near_duplicates
from generator.knowledge.source_documents import Block
from generator.knowledge.source_documents.blocks import OPEN_WORD
from generator.knowledge.source_documents.items import Item, items_of, markup

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
"""Further column headings of a table, which are on the same line in a PDF."""

_ASKS_EXPERIENCE = re.compile(r"\b(?:experience (?:of|in|with)|years?['’]? experience|have worked|has worked)\b", re.IGNORECASE)


FAULT_PATTERNS = {
    "field": _FIELD, "label": _LABEL, "dead": _DEAD, "filed": _FILED, "columns": _COLUMNS, "asksExperience": _ASKS_EXPERIENCE,
    "openWord": OPEN_WORD,
}  # fmt: skip
"""The patterns of these faults, for the same look in the browser."""

FAULTS: dict[str, tuple[str, str]] = {
    "blank-field": ("A field left blank", "Fill it in, or delete the field."),
    "dead-link": ("A link without an address", "Give the address, or delete the link."),
    "raw-markup": ("Markup in the text", "Delete it."),
    "cut-off": ("A sentence that breaks off", "Write the rest of it."),
    "near-duplicate": ("Two statements that say nearly the same", "Keep one of them."),
    "misfiled": ("A criterion in the wrong group", "Move it to the criteria on experience."),
    "figures-differ": ("Figures that disagree", "Find out which is right, and use it everywhere."),
    "acts-differ": ("Two editions of one Act", "Cite the Act that is in force, once."),
    "too-long-for-form": ("A job description too long for NHS Jobs", "Shorten it, or attach it as a file."),
}
"""The title and the cure of each fault."""


def fault(rule: str, note: str, block: Block, start: int, end: int) -> Remark:
    """The remark for a fault of form; `note` is about this place. Raises KeyError for an unknown fault, which is a bug."""
    title, instead = FAULTS[rule]
    return Remark("document-fault", rule, "form", "warning", title, "", instead, block, start, end, note)


def fields_filled(blocks: Sequence[Block]) -> Iterator[Remark]:
    """No field is blank. A field's value may be on the next line, unless that is another field, a heading or a table."""
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
    """Every link has an address."""
    for block in blocks:
        for found in _DEAD.finditer(block.text):
            yield fault("dead-link", "The link has no address.", block, found.start(), found.end())


def markup_gone(blocks: Sequence[Block]) -> Iterator[Remark]:
    """The text has no HTML markup. Reported once for each paragraph."""
    for block in blocks:
        found = markup(block.text)
        if found:
            more = f" and {len(found) - 1} more" if len(found) > 1 else ""
            why = f"This is web page code{more}. Readers would see it."
            yield fault("raw-markup", why, block, found[0].start(), found[0].end())


def sentences_whole(blocks: Sequence[Block]) -> Iterator[Remark]:
    """No sentence is cut off, either after a function word or inside a name that is longer everywhere else."""
    names = _names(blocks)
    for block in blocks:
        text = block.text.rstrip()
        if len(text.split()) < 5 or text[-1:] in ".:;!?,)|" or "\t" in text:
            continue
        words = text.split()
        tail = " ".join(words[-3:])
        if OPEN_WORD.search(text) or (not text.isupper() and _goes_on(names.get(_name(words[-3:]), ()))):
            start = len(text) - len(tail)
            yield fault("cut-off", "The end is missing.", block, start, len(text))


def _names(blocks: Sequence[Block]) -> Mapping[str, Sequence[bool]]:
    """Every sequence of three capitalised words, with whether another one follows at each place where it occurs."""
    names: dict[str, list[bool]] = {}
    for block in blocks:
        words = block.text.split()
        for at in range(len(words) - 2):
            name = _name(words[at : at + 3])
            if name:
                follows = words[at + 2][-1:].isalnum() and at + 3 < len(words) and bool(_CAPITALISED.match(words[at + 3]))
                names.setdefault(name, []).append(follows)
    return names


def _name(words: Sequence[str]) -> str:
    """Three words as one name without surrounding punctuation, or "" if one has no capital."""
    first, second, third = words
    first = first.lstrip(_SIGNS)
    return f"{first} {second} {third.rstrip(_SIGNS)}" if first[:1].isupper() and second[:1].isupper() and third[:1].isupper() else ""


def _goes_on(follows: Sequence[bool]) -> bool:
    """Whether a capitalised word follows a name in most places: at least 70% of at least four."""
    return len(follows) >= 4 and sum(follows) / len(follows) >= 0.7


MOST_COMPARED = 2_000
"""Maximum statements of one part that are compared, since each is compared with all before it."""


def nothing_twice(part: DocumentPart, limit: int, most: int = MOST_COMPARED) -> Iterator[Remark]:
    """No two statements of one job description, or criteria of one person specification, say nearly the same."""
    for blocks in (part.job, part.specification):
        items = [item for block in blocks for item in items_of(block)][:most]
        for first, second, percent in near_duplicates([item.text for item in items], limit):
            here, there = items[second], items[first]
            why = f"It says {percent:.0f}% the same as {there.block.line_at(there.start)[0].label}."
            yield fault("near-duplicate", why, here.block, here.start, here.start + len(here.text))


def filed_right(part: DocumentPart) -> Iterator[Remark]:
    """No criterion about experience is under a heading on education or qualifications only."""
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
    why = f"It asks for experience, but is under ‘{heading.rstrip(': ')}’."
    return fault("misfiled", why, item.block, item.start, item.start + len(item.text))
