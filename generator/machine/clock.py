"""The date of the build. No other module reads the clock; templates and checks get the date as an argument."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime

from generator.problems import Place, Report, Stopped, printable, rule

VARIABLE = "SOURCE_DATE_EPOCH"
"""The environment variable that fixes the day of a build, in seconds since 1970: https://reproducible-builds.org/specs/source-date-epoch/"""

_LATEST = 2**32 - 1
"""The latest time that gzip can store, and the site map is gzipped: 7 February 2106 (RFC 1952, MTIME)."""


def today() -> date:
    """The day of the build in UTC: SOURCE_DATE_EPOCH if it is set, so that builds are reproducible; otherwise today.

    Raises Stopped if SOURCE_DATE_EPOCH is not a number of seconds that a build can use.
    """
    seconds = os.environ.get(VARIABLE, "")
    if not seconds:
        return datetime.now(UTC).date()
    is_number = seconds.isascii() and seconds.isdigit() and len(seconds) <= len(str(_LATEST))
    if not is_number or int(seconds) > _LATEST:
        raise Stopped(Report([rule("build-day-wrong").at(Place(VARIABLE), value=printable(seconds[:40]), latest=_LATEST)]))
    return datetime.fromtimestamp(int(seconds), UTC).date()
