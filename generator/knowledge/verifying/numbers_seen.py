"""Find a number of ours on a page, as a number to call: not as a fax, and not as one that is no longer in use."""

from __future__ import annotations

import re

from generator.knowledge.directory import mentions
from generator.knowledge.directory.phone_numbers import NATIONAL, dialled

_BETWEEN = r"[ ().\u2010-\u2015/-]{0,3}"
_SHORT = 6
"""Numbers of at most this many digits also occur in dates and prices, so they stand more strictly alone."""

_WHOLE = re.compile(r"0[1-9]\d{8,9}$|[1-9]\d{2,5}$")
"""A number of the United Kingdom, by its length: ten or eleven figures, or a short one. Numbers of charities and accounts are none."""

_FAX = re.compile(r"\bfax(?: ?(?:number|no\.?))?\W{0,4}$", re.IGNORECASE)
_REFERENCE = re.compile(
    r"\b(?:ref(?:erence)?|account|order|invoice|charity|company|registration|registered)(?: ?(?:number|no\.?))?\W{0,3}$", re.IGNORECASE
)
_OLD = re.compile(
    r"\b(?:(?:old|previous|former)(?:ly)?(?: (?:tele)?phone| helpline)?(?: number)?(?: was| is)?"
    r"|(?:has|have|[’']s) (?:now )?changed from|(?:do not|don[’']t) (?:use|call|ring)|instead of|used to be|replaces)[ :,(]*$",
    re.IGNORECASE,
)
_OUT_OF_USE = re.compile(
    r"^[^.\n]{0,30}\b(?:no longer|(?:has|was) (?:been )?(?:replaced|changed|disconnected)|not in use|any ?more|out of use|is now)\b",
    re.IGNORECASE,
)
_AROUND = 60
"""Characters of the page kept as evidence on either side of a number."""


def words_around(text: str, number: str) -> str:
    """The words around our number on a page where it is a number to call, on one line; nothing if it is not there."""
    for found in _pattern(dialled(number)).finditer(text):
        before, after = text[: found.start()].rpartition("\n"), text[found.end() :].partition("\n")[0]
        same_line = before[2]
        label = f"{before[0][-30:]} {same_line}"
        if not (_FAX.search(label) or _REFERENCE.search(same_line) or _OLD.search(same_line) or _OUT_OF_USE.match(after)):
            return " ".join(text[max(0, found.start() - _AROUND) : found.end() + _AROUND].split())
    return ""


def other_numbers(text: str, number: str) -> list[str]:
    """The other numbers on a page, as it writes them, without those of the whole country."""
    ours = dialled(number)
    found = {one.words: dialled(one.words) for one in mentions.numbers(text)}
    return [words for words, digits in found.items() if digits not in NATIONAL | {ours} and _WHOLE.match(digits)]


def _pattern(digits: str) -> re.Pattern[str]:
    """A number however it is grouped, with or without the code of the country."""
    if len(digits) <= _SHORT:
        return re.compile(rf"(?<![\d£$/.,-]){_BETWEEN.join(digits)}(?![\d/%]|[.,-]\d)")
    start = rf"(?:0|(?:\+|00){_BETWEEN}44{_BETWEEN}(?:\(0\))?)" if digits.startswith("0") else digits[0]
    return re.compile(rf"(?<![\d£]){start}{_BETWEEN}{_BETWEEN.join(digits[1:])}(?!-?\d)")
