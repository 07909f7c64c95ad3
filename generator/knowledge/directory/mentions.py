"""Find contact details in running text: phone numbers, email addresses, opening hours and postal addresses.

A field of its own says where a number comes from and how sure it is; a sentence does not. What is found here can be held to the rules
of those fields. The patterns look for what people in England write. They find too much rather than too little, and none of them looks
back, so a text made to be slow is not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from generator.knowledge.directory.phone_numbers import real_number

MentionKind = Literal["number", "mail", "hours", "place"]
"""A phone number, an email address, a day or time, or a postal address."""


@dataclass(frozen=True)
class Mention:
    """One contact detail in a text, from its first character to the one after its last."""

    kind: MentionKind
    start: int
    end: int
    words: str


_DIGIT = re.compile(r"\d")
_DATE = r"\d{1,2}[./-]\d{1,2}[./-](?:\d{4}|\d{2})\b"
_NUMBER = re.compile(rf"(?<![\w£])(?!{_DATE})(?:\+\d|\(?\+?44\)?|\(?0)(?:[ \t\u00a0().\u2010-\u2014/-]{{0,3}}\d){{6,13}}(?!\w)")
"""7 to 15 digits (the maximum of E.164) that start with 0 or a plus sign, with common separators."""

_CLOCKS = re.compile(r"[01]\d[0-5][05][\u2010-\u2014-][012]\d[0-5][05]")
"""Hours without a colon, `0900-1700`: not a number to call."""

_SHORT = re.compile(r"(?<![\w£.,/:-])(?:116[ ]?\d{3}|\d{3}[ ]\d{3}|\d{2}[ ]\d{2}[ ]\d{2}|\d{5,6}|\d{3})(?![\w%]|[.,:/-]\d|,\d)")
_CALLED = re.compile(r"\b(?:call|ring|phone|dial|tel|telephone|text|sms|helpline|hotline|number|line)\b[^.!?]{0,40}$", re.IGNORECASE)
"""Words that mark the number after them as a short number: 85258 alone may count anything."""

_MAIL = re.compile(
    r"(?<![\w.+-])[\w.+-]{1,64}(?:@| ?[\[(]at[\])] ?)[a-z0-9-]{1,63}(?:(?:\.| ?[\[(]dot[\])] ?)[a-z0-9-]{1,63}){1,5}", re.IGNORECASE
)

_DAY = r"(?:mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun|monday|tuesday|wednesday|thursday|friday|saturday|sunday)s?"
_TIME = r"(?:(?:[01]?\d|2[0-4])(?:[.:][0-5]\d)? ?(?:am|pm|a\.m\.|p\.m\.|noon)|(?:[01]?\d|2[0-4]):[0-5]\d|midday|midnight|noon)"
_BETWEEN = r"(?: ?(?:to|until|till|and|or|from|at|through|[,&\u2010-\u2014-]) ?| )"
_HOURS = re.compile(
    rf"\b(?:24/7|24 hours(?: a day)?|round the clock|(?:[01]?\d|2[0-4])(?:[.:][0-5]\d)? ?[\u2010-\u2014-] ?{_TIME}"
    rf"|(?:[01]?\d|2[0-4]) to {_TIME}|(?:{_DAY}|{_TIME})(?:{_BETWEEN}{{1,2}}(?:{_DAY}|{_TIME}))*)(?!\w)",
    re.IGNORECASE,
)

POSTCODE_FORM = re.compile(
    r"(?<![A-Za-z0-9])(?:GIR[ +]?0AA|[A-PR-UWYZ](?:[0-9]{1,2}|[A-HK-Y][0-9]|[A-HK-Y][0-9][0-9ABEHMNPRV-Y]|[0-9][A-HJKPS-UW])"
    r"(?:[ \u00a0+]|%20){0,2}[0-9][ABD-HJLNP-UW-Z]{2})(?![A-Za-z0-9])",
    re.IGNORECASE,
)
"""The forms that the Royal Mail gives postcodes, with the space of a sentence or of a web address, or none."""

_STREETS = (
    "street|st|road|rd|avenue|ave|lane|ln|close|drive|way|court|crescent|gardens|grove|hill|house|place|square|terrace|parade|walk|row|mews"
    "|green|rise|view|yard|broadway|cottages?|park"
)
_GAP = r"(?: |\+|%20){1,3}"
_NO_STREET = (
    r"(?!(?:(?:hour|day|week|month|year|minute|mile)s?|people|safe (?:house|place)s?|of|the|in|and|or|to|from|for|per|down|up|along)\b)"
)
_HOUSE = r"(?<![\w£.,:/-])\d{1,4}[A-Za-z]?(?: ?[\u2010-\u2014/-] ?\d{1,4}[A-Za-z]?)?,?"
_NUMBERED = re.compile(rf"{_HOUSE}{_GAP}(?:(?i:{_NO_STREET})[A-Z][\w'’.-]{{0,30}}{_GAP}){{1,4}}(?i:{_STREETS})\b")
_SMALL = re.compile(rf"{_HOUSE}{_GAP}(?:{_NO_STREET}[a-z'’]{{2,30}}{_GAP}){{1,2}}(?:street|road|rd|avenue|lane|crescent|terrace)\b")
"""A street line without capitals: of fewer kinds of street, since `2 women a house` is none."""

_UNNUMBERED = re.compile(
    r"(?:(?<=[Aa]t )|(?<=[Ii]n )|(?<=[Oo]n )|(?<=[Oo]ff )|(?<=, )|(?<=[Nn]ear ))(?:[A-Z][\w'’-]{1,30} ){1,3}"
    r"(?:Street|Road|Avenue|Lane|Crescent|Terrace|Mews|Grove|Close|Drive)\b"
)
_UNIT = re.compile(r"\b(?:flat|apartment|unit|suite|room) \d{1,4}[a-z]?\b", re.IGNORECASE)
_PLACES = (POSTCODE_FORM, _NUMBERED, _SMALL, _UNNUMBERED, _UNIT)


def numbers(text: str) -> Iterator[Mention]:
    """The phone numbers of a text."""
    if not _DIGIT.search(text):
        return
    at = 0
    for found in _NUMBER.finditer(text):
        if not _CLOCKS.fullmatch(found[0]):
            yield from _short(text, at, found.start())
            yield _mention("number", found)
            at = found.end()
    yield from _short(text, at, len(text))


def _short(text: str, start: int, end: int) -> Iterator[Mention]:
    """The short numbers of a stretch of a text."""
    for found in _SHORT.finditer(text, start, end):
        if real_number(found[0]) and (_CALLED.search(text[max(0, found.start() - 60) : found.start()]) or found[0].startswith("116")):
            yield _mention("number", found)


def mails(text: str) -> Iterator[Mention]:
    """The email addresses of a text."""
    return (_mention("mail", found) for found in _MAIL.finditer(text))


def hours(text: str) -> Iterator[Mention]:
    """The days and times of a text."""
    return (_mention("hours", found) for found in _HOURS.finditer(text))


def places(text: str) -> Iterator[Mention]:
    """The postcodes, street lines and flats of a text."""
    return (_mention("place", found) for pattern in _PLACES for found in pattern.finditer(text))


_JOINTS = str.maketrans("-_+/", "    ")


def joined_places(text: str) -> list[Mention]:
    """The places in a text, including those in a web address or an id, whose words are joined by punctuation."""
    return list(places(text)) or list(places(text.translate(_JOINTS)))


def _mention(kind: MentionKind, found: re.Match[str]) -> Mention:
    return Mention(kind, found.start(), found.end(), found[0])
