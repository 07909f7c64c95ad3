"""Read opening hours that people typed, `Mon-Fri 9am-5pm`. Only what can mean one thing becomes rows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from generator.knowledge.directory.importing.clock_text import BETWEEN, SPAN, spans_in
from generator.knowledge.model.labels import WEEKDAYS

_DAY = r"(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?"
_TO = r"\s*(?:-|to|until|till)\s*"
_MANY = {"daily": WEEKDAYS, "every day": WEEKDAYS, "7 days a week": WEEKDAYS, "weekdays": WEEKDAYS[:5], "weekends": WEEKDAYS[5:]}
_DAYS = rf"(?:{'|'.join(_MANY)}|{_DAY}(?:(?:{_TO}|\s*(?:,|&|\band\b|/)\s*){_DAY})*)"
_NTH = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4, "last": -1}
_WEEK = rf"(?:{'|'.join(_NTH)})"
_WEEKS = rf"(?P<weeks>{_WEEK}(?:\s*(?:,|&|and)\s*{_WEEK})*)\s+"
_OF_MONTH = r"\s+(?:of|in)\s+(?:the|each|every)\s+month"
_MONTHLY = rf"(?:the\s+)?{_WEEKS}(?P<nth>{_DAY}){_OF_MONTH}"
_WHEN = rf"(?:open\s+)?(?:on\s+)?(?:(?:every|each)\s+)?(?:{_MONTHLY}|(?P<days>{_DAYS}))"
_SPANS = rf"(?P<spans>{SPAN}(?:\s*(?:,|&|and|/)\s*{SPAN})*)"
_LEADS = r"\s*[:,-]?\s*\(?(?:from\s+)?"
_TAIL = (
    r"(?:\s*,?\s*\(?(?:"
    r"(?P<bank>(?:closed|excluding|except|excl\.?|not)\s+(?:on\s+)?(?:bank|public)\s+holidays)"
    r"|(?P<term>(?:in\s+|during\s+)?term[\s-]?times?(?:\s+only)?)"
    r"|(?P<appointment>by\s+appointment(?:\s+only)?)"
    r")\)?)*"
)
_END = rf"\s*(?:[;.\n|]|,(?=\s*(?:open\s+|on\s+|every\s+|each\s+)*(?:{_DAYS}|{_WEEK}\b))|(?:\band\b|&)(?=\s*{_DAYS})|(?=\s{_DAYS}\s*:)|$)"
_ENTRIES = (
    re.compile(rf"\s*{_WHEN}{_LEADS}{_SPANS}\)?{_TAIL}{_END}", re.IGNORECASE),
    re.compile(rf"\s*(?:open\s+)?{_SPANS}\s*,?\s*\(?{_WHEN}\)?{_TAIL}{_END}", re.IGNORECASE),
)
_TERM_FIRST = re.compile(rf"(?P<said>\b(?:in\s+|during\s+)?term[\s-]?times?(?:\s+only)?)\s*[:,]?\s*(?:from\s+)?{_SPANS}", re.IGNORECASE)
"""`Tuesdays in term time 10-12`: what narrows the times, before them."""
_CLOSED = re.compile(rf"\s*(?:{_DAYS}\s*[:,-]?\s*closed|closed\s+(?:on\s+)?{_DAYS}){_END}", re.IGNORECASE)
_ALWAYS = re.compile(
    r"\s*(?:open\s+)?(?:24/7|24\s*(?:hours?|hrs?)(?:\s+(?:a|per)\s+day)?(?:,?\s*(?:every\s+day|daily|(?:7|seven)\s+days\s+a\s+week))?)"
    r"(?:,?\s*365\s+days(?:\s+a\s+year)?)?\.?\s*",
    re.IGNORECASE,
)


_LONGEST = 600
"""Characters at most: what is longer tells more than hours."""


def opening_rows(text: str) -> list[dict[str, Any]]:
    """Rows of hours, or nothing where any part of the text can mean something else."""
    text = BETWEEN.sub(r"\1 to ", re.sub(r"[–—−]", "-", text.replace("\r", ""))).rstrip()
    if len(text) > _LONGEST:
        return []
    text = _TERM_FIRST.sub(r"\g<spans> \g<said>", text)
    if _ALWAYS.fullmatch(text):
        return [{"days": list(WEEKDAYS), "opens": "00:00", "closes": "24:00"}]
    rows: list[dict[str, Any]] = []
    at = 0
    while at < len(text):
        if closed := _CLOSED.match(text, at):
            at = closed.end()
            continue
        found = next(filter(None, (entry.match(text, at) for entry in _ENTRIES)), None)
        made = [*_rows(found)] if found else []
        if not found or not made:
            return []
        rows += made
        at = found.end()
    return rows if len({repr(row) for row in rows}) == len(rows) else []


def _rows(found: re.Match[str]) -> Iterator[dict[str, Any]]:
    """A row for each span of one entry, or none where it cannot be sure."""
    days = _days(found["days"] or found["nth"])
    spans = spans_in(found["spans"])
    said = {"closed_on_bank_holidays": found["bank"], "term_time": found["term"], "by_appointment": found["appointment"]}
    marks: dict[str, Any] = {name: True for name, words in said.items() if words}
    if found["weeks"]:
        marks["week"] = [_NTH[word.lower()] for word in re.findall(_WEEK, found["weeks"], re.IGNORECASE)]
    for opens, closes in spans if days else ():
        yield {"days": days, "opens": opens, "closes": closes, **marks}


def _days(text: str) -> list[str]:
    text = text.lower()
    if text in _MANY:
        return list(_MANY[text])
    found: list[str] = []
    for part in re.split(r",|&|/|\band\b", text):
        ends = [_index(word) for word in re.split(_TO, part.strip())]
        if len(ends) > 2 or any(end is None for end in ends):
            return []
        first, last = ends[0] or 0, ends[-1] or 0
        found += [WEEKDAYS[(first + step) % 7] for step in range((last - first) % 7 + 1)]
    return list(dict.fromkeys(found))


def _index(word: str) -> int | None:
    plain = word.strip(" .").lower()
    return next(
        (i for i, day in enumerate(WEEKDAYS) if plain[:3] == day[:3] and (day.startswith(plain.rstrip("s")) or len(plain) <= 5)), None
    )
