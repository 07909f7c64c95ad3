"""Which lines of a page are about our service, and which are about another one, or about something else than help.

Many pages name several services, towns or offices, each with its number. A line is only said to be another's where a line beside it is
ours: under a heading of the same level, in a row of the same table, or with a label of its own. Everything else may be about ours.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from generator.knowledge.verifying.page_text import PageLine
from generator.knowledge.verifying.purposes import PART_FOR_OTHERS

_WORD = re.compile(r"[a-z0-9]+(?:[’'][a-z]+)?", re.IGNORECASE)
_SMALL = frozenset(
    _WORD.findall("a an and at by for from in near of on or our the this to with your service services group groups team line helpline")
)
"""Words of a name that tell no service from another."""

_GENERAL = frozenset(_WORD.findall(
    "about access address alert announcement answerphone appointment appointments book booking bookings branch call calls closed closing"
    " closure code contact contacts cost costs covid crisis date day days details directions email emergency enquiries enquiry evening"
    " evenings fax find free further general get help home hours how important information it join late latest location login map"
    " meeting meetings mobile monday tuesday wednesday thursday friday saturday sunday mon tue tues wed weds thu thur thurs fri sat sun"
    " more new news night notice notices number numbers office online open opening our out parking people phone place please post price"
    " questions reach reception refer referral referrals self session sessions sorry support talk tel telephone text time times today"
    " touch town update updates us venue visit voice warning we website weekdays weekend weekends welcome whatsapp what when where who"
    " why you your"
))  # fmt: skip
"""Words with which a heading or a label says what follows, and names no service."""

_FIGURES = re.compile(r"\d(?:[ ().-]{0,2}\d){4,}")
_LABEL = re.compile(r"^\W*([^:\d]{2,60}?)\s*(?:[:–—]|-(?=\s)|(?=\(?0\d{2}))")
_WHOLE = re.compile(r"\b(?:we|our|us|all|both|every|charity|organisation)\b", re.IGNORECASE)
"""A sentence with one of these may speak of more than what it stands under."""

_LONGEST_NAME = 8
"""Words of a heading that may be a name."""

_LONGEST = 120
"""Characters of a cell that are read for a name."""

_CELLS = 12
"""Cells of a row in which a name is looked for."""

Key = tuple[object, ...]


@dataclass(frozen=True)
class Parted:
    """A page, parted by what it is about."""

    ours: str
    """What is about our service, or may be."""
    signs: str
    """What may speak of an end of ours: the same, and what another's part says of all."""
    others: str = ""
    """What is about other services, or for other people than those who need help."""


def parted_by_service(lines: Sequence[PageLine], names: Iterable[str]) -> Parted:
    """The lines of a page, parted. `names` are those of the service."""
    called = [words for name in names if (words := _words(name))]
    rows: dict[int, list[str]] = defaultdict(list)
    for line in lines:
        if line.row and len(rows[line.row]) < _CELLS:
            rows[line.row].append(line.text)
    topics = [[(key, _about(tuple(said), called)) for key, said in _topics(line, rows)] for line in lines]
    beside = {
        key for line, some in zip(lines, topics, strict=True) for key, about in some if about == "ours" and _FIGURES.search(line.text)
    }
    kept: list[str] = []
    signs: list[str] = []
    others: list[str] = []
    for line, some in zip(lines, topics, strict=True):
        of_another = any(about == "another" and key in beside for key, about in some)
        (others if of_another or _aside(line, called) else kept).append(line.text)
        if not of_another or _WHOLE.search(line.text):
            signs.append(line.text)
    return Parted("\n".join(kept), "\n".join(signs), "\n".join(others))


def _aside(line: PageLine, called: Sequence[frozenset[str]]) -> bool:
    """Whether a line stands under a heading such as `Support us`, that is not the name of the service."""
    heading = line.headings[-1][1] if line.headings else ""
    return bool(PART_FOR_OTHERS.search(heading)) and not _is_ours(heading, called)


def _topics(line: PageLine, rows: Mapping[int, list[str]]) -> Iterator[tuple[Key, list[str]]]:
    """What a line is about, each with what it can be compared with: headings of its level, rows of its table, lines with a label."""
    for place, (level, text) in enumerate(line.headings):
        yield ("heading", level, line.headings[:place]), [text]
    if line.row:
        yield ("row", line.table), [_FIGURES.sub(" ", cell[:_LONGEST]) for cell in rows[line.row]]
    elif label := _LABEL.match(line.text):
        yield ("label", line.headings), [label[1]]


def _about(topics: Sequence[str], called: Sequence[frozenset[str]]) -> Literal["ours", "another", ""]:
    """Whether one of these names our service, or else another."""
    if any(_is_ours(topic, called) for topic in topics):
        return "ours"
    return "another" if any(map(_is_name, topics)) else ""


def _is_ours(topic: str, called: Iterable[frozenset[str]]) -> bool:
    """Whether a heading or a label is our service's name, or a part of it that says which."""
    words = _words(topic)
    return bool(words) and any(words <= name or (name <= words and len(words) <= _LONGEST_NAME) for name in called)


def _is_name(topic: str) -> bool:
    """Whether a heading or a label may be the name of another service, town or office."""
    every = [word for word in _WORD.findall(topic) if word.lower() not in _SMALL]
    telling = {word.lower() for word in every} - _GENERAL
    plainly = len(telling) == len({word.lower() for word in every}) or (len(telling) > 1 and all(word[0].isupper() for word in every))
    return bool(telling) and plainly and len(every) <= _LONGEST_NAME


def _words(text: str) -> frozenset[str]:
    """The words of a name that tell it from others."""
    every = [word.lower().replace("’", "'") for word in _WORD.findall(text)]
    return frozenset(word for word in every if word not in _SMALL)
