"""Find a number of ours on a page, as a number to call: not as a fax, and not as one that is no longer in use."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from generator.knowledge.directory import mentions
from generator.knowledge.directory.phone_numbers import NATIONAL, dialled
from generator.knowledge.verifying.purposes import NOT_FOR_HELP

_BETWEEN = r"[ ().\u2010-\u2015/-]{0,3}"
_SHORT = 6
"""Numbers of at most this many digits also occur in dates and prices, so they stand more strictly alone."""

_WHOLE = re.compile(r"0[1-9]\d{8,9}$|[1-9]\d{2,5}$")
"""A number of the United Kingdom, by its length: ten or eleven figures, or a short one. Numbers of charities and accounts are none."""

_FAX = re.compile(r"\bfax\b(?![^\n]*\b(?:tel|phone|call|ring|mobile|text)\b)[^\d]{0,40}$|\bffacs\b[^\d]{0,20}$", re.IGNORECASE)
_FAX_AFTER = re.compile(r"\W{0,3}\(?(?:is our )?fax\b(?![^\n]{0,12}\d)", re.IGNORECASE)
_REFERENCE = re.compile(
    r"\b(?:ref(?:erence)?|account|order|invoice|charity|company|registration|registered|vat|licence)(?: ?(?:number"
    r"|no\.?))?\W{0,3}$",
    re.IGNORECASE,
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
_MONTH = r"(?:january|february|march|april|may|june|july|august|september|october|november|december)"
_DOUBT_BEFORE = re.compile(
    r"\b(?:old|previous|former)(?:ly)? (?:[\w-]+ ){0,3}(?:number|line|helpline|phone|landline|mobile)\b|\b(?:instead of"
    r"|rather than) (?:using|calling|ringing|phoning|the)\b"
    r"|\b(?:do not|don[’']t|please avoid|no longer|stop|stopped|cannot|can[’']t) (?:\w+ )?(?:use|using|call|calling|ring|ringing"
    r"|phone|phoning|answer|answering|reach|reached|monitor)\b"
    r"|\b(?:from|as of|starting|with effect from) (?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?(?:the )?\d{1,2}(?:st|nd|rd|th)?"
    rf" {_MONTH}(?! (?:19|20[01]\d|202[0-4]))|\bafter (?:that|this|then)\b|\bonce we\b"
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

_NEW_NUMBER = re.compile(
    r"\bnew (?:(?:tele)?phone |contact |helpline )?number\b|\bnumber (?:has|is) (?:now )?chang(?:ed|ing)\b", re.IGNORECASE
)
_CODE = re.compile(
    r"\b(?:dialling |area |std )?code(?: is| for all)?[ :=-]{0,3}\(?(0\d{2,4})\)?(?![ -]?\d)"
    r"|\b(?:all|these)(?: our)? numbers (?:are|begin with|start with|have the code) \(?(0\d{2,4})\)?(?![ -]?\d)",
    re.IGNORECASE,
)
_BRACKET = re.compile(r"\s{0,2}\(([^()\n]{3,60})\)")
_SENTENCE_END = re.compile(r"(?<=[.!?])\s|\n")
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


def number_seen(text: str, number: str, called: str = "", code: str = "") -> Standing | None:
    """Our number on a page, as one to call if it is that anywhere; None where it is not there or is plainly something else.

    `called` are the names of the service. `code` is the dialling code that the page says all its numbers have.
    """
    doubtful = None
    digits = dialled(number)
    forms = [_pattern(digits), *([_local(digits.removeprefix(code))] if code and digits.startswith(code) else [])]
    for found in (one for form in forms for one in form.finditer(text)):
        words = " ".join(text[max(0, found.start() - _AROUND) : found.end() + _AROUND].split())
        before = text[max(0, found.start() - _READ) : found.start()].rpartition("\n")
        same_line, after = before[2], text[found.end() : found.end() + _READ].partition("\n")[0]
        label = f"{before[0][-30:]} {same_line}"
        plainly = (_FAX.search(label), _FAX_AFTER.match(after), _REFERENCE.search(same_line), _OLD.search(same_line))
        if any(plainly) or _OUT_OF_USE.match(after):
            continue
        if not _in_doubt(same_line, after, called):
            return Standing(words, to_call=True)
        doubtful = doubtful or Standing(words, doubtful=True)
    return doubtful


def _in_doubt(before: str, after: str, called: str) -> bool:
    """Whether the sentence of a number may say not to call it. What stands beyond another number belongs to that one."""
    parts = _SENTENCE_END.split(before)
    asked = parts[-2] if len(parts) > 1 and parts[-2].endswith("?") else ""
    near = _ANY_NUMBER.split(f"{asked} {parts[-1]}")[-1]
    following = _ANY_NUMBER.split(_SENTENCE.split(after)[0])[0]
    bracket = _BRACKET.match(after)
    for_others = NOT_FOR_HELP.search(near) or (bracket and NOT_FOR_HELP.search(bracket[1]))
    return bool(_DOUBT_BEFORE.search(near) or _DOUBT_AFTER.search(following) or (for_others and not NOT_FOR_HELP.search(called)))


def newer_number(text: str, numbers: Sequence[str]) -> str:
    """The line that tells of a new number, where it has one that is none of ours."""
    for line in text.split("\n"):
        if _NEW_NUMBER.search(line) and other_numbers(line, numbers[0]) and not any(_pattern(dialled(one)).search(line) for one in numbers):
            return line[:200]
    return ""


def local_code(text: str) -> str:
    """The dialling code that a page says its numbers have, if it says one."""
    found = {found[1] or found[2] for found in _CODE.finditer(text)}
    return found.pop() if len(found) == 1 else ""


def other_numbers(text: str, number: str) -> list[str]:
    """The other numbers on a page, as it writes them, without those of the whole country."""
    ours = dialled(number)
    found = {one.words: dialled(one.words) for one in mentions.numbers(text)}
    return [words for words, digits in found.items() if digits not in NATIONAL | {ours} and _WHOLE.match(digits)]


def _local(digits: str) -> re.Pattern[str]:
    """A number without its code, which stands alone."""
    return re.compile(rf"(?<![\d£$/.,-])(?<!\d ){_BETWEEN.join(digits)}(?![\d/%]|[ .,-]\d)")


def _pattern(digits: str) -> re.Pattern[str]:
    """A number however it is grouped, with or without the code of the country."""
    if len(digits) <= _SHORT:
        return re.compile(rf"(?<![\d£$/.,-]){_BETWEEN.join(digits)}(?![\d/%]|[.,-]\d)")
    start = rf"(?:0|(?:\+|00){_BETWEEN}44{_BETWEEN}(?:\(0\))?)" if digits.startswith("0") else digits[0]
    return re.compile(rf"(?<![\d£]){start}{_BETWEEN}{_BETWEEN.join(digits[1:])}(?!-?\d)")
