"""Read schedules of the standard's versions: a row of hours where a row can say it, and words of the feed where none can."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from generator.knowledge.directory.importing.mending import fitted
from generator.knowledge.directory.importing.notes import Notes
from generator.knowledge.directory.importing.words import clean
from generator.knowledge.directory.openreferral.codes import clock_in, weekdays
from generator.knowledge.model.labels import WEEKDAYS, WEEKS_OF_MONTH
from generator.knowledge.text.formatting import short_day

Row = dict[str, Any]

_BYDAY = re.compile(r"([+-]?[0-9]{1,2})?(MO|TU|WE|TH|FR|SA|SU)")
_DAY = re.compile(r"([0-9]{4})-?([0-9]{2})-?([0-9]{2})")
_NOT_PLAIN = ("bymonthday", "byweekno", "byyearday", "bymonth", "bysetpos", "count", "exdate")
"""Parts of a rule that a row cannot say. `count` ends it on a day that only the rule knows."""

_OFTEN = {"DAY": "DAILY", "WEEK": "WEEKLY", "MONTH": "MONTHLY", "YEAR": "YEARLY"}
"""The standard's word for what some feeds write."""

_IRREGULAR = re.compile(
    r"(?i)\b(?:fortnight\w*|bi-?weekly|alternate|monthly|each month|every four|"
    r"every (?:other|second|third|two|three|\d)|of (?:the|every|each) month"
    r"|(?:1st|2nd|3rd|4th|5th|first|second|third|fourth|fifth|last)(?:\s+(?:and|&)\s+\w+)?\s+(?:mon|tue|wed|thu|fri|sat|sun)\w*)\b"
)
_TERM = re.compile(r"(?i)\bterm[- ]?time\b|\bschool terms?\b|\bduring terms?\b")
_APPOINTMENT = re.compile(r"(?i)\bby (?:prior )?appointment\b|\bappointments? (?:only|needed|required|necessary)\b")


@dataclass(frozen=True)
class FoundHours:
    """The opening hours of schedules."""

    rows: list[Row]
    words: list[str]
    """Hours that no row can hold, in words."""


def hours_of(schedules: list[Mapping[str, Any]], today: date, notes: Notes) -> FoundHours:
    """The rows and the words of schedules. One that has ended is only noted."""
    rows: list[Row] = []
    words: list[str] = []
    for schedule in schedules:
        row = _row(schedule, notes)
        said = said_of(schedule)
        _, until = _period(schedule)
        if until and until < today.isoformat():
            notes.left("hours", "times that have ended", said)
        elif row and row not in rows:
            rows.append(row)
        elif not row and said:
            words.append(said)
            notes.kept("hours", "times that a row cannot say stand as words in `hours_note`", said)
    return FoundHours(rows, list(dict.fromkeys(words)))


def _row(schedule: Mapping[str, Any], notes: Notes) -> Row | None:
    """A row of hours, or None where it would say more or less than the feed."""
    freq, interval = _freq(schedule), _interval(schedule.get("interval"))
    text = " ".join(clean(str(schedule[key])) for key in ("description", "notes", "schedule") if schedule.get(key))
    when = _on(schedule, freq)
    opens, closes = _clock(schedule.get("opens_at")), _clock(schedule.get("closes_at"))
    begins, until = _period(schedule)
    ruled = any(schedule.get(key) for key in _NOT_PLAIN) or _IRREGULAR.search(text) or _other_zone(schedule.get("timezone"))
    if not when or not opens or interval is None or ruled or (schedule.get("closes_at") and not closes):
        return None
    days, weeks = when
    if (interval > 1 and (weeks or freq == "MONTHLY" or not begins)) or (begins and until and until < begins):
        return None
    if opens == closes:
        if opens != "00:00":
            return None
        notes.mended("hours", "00:00 to 00:00 is the whole day")
        closes = "24:00"
    row: Row = {"label": _label(schedule, notes), "days": days, "opens": opens, "closes": closes or None}
    row |= {"every": interval if interval > 1 else None, "week": weeks, "from": begins, "until": until}
    row |= {"term_time": bool(_TERM.search(text)), "by_appointment": bool(_APPOINTMENT.search(text))}
    return {key: value for key, value in row.items() if value not in (None, [], False, "")}


def _freq(schedule: Mapping[str, Any]) -> str:
    """How often: `WEEKLY`, also where a feed says `week`."""
    said = str(schedule.get("freq") or "").strip().upper()
    return _OFTEN.get(said, said)


def _period(schedule: Mapping[str, Any]) -> tuple[str | None, str | None]:
    """The first and the last day of a schedule. Of two last days the earlier counts: what its rule says, and how long that is valid."""
    begins = _day(schedule.get("dtstart")) or _day(schedule.get("valid_from"))
    ends = (_day(schedule.get(key)) for key in ("valid_to", "until"))
    return begins, min(filter(None, ends), default=None)


def _label(schedule: Mapping[str, Any], notes: Notes) -> str:
    said = [clean(str(schedule[key])) for key in ("description", "notes") if schedule.get(key)]
    rest = [text for text in dict.fromkeys(said) if not re.fullmatch(r"(?i)(?:term[- ]?time(?: only)?|by appointment(?: only)?)\.?", text)]
    return fitted("; ".join(rest), 160, "hours", notes)


