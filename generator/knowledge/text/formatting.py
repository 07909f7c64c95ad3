"""How dates, sums, lists and ids are written, in messages, pages and packs alike (NHS content style).

`templates/browser/text/formatting.js` does the same.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from urllib.parse import urlsplit

MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")
"""Spelled out here, because the computer’s own month names change with its language settings."""

_WRITTEN = re.compile(rf"\b({'|'.join(MONTHS)})(?= \d{{4}}\b)")

_APOSTROPHE, _BETWEEN = re.compile("[’']"), re.compile("[^a-z0-9]+")


def day(value: date) -> str:
    """`21 November 2026`, for running text."""
    return f"{value.day} {MONTHS[value.month - 1]} {value.year}"


def short_day(value: date) -> str:
    """`21 Nov 2026`, for tables."""
    return f"{value.day} {MONTHS[value.month - 1][:3]} {value.year}"


def short_months(text: str) -> str:
    """A date that is part of a text, as tables have it: `15 March 2022` becomes `15 Mar 2022`, and `December 2020` `Dec 2020`."""
    return _WRITTEN.sub(lambda found: found[1][:3], text)


def pounds(value: int) -> str:
    """Whole pounds with thousands parted: `£49,387`."""
    return f"£{value:,}"


def ages(youngest: int | None, oldest: int | None) -> str:
    """Ages in years: `Ages 11 to 25`, `18 and over`, `Up to 24`, or nothing where neither is known."""
    if youngest is None:
        return "" if oldest is None else f"Up to {oldest}"
    return f"{youngest} and over" if oldest is None else f"Ages {youngest} to {oldest}"


def counted(number: int, noun: str) -> str:
    """`1 change`, `1,234 changes`. For nouns with a plural in s."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def join_words(values: Sequence[str], last: str = "and") -> str:
    """`a`, `a and b`, `a, b and c`."""
    if len(values) < 2:
        return "".join(values)
    return f"{', '.join(values[:-1])} {last} {values[-1]}"


def lower_first(value: str) -> str:
    """Words for the middle of a sentence. What begins with an abbreviation, such as NHS or A&E, stays."""
    return value if value[:2].isupper() else value[:1].lower() + value[1:]


def upper_first(value: str) -> str:
    """Words for the start of a sentence."""
    return value[:1].upper() + value[1:]


def sentence(words: str) -> str:
    """A short value among sentences begins and ends like one."""
    begun = upper_first(words)
    return begun if not begun or begun.endswith((".", "?")) else f"{begun}."


def slug(text: str) -> str:
    """Words as an id or an anchor: `Andy’s Man Club (UK)` becomes `andys-man-club-uk`. Nothing where no letter or figure is plain."""
    return _BETWEEN.sub("-", _APOSTROPHE.sub("", text.lower())).strip("-")


def site_name(address: str) -> str:
    """A web address as people write it on paper, without scheme and `www.`, and without a long path."""
    parts = urlsplit(address)
    path = parts.path.rstrip("/")
    return parts.netloc.removeprefix("www.") + (path if len(path) <= 20 else "")
