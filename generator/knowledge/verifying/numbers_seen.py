"""Find a number of ours on a page, as a number to call: not as a fax, and not as one that is no longer in use."""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.knowledge.directory import mentions
from generator.knowledge.directory.phone_numbers import NATIONAL, dialled

_BETWEEN = r"[ ().\u2010-\u2015/-]{0,3}"
_SHORT = 6
"""Numbers of at most this many digits also occur in dates and prices, so they stand more strictly alone."""

_WHOLE = re.compile(r"0[1-9]\d{8,9}$|[1-9]\d{2,5}$")
"""A number of the United Kingdom, by its length: ten or eleven figures, or a short one. Numbers of charities and accounts are none."""

_FAX = re.compile(r"\bfax\b(?![^\n]*\b(?:tel|phone|call|ring|mobile|text)\b)[^\d]{0,40}$|\bffacs\b[^\d]{0,20}$", re.IGNORECASE)
_FAX_AFTER = re.compile(r"\W{0,3}\(?(?:is our )?fax\b(?![^\n]{0,12}\d)", re.IGNORECASE)
_REFERENCE = re.compile(
    r"\b(?:ref(?:erence)?|account|order|invoice|charity|company|registration|registered|vat|licence)(?: ?(?:number"
    r"|no\.?))?\W{0,3}$", re.IGNORECASE
)
_LINE = r"(?:tele)?(?:phone|crisis|help|advice|contact|office|landline|mobile|support|duty)?[ -]?(?:line|number|no\.?|phone|mobile)?"
_OLD = re.compile(
    rf"\b(?:old|previous|former)(?:ly)? {_LINE}(?: ?number)?(?:,| was| is| of)?[ :,(]*$"
    r"|(?<!years )(?<!year )\b(?:old|previous|former)(?! leaflets?)\b[^.,;:\d\n]{0,30}\(?$"
    r"|\b(?:(?:old|previous|former)(?:ly)?(?: (?:tele)?phone| helpline)?(?: number)?(?: was| is)?"
    r"|(?:has|have|[’']s) (?:now )?changed from|(?:do not|don[’']t) (?:use|call|ring)|instead of|used to be|replaces"
    r"|no longer (?:answer(?:ing)?|us(?:e|ing)|on|at|reached on|available on))[ :,(]*$",
    re.IGNORECASE,
)
_OUT_OF_USE = re.compile(
    r"^[ ),:–-]{0,3}(?:closed|ended|stopped|ceased)\b|^[^.\n\d]{0,60}\b(?:no longer|(?:has|was|have) (?:now |been )*(?:replaced"
    r"|changed|disconnected|discontinued|switched off|withdrawn|closed|retired)"
    r"|not in use|any ?more|out of use|is now(?! (?:open|free|available|answered|staffed)))\b",
    re.IGNORECASE,
)
_DOUBT_BEFORE = re.compile(
    r"\b(?:old|previous|former)(?:ly)? (?:[\w-]+ ){0,3}(?:number|line|helpline|phone|landline|mobile)\b|\b(?:instead of"
    r"|rather than) (?:using|calling|ringing|phoning|the)\b"
    r"|\b(?:do not|don[’']t|please avoid|no longer|stop|stopped|cannot|can[’']t) (?:\w+ )?(?:use|using|call|calling|ring|ringing"
    r"|phone|phoning|answer|answering|reach|reached|monitor)\b"
    r"|\b(?:used to|until \d\d? \w+|replac(?:es|ed|ing)|changed from|was previously|not be able to get through"
    r"|get(?:ting)? through on|in place of)\b",
    re.IGNORECASE,
)
_DOUBT_AFTER = re.compile(
    r"\b(?:no longer|closed|ended|shut|stopped|in the meantime|not (?:currently |being |yet |at present )*(?:answered|monitored"
    r"|staffed|working|active|in use|available)|switched off|disconnected|discontinued|out of"
    r" (?:use|order|action)|until \d\d? \w+ \d{4}|will (?:be )?(?:change|close|stop|cease|replaced|switched)\w*|has changed"
    r"|is changing|ceases?|temporarily|from \d\d? \w+ (?:20\d\d )?(?:it|this) will)\b",
    re.IGNORECASE,
)
"""Words in the sentence of a number with which it may not be one to call."""

_SENTENCE = re.compile(r"[.!?](?=\s)|\n")
_ANY_NUMBER = re.compile(r"\d(?:[ ().-]{0,2}\d){8,}")
_READ = 300
"""Characters on either side that are read for what they say of a number."""

_AROUND = 60
"""Characters of the page kept as evidence on either side of a number."""


@dataclass(frozen=True)
class Standing:
    """How our number stands on a page."""

    words: str
    """The words around it, on one line."""
    to_call: bool = False
    doubtful: bool = False
    """It is there, and the sentence may say not to call it."""


def number_seen(text: str, number: str) -> Standing | None:
    """Our number on a page, as one to call if it is that anywhere; None where it is not there or is plainly something else."""
    doubtful = None
    for found in _pattern(dialled(number)).finditer(text):
        words = " ".join(text[max(0, found.start() - _AROUND) : found.end() + _AROUND].split())
        before = text[max(0, found.start() - _READ) : found.start()].rpartition("\n")
        same_line, after = before[2], text[found.end() : found.end() + _READ].partition("\n")[0]
        label = f"{before[0][-30:]} {same_line}"
        plainly = (_FAX.search(label), _FAX_AFTER.match(after), _REFERENCE.search(same_line), _OLD.search(same_line))
        if any(plainly) or _OUT_OF_USE.match(after):
            continue
        if not _in_doubt(same_line, after):
            return Standing(words, to_call=True)
        doubtful = doubtful or Standing(words, doubtful=True)
    return doubtful


def _in_doubt(before: str, after: str) -> bool:
    """Whether the sentence of a number may say not to call it. What stands beyond another number belongs to that one."""
    near = _ANY_NUMBER.split(_SENTENCE.split(before)[-1])[-1]
    following = _ANY_NUMBER.split(_SENTENCE.split(after)[0])[0]
    return bool(_DOUBT_BEFORE.search(near) or _DOUBT_AFTER.search(following))


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
