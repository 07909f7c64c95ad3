"""The only place that asks what day it is. Templates and rules are told."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime

from generator.problems import Place, Report, Stopped, printable, rule

VARIABLE = "SOURCE_DATE_EPOCH"
"""The environment's variable that fixes the day of a build, in seconds since 1970: https://reproducible-builds.org/specs/source-date-epoch/"""

_LATEST = 2**32 - 1
"""The last second that a gzip, as the site's map is, can tell: 7 February 2106 (RFC 1952, MTIME)."""


def today() -> date:
    """The day of the build: SOURCE_DATE_EPOCH where it is set, so that builds can be repeated; else now, in UTC.

    Raises Stopped where SOURCE_DATE_EPOCH is not a number of seconds that a build can use.
    """
    told = os.environ.get(VARIABLE, "")
    if not told:
        return datetime.now(UTC).date()
    figures = told.isascii() and told.isdigit() and len(told) <= len(str(_LATEST))
    if not figures or int(told) > _LATEST:
        raise Stopped(Report([rule("build-day-wrong").at(Place(VARIABLE), value=printable(told[:40]), latest=_LATEST)]))
    return datetime.fromtimestamp(int(told), UTC).date()