def _on(schedule: Mapping[str, Any], freq: str) -> tuple[list[str], list[int]] | None:
    """The days, and which of a month. None where the rule is neither of weeks nor of months, or contradicts itself."""
    codes = [code.strip().upper() for code in re.split(r"[,;\s]+", str(schedule.get("byday") or "")) if code.strip()][:14]
    if freq == "DAILY" and not codes:
        return list(WEEKDAYS), []
    found = [_BYDAY.fullmatch(code) for code in codes]
    if not found and schedule.get("weekday"):
        days = _weekdays(schedule["weekday"])
        return (days, []) if days and freq in ("", "WEEKLY") else None
    if not found or not all(found) or freq not in ("", "WEEKLY", "MONTHLY", "DAILY"):
        return None
    weeks = list(dict.fromkeys(int(one[1]) for one in found if one and one[1]))
    days = list(dict.fromkeys(weekdays(",".join(codes))))
    monthly = freq in ("", "MONTHLY") and len(weeks) * len(days) == len(set(codes)) and set(weeks) <= {1, 2, 3, 4, 5, -1}
    if weeks:
        return ([*days], weeks) if monthly else None
    return None if freq == "MONTHLY" else ([*days], [])


def _weekdays(value: object) -> list[str]:
    """Days of version 1 and 2, which have a name, or a number from 1, Monday."""
    words = value if isinstance(value, list) else [value]
    found = []
    for word in words[:7]:
        text = clean(str(word)).lower().split("/")[-1]
        if text.isdecimal() and 1 <= int(text) <= 7:
            found.append(WEEKDAYS[int(text) - 1])
        found += [day for day in WEEKDAYS if text[:3] == day[:3] and day.startswith(text.rstrip("s")[:9])]
    return list(dict.fromkeys(found)) if len(found) == len(words) else []


def _interval(value: object) -> int | None:
    if value in (None, "", 0, "0"):
        return 1
    text = str(value).removesuffix(".0")
    return int(text) if text.isdecimal() and 1 <= int(text) <= 52 else None


def _clock(value: object) -> str:
    """A time: `9:00`, `09:00:00Z`, `24:00:00`, `9am`."""
    text = str(value or "").strip().lower()
    text = text.split("t")[-1] if re.match(r"[0-9]{4}-[0-9]{2}-[0-9]{2}t", text) else text
    if re.fullmatch(r"24:00(?::00)?", text):
        return "24:00"
    spoken = re.fullmatch(r"(1[0-2]|0?[1-9])(?:[:.]([0-5][0-9]))?\s?([ap])\.?m\.?", text)
    if spoken:
        hour = int(spoken[1]) % 12 + (12 if spoken[3] == "p" else 0)
        return f"{hour:02}:{spoken[2] or '00'}"
    return clock_in(f"0{text}" if re.match(r"[0-9]:", text) else text.upper())


def _day(value: object) -> str | None:
    found = _DAY.match(str(value or "").strip())
    try:
        return date(int(found[1]), int(found[2]), int(found[3])).isoformat() if found else None
    except ValueError:
        return None


def _other_zone(value: object) -> bool:
    """Whether times are of another time zone than that of the United Kingdom. The standard counts hours from Greenwich."""
    return value not in (None, "", 0, "0", 1, "1", "GMT", "BST", "UTC", "Europe/London")


def said_of(schedule: Mapping[str, Any]) -> str:
    """A schedule in words: `every 2 weeks, Tuesday 10:00-12:00, from 3 Nov 2026`."""
    freq, interval = _freq(schedule), _interval(schedule.get("interval"))
    unit = {"WEEKLY": "week", "MONTHLY": "month", "DAILY": "day", "YEARLY": "year"}.get(freq, "")
    often = f"every {interval} {unit or 'week'}s" if interval and interval > 1 else f"every {unit}" if unit in ("month", "year") else ""
    codes = [code.strip().upper() for code in str(schedule.get("byday") or schedule.get("weekday") or "").split(",") if code.strip()][:14]
    days = " and ".join(_named(code) for code in codes)
    times = "-".join(filter(None, (_brief(schedule.get("opens_at")), _brief(schedule.get("closes_at")))))
    dates = f"on day {schedule['bymonthday']} of the month" if schedule.get("bymonthday") else ""
    begins, until = _period(schedule)
    period = [
        f"from {short_day(date.fromisoformat(begins))}" if begins else "",
        f"until {short_day(date.fromisoformat(until))}" if until else "",
    ]
    rest = [clean(str(schedule[key])) for key in ("description", "notes", "schedule", "rrule") if schedule.get(key)]
    return ", ".join(filter(None, [often, dates, " ".join(filter(None, (days, times))), *period, *dict.fromkeys(rest)]))


def _named(code: str) -> str:
    found = _BYDAY.fullmatch(code)
    if not found:
        return code
    day = weekdays(found[2])[0].capitalize()
    return f"the {WEEKS_OF_MONTH.get(int(found[1]), found[1].lstrip('+'))} {day}" if found[1] else day


def _brief(value: object) -> str:
    text = str(value or "").strip()
    return _clock(text) or text[:20]
