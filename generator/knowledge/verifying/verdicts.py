"""Judge a provider’s page against our record. Without doubt it says what it found; in doubt it says that it could not tell."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal
from urllib.parse import urlsplit

from generator.knowledge.directory.importing.opening_text import opening_rows
from generator.knowledge.model import Hours
from generator.knowledge.verifying.numbers_seen import other_numbers, words_around
from generator.knowledge.verifying.page_text import PageText, page_text

Verdict = Literal[
    "unreachable", "gone", "parked", "closed", "moved", "hours-differ", "number-found", "number-other", "number-none", "reached"
]
"""What a page says of a record, the worst that holds. `reached` is for a record without a number."""

VERDICTS: dict[Verdict, str] = {
    "unreachable": "could not be read",
    "gone": "the page is not there any more",
    "parked": "the address belongs to someone else now, or to no one",
    "closed": "the page says that it has closed",
    "moved": "the page has moved",
    "hours-differ": "our number is there, with other hours",
    "number-found": "our number is there",
    "number-other": "another number is there, and ours is not",
    "number-none": "there is no number",
    "reached": "reached; our record has no number",
}
"""Each verdict in words."""


@dataclass(frozen=True)
class PageAnswer:
    """What a web server answered. `status` is 0 where there was no answer, and `trouble` says why."""

    asked: str
    """The address that was looked up."""
    address: str = ""
    """The address that answered, after redirects."""
    status: int = 0
    content: bytes = b""
    charset: str | None = None
    trouble: str = ""


@dataclass(frozen=True)
class Judged:
    """A verdict with its evidence."""

    verdict: Verdict
    evidence: str = ""
    """Words of the page, or why it could not be read."""
    seen: Mapping[str, str] = field(default_factory=dict)
    """The words around each of our numbers that is on the page, by number."""


_GONE = re.compile(
    r"\b404\b|page can(?:no|[’']?)t be found|nothing was found at this location"
    r"|page (?:was |could )?not (?:be )?found|(?:can[’']?t|cannot|could ?n[o’']t) find (?:the|that|this) page"
    r"|page (?:you [\w ]{1,30} )?(?:no longer exists|does not exist|doesn[’']t exist|has been (?:removed|deleted)|is no longer available)",
    re.IGNORECASE,
)
_PARKED = re.compile(
    r"(?:this |the )?domain(?: name)?(?: [\w.-]+)? (?:is|has been) (?:for sale|available for|registered)|\bmay be for sale"
    r"|buy this domain|inquire about this domain|(?:domain|website)(?: [\w.-]+)? has expired|parked (?:free|by|domain)|domain parking"
    r"|welcome to nginx!|apache2? [\w ]*default page|iis windows server|account (?:has been )?suspended|future home of something",
    re.IGNORECASE,
)
_PROVIDER = r"(?:service|charity|help ?line|line|group|centre|clinic|project|organisation|trust|caf[eé]|club|scheme|programme)"
_NOT_THE_PAGE = re.compile(
    r"^just a moment|checking (?:if the site connection|your browser)|verify(?:ing)? (?:that )?you are (?:a )?human|are you a robot"
    r"|^request unsuccessful|^(?:error )?(?:503 )?service (?:temporarily )?unavailable|^bad gateway|^internal server error"
    r"|\b(?:down for|site is (?:currently |now )?under) maintenance\b|\bmaintenance mode\b"
    r"|attention required|complete the security check|enable javascript and cookies to continue|^access denied",
    re.IGNORECASE | re.MULTILINE,
)
"""What a web server, or a guard of it, says on a page of its own."""

_FOR_A_TIME = (
    r"(?! (?:until|for|at|over|between|from|every|during|while|outside|this|today|tonight|tomorrow|to|its|our|their|all (?:day|week)|by \d"
    r"|weekends?|(?:mon|tues|wednes|thurs|fri|satur|sun)days?|on (?!\d)|in (?!(?:\w+ )?\d{4}))\b)"
)
"""Words after `closed` with which it is only closed at times, or something else of it is closed."""

_MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_CLOSED = re.compile(
    rf"\b(?:this|the|our) {_PROVIDER} (?:has |is |was |have )(?:now |sadly )*(?:been )?"
    rf"(?:closed|ended|ceased|decommissioned|wound up|folded){_FOR_A_TIME}"
    rf"|\b(?:this|the|our) {_PROVIDER} (?:closed|ended|ceased) (?:on \d|in (?:{_MONTH}|\d{{4}})\b|permanently)"
    rf"|\b(?:this|the|our) {_PROVIDER} is no longer (?:running|operating|available|open)|\bpermanently closed|\bclosed permanently"
    r"|\bmerged (?:with|into) [^.\n]{1,60} and (?:no longer|has (?:closed|ended))|\bno longer exists as a separate\b"
    r"|\bceased (?:operating|operations|trading)|\bclosed (?:its|our) doors|\b(?:been )?wound up\b",
    re.IGNORECASE,
)
_NAME_CLOSED = re.compile(r"\b([A-Z][\w’'-]+) has (?:now |sadly )*closed(?=[.!])")
_ENDED_BY_NAME = (
    rf"(?:\bclosure of (?:the )?{{name}}(?![’'\w])|\b{{name}} (?:is|has) (?:now |sadly )+(?:been )?closed){_FOR_A_TIME}"
    r"|\b{name} closed on \d\d? [a-z]{3,9} \d{4}"
)
"""A page that says of what its heading names that it has ended."""

_WE_CLOSED = re.compile(
    rf"\bwe (?:have )?(?:now |sadly )*closed (?:our|the|this) [\w -]{{0,30}}\b{_PROVIDER} (?:on|in) [\w ]{{0,20}}\d{{4}}", re.IGNORECASE
)
"""It may be another service of theirs, and counts only where no number is left."""

_MOVED = re.compile(
    r"\b(?:web ?site|web ?page|page|site) has moved\b|\b(?:this|our) (?:web ?site|web ?page|page|site) is now at\b", re.IGNORECASE
)
_WE_MOVED = re.compile(r"\bwe(?: have|[’']ve) moved\b(?! (?:our|the|this|some)\b)", re.IGNORECASE)
_TO_A_SITE = re.compile(r"\b(?:web ?site|web address|bookmarks?)\b", re.IGNORECASE)
_SHORT_PAGE = 1500
"""Characters up to which a page may be a notice of a host: a real page can quote any of its phrases."""

_DAY = re.compile(r"\b(?:mon|tue|wed|thu|fri|sat|sun|weekdays|daily|every day)", re.IGNORECASE)
_DAYS_ALONE = re.compile(rf"(?m)^((?:{_DAY.pattern})[^\d\n]{{0,40}})\n(?=\d)", re.IGNORECASE)
"""Days in a cell of a table, and the times in the next."""

_TO = re.compile(r"\s(?:[-–—])\s")


def judged(answer: PageAnswer, numbers: Sequence[str], hours: Sequence[Hours]) -> Judged:
    """The verdict on a page for a record with these numbers, of which one is enough, and these hours."""
    if answer.status in (404, 410):
        return Judged("gone", f"status {answer.status}")
    if answer.status != 200:
        return Judged("unreachable", answer.trouble or f"status {answer.status}")
    page = page_text(answer.content, answer.charset)
    if not page.text and not page.headings:
        return Judged("unreachable", "no text on the page")
    found = _state(answer, page) or _number(page.text, numbers, hours)
    if found.verdict != "number-none":
        return found
    if closed := _WE_CLOSED.search(page.text):
        return Judged("closed", _line(page.text, closed))
    return Judged("unreachable", "a script makes this page") if page.by_script else found


def _state(answer: PageAnswer, page: PageText) -> Judged | None:
    """A page that is not the one that was looked for, or says that the service has ended."""
    short = f"{page.headings}\n{page.text}" if len(page.text) <= _SHORT_PAGE else ""
    signs: tuple[tuple[Verdict, re.Pattern[str], str], ...] = (
        ("gone", _GONE, page.headings), ("parked", _PARKED, short), ("unreachable", _NOT_THE_PAGE, short),
    )  # fmt: skip
    for verdict, pattern, text in signs:
        if found := pattern.search(text):
            return Judged(verdict, _line(text, found))
    if found := _CLOSED.search(page.text) or _NAME_CLOSED.search(page.text) or _ended_by_name(page):
        return Judged("closed", _line(page.text, found))
    if _moved_host(answer) or _sent_to_front(answer):
        return Judged("moved", answer.address)
    found = _MOVED.search(page.text) or (_WE_MOVED.search(page.text) if _TO_A_SITE.search(page.text) else None)
    return Judged("moved", _line(page.text, found)) if found else None


def _ended_by_name(page: PageText) -> re.Match[str] | None:
    names = [name for name in page.headings.split("\n") if 4 <= len(name) <= 80]
    searches = (re.search(_ENDED_BY_NAME.replace("{name}", re.escape(name)), page.text, re.IGNORECASE) for name in names[:5])
    return next(filter(None, searches), None)


def _line(text: str, found: re.Match[str]) -> str:
    """The line around what was found, as evidence."""
    start, end = text.rfind("\n", 0, found.start()) + 1, text.find("\n", found.end())
    return text[start : end if end >= 0 else None][:200]


def _host(address: str) -> str:
    return (urlsplit(address).hostname or "").removeprefix("www.")


def _moved_host(answer: PageAnswer) -> bool:
    return _host(answer.asked) != _host(answer.address)


def _sent_to_front(answer: PageAnswer) -> bool:
    """Whether a page of its own now leads to the front page, as sites do with pages that they took away."""
    return urlsplit(answer.asked).path.strip("/") != "" and urlsplit(answer.address).path.strip("/") == ""


def _number(text: str, numbers: Sequence[str], hours: Sequence[Hours]) -> Judged:
    if not numbers:
        return Judged("reached")
    seen = {number: words for number in numbers if (words := words_around(text, number))}
    if seen:
        words, other = next(iter(seen.values())), _other_hours(text, hours)
        return Judged("hours-differ", f"{words} | {other}", seen) if other else Judged("number-found", words, seen)
    others = [number for number in other_numbers(text, numbers[0]) if number not in numbers]
    return Judged("number-other", ", ".join(others[:5])) if others else Judged("number-none")


def _other_hours(text: str, hours: Sequence[Hours]) -> str:
    """Hours on the page, if none of its rows is one of ours."""
    if not hours or not all(row.weekly for row in hours):
        return ""
    ours = {(frozenset(row.days), row.opens, row.closes) for row in hours}
    said = ""
    for line in _DAYS_ALONE.sub(r"\1 ", text).split("\n"):
        for piece in re.split(r"\.(?=\s|$)|[;()]", line):
            found = _DAY.search(piece)
            rows = opening_rows(_TO.sub("-", piece[found.start() :]).strip()) if found else []
            if any((frozenset(row["days"]), row["opens"], row["closes"]) in ours for row in rows):
                return ""
            said = said or (piece.strip() if rows else "")
    return said
