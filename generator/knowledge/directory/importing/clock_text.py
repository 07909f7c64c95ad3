"""Read times of day that people typed, `9.30am`, and the spans between them, `2-4pm`. Only what can mean one thing is a time."""

from __future__ import annotations

import re

_NOON = r"(?:12\s*)?(?:noon|midday)"
_CLOCK = r"(?:\d{4}|\d{1,2}(?:[:.]\d{2})?)(?:\s*(?:am|pm|a\.m\.?|p\.m\.?)(?![a-z])|\s*h(?:ou)?rs)?"
_TIME = rf"(?:{_NOON}|midnight|{_CLOCK})"
_WHOLE_DAY = r"24\s*(?:hours|hrs)(?:\s+a\s+day)?"
SPAN = rf"(?:{_WHOLE_DAY}|{_TIME}\s*(?:-|to|until|till)\s*{_TIME}(?!\d))"
"""Two times of day, or the whole day."""

BETWEEN = re.compile(rf"\bbetween\s+({_TIME})\s+and\s+", re.IGNORECASE)
"""The beginning of `between 9am and 5pm`."""

_PARTS = re.compile(rf"({_TIME})\s*(?:-|to|until|till)\s*({_TIME})(?!\d)", re.IGNORECASE)
_WRITTEN = re.compile(r"(?P<hour>\d\d?)(?:[:.]?(?P<minute>\d\d))?\s*(?P<half>am|pm)?(?P<exact>h(?:ou)?rs)?")

_MORNING, _AFTERNOON = range(7, 13), range(12, 19)
"""Hours at which people open and close where neither time says am or pm, as in `9-5`."""

_Clock = tuple[int, int]
"""Hours and minutes."""

_NOON_CLOCK: _Clock = (12, 0)


def spans_in(text: str) -> list[tuple[str, str]]:
    """The spans of a text as `09:00` and `17:00`, or none where one of them can mean several."""
    if re.fullmatch(_WHOLE_DAY, text.strip(), re.IGNORECASE):
        return [("00:00", "24:00")]
    found = [_span(opens.lower(), closes.lower()) for opens, closes in _PARTS.findall(text)]
    return [one for one in found if one] if all(found) else []


def _span(opens: str, closes: str) -> tuple[str, str] | None:
    """The one span that two written times can mean."""
    first, last = _readings(opens), _readings(closes, end=True)
    pairs = [(one, other) for one in first for other in last if one < other]
    if len(first) == len(last) == 2:  # `9-5`, `9.30-4.30`
        pairs = [(one, other) for one, other in pairs if one[0] in _MORNING and other[0] in _AFTERNOON]
    elif len(first) == 2:  # `2-4pm` is short for the shorter span
        pairs = sorted(pairs, key=lambda pair: pair[0], reverse=True)[:1]
    elif pairs and pairs[0][1] == _NOON_CLOCK:  # `10am-12`
        pairs = pairs[:1]
    return (_written(pairs[0][0]), _written(pairs[0][1])) if len(pairs) == 1 else None


def _readings(text: str, *, end: bool = False) -> list[_Clock]:
    """The times that a written one can mean: two where it does not say which half of the day."""
    if text.endswith(("noon", "midday")):
        return [_NOON_CLOCK]
    if text == "midnight":
        return [(24, 0) if end else (0, 0)]
    found = _WRITTEN.fullmatch(re.sub(r"([ap])\.m\.?", r"\1m", text))
    hour, minute = (int(found["hour"]), int(found["minute"] or 0)) if found else (99, 0)
    if not found or hour > 24 or minute > 59 or (found["half"] and not 1 <= hour <= 12):
        return []
    if found["half"]:
        return [(hour % 12 + 12 * (found["half"] == "pm"), minute)]
    if found["exact"] or hour > 12 or found["hour"].startswith("0") or re.fullmatch(r"\d{4}", text):
        return [(hour, minute)]
    return [(hour, minute), ((hour + 12) if hour < 12 else 24 * end, minute)]


def _written(clock: _Clock) -> str:
    return f"{clock[0]:02}:{clock[1]:02}"
