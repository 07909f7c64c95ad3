"""Opening hours as people read them (NHS content style: `9am to 5:30pm`, midday, midnight).

`templates/browser/text/opening-hours.js` does the same with the hours in the data of the search.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from generator.knowledge.model import Hours
from generator.knowledge.model.contact_points import Weekday
from generator.knowledge.model.labels import WEEKDAYS, WEEKS_OF_MONTH
from generator.knowledge.text.formatting import day as day_in_words
from generator.knowledge.text.formatting import join_words, lower_first

EVERY_DAY = "Every day"


@dataclass(frozen=True)
class Open:
    """One row of hours in words: what is open (often empty), which days, and from when to when."""

    label: str
    days: str
    times: str
    closed_on_bank_holidays: bool
    beside: str = ""
    """What narrows these times: `from 3 November 2026, term time only`."""

    @property
    def days_within(self) -> str:
        """The days for the middle of a sentence: days of the week keep their capitals."""
        return self.days if self.days.startswith(tuple(day.capitalize() for day in WEEKDAYS)) else lower_first(self.days)

    @property
    def line(self) -> str:
        """The row as one line: `Monday to Friday, 9am to 5pm`, or `24 hours, every day`."""
        words = f"{self.times}, {self.days_within}" if self.times == "24 hours" else f"{self.days}, {self.times}"
        said = [words, self.beside, "not on bank holidays" if self.closed_on_bank_holidays else ""]
        return (f"{self.label}: " if self.label else "") + ", ".join(filter(None, said))


def opening_words(hours: Iterable[Hours]) -> list[Open]:
    """Each row of hours in words, in the order of the data."""
    return [Open(row.label or "", recurring_days(row), times(row), row.closed_on_bank_holidays, _beside(row)) for row in hours]


def recurring_days(row: Hours) -> str:
    """The days of a row, with how often they come back: `Every 2 weeks on Tuesday`, `First and third Monday of the month`."""
    if row.week:
        named = join_words([words for week, words in WEEKS_OF_MONTH.items() if week in row.week])
        return f"{named.capitalize()} {join_words([day.capitalize() for day in WEEKDAYS if day in row.days])} of the month"
    if row.every:
        on = days(row.days)
        return f"Every {row.every} weeks" + ("" if on == EVERY_DAY else f" on {on}")
    return days(row.days)


def _beside(row: Hours) -> str:
    """What days and times do not say."""
    said = [
        f"from {day_in_words(row.begins)}" if row.begins else "",
        f"until {day_in_words(row.until)}" if row.until else "",
        "term time only" if row.term_time else "",
        "by appointment" if row.by_appointment else "",
    ]
    return ", ".join(filter(None, said))


def days(named: Collection[Weekday]) -> str:
    """`Monday to Friday`, `Every day`, `Saturday and Sunday`, `Friday to Monday`."""
    week = [WEEKDAYS.index(day) for day in dict.fromkeys(named)]
    found = sorted(week)
    if len(found) == len(WEEKDAYS):
        return EVERY_DAY
    runs = [start for start in found if (start - 1) % 7 not in found]
    if len(runs) == 1 and len(found) > 2:
        return f"{_name(runs[0])} to {_name((runs[0] + len(found) - 1) % 7)}"
    return join_words([_name(day) for day in found])


def times(row: Hours) -> str:
    """`9am to 5pm`, `24 hours`, or `from 7pm` if the end is not known."""
    if row.all_day:
        return "24 hours"
    return f"{clock(row.opens)} to {clock(row.closes)}" if row.closes else f"from {clock(row.opens)}"


def clock(value: str) -> str:
    """A time on the 24-hour clock as `9am`, `5:30pm`, `midday` or `midnight`."""
    if value in ("00:00", "24:00"):
        return "midnight"
    if value == "12:00":
        return "midday"
    hour, minute = value.split(":")
    rest = "" if minute == "00" else f":{minute}"
    return f"{int(hour) % 12 or 12}{rest}{'am' if int(hour) < 12 else 'pm'}"


def _name(day: int) -> str:
    return WEEKDAYS[day].capitalize()
