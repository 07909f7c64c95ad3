"""Convert ids, days, times and statuses between our values and those of the standard."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any
from uuid import NAMESPACE_URL, UUID, uuid5

from generator.knowledge.model.contact_points import Clock, Weekday

OUR_TERMS = uuid5(NAMESPACE_URL, "https://openreferraluk.org/fingerpost")
"""Every id below comes from this one, so the same slug has the same id wherever and whenever a feed is made."""

STATUS_OUT: dict[str, Any] = {"active": "active", "paused": "temporarily closed", "closed": "defunct"}
"""Our status to the standard's."""

STATUS_IN = {"active": "active", "inactive": "paused", "temporarily closed": "paused", "defunct": "closed"}
"""And back. `inactive` says that a service cannot be used now, and no more."""

_DAYS: dict[Weekday, str] = {
    "monday": "MO", "tuesday": "TU", "wednesday": "WE", "thursday": "TH", "friday": "FR", "saturday": "SA", "sunday": "SU",
}  # fmt: skip
_NAMES = {code: day for day, code in _DAYS.items()}
_TIME = re.compile(r"([01][0-9]|2[0-3]):([0-5][0-9])(:[0-5][0-9])?(\.[0-9]+)?(Z|[+-][0-9:]{2,5})?")

MIDNIGHT = "23:59:59"
"""The end of a day in feeds: their readers know no 24:00."""

BANK_HOLIDAYS = "Closed on bank holidays."
"""What the notes of a schedule say where our record says so."""


def service_id(slug: str) -> UUID:
    """The id of a service: stable, because its slug is."""
    return uuid5(OUR_TERMS, f"service/{slug}")


def part_id(kind: str, *names: str) -> UUID:
    """The id of anything else, by its kind and what it is told apart by."""
    return uuid5(OUR_TERMS, "/".join([kind, *names]))


def byday(days: list[Weekday], weeks: Sequence[int] = ()) -> str:
    """Days as the standard has them: `MO,TU`; with weeks of the month `1MO,-1MO`."""
    return ",".join(f"{week}{_DAYS[day]}" for week in weeks for day in days) or ",".join(_DAYS[day] for day in days)


def weekdays(codes: str) -> list[Weekday]:
    """Days from the standard's codes, in their order; what is none is left out. `1MO` is a Monday."""
    found = (_NAMES.get(code.strip().upper()[-2:]) for code in codes.split(",")[:7])
    return [day for day in found if day]


def clock_out(clock: Clock) -> str:
    """A time as feeds have it."""
    return MIDNIGHT if clock == "24:00" else f"{clock}:00"


def clock_in(time: str) -> str:
    """A time from a feed as we write it, or nothing where it is none."""
    found = _TIME.fullmatch(time.strip())
    if not found:
        return ""
    return "24:00" if time.strip().startswith(MIDNIGHT) else f"{found[1]}:{found[2]}"
