"""Read opening hours that people typed, `Mon-Fri 9am-5pm`. Only what can mean one thing becomes rows."""

from __future__ import annotations

import re
from typing import Any

from generator.knowledge.model.labels import WEEKDAYS

_DAY = r"(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?"
_TO = r"\s*(?:-|–|—|to|until|till)\s*"
_TIME = r"(?:\d{1,2}(?:[:.]\d{2})?\s*(?:am|pm|a\.m\.|p\.m\.)|\d{1,2}[:.]\d{2}|midday|noon|midnight)"
_DAYS = rf"{_DAY}(?:(?:{_TO}|\s*(?:,|&|and|/)\s*){_DAY})*"
_ROW = re.compile(
    rf"(?i)\s*(?P<days>{_DAYS}|daily|every day|7 days a week|weekdays)\s*[:,]?\s*(?:from\s+)?"
    rf"(?P<opens>{_TIME}){_TO}(?P<closes>{_TIME})\s*(?:[;,.\n|]|and\b|$)"
)
_ALWAYS = re.compile(r"(?i)\s*(?:open\s+)?(?:24/7|24 hours?(?: a day)?,? (?:every day|7 days a week|seven days a week))\.?\s*")


def opening_rows(text: str) -> list[dict[str, Any]]:
    """Rows of hours, or nothing where any part of the text can mean something else."""
    if _ALWAYS.fullmatch(text):
        return [{"days": list(WEEKDAYS), "opens": "00:00", "closes": "24:00"}]
    rows, at = [], 0
    while at < len(text.rstrip()):
        found = _ROW.match(text, at)
        if not found or found.end() == at:
            return []
        days, opens, closes = _days(found["days"]), _clock(found["opens"]), _clock(found["closes"], end=True)
        if not days or not opens or not closes or opens >= closes:
            return []
        rows.append({"days": days, "opens": opens, "closes": closes})
        at = found.end()
    return rows


def _days(text: str) -> list[str]:
    text = text.lower()
    if text in ("daily", "every day", "7 days a week"):
        return list(WEEKDAYS)
    if text == "weekdays":
        return list(WEEKDAYS[:5])
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


def _clock(text: str, *, end: bool = False) -> str:
    text = text.lower().replace(".", ":").replace("a:m:", "am").replace("p:m:", "pm")
    if text in ("midday", "noon"):
        return "12:00"
    if text == "midnight":
        return "24:00" if end else "00:00"
    found = re.fullmatch(r"(\d{1,2})(?::(\d{2}))?\s*(am|pm)?", text)
    if not found or int(found[1]) > 23 or int(found[2] or 0) > 59 or (found[3] and not 1 <= int(found[1]) <= 12):
        return ""
    hour = int(found[1]) % 12 + (12 if found[3] == "pm" else 0) if found[3] else int(found[1])
    return f"{hour:02}:{found[2] or '00'}"
