"""The only place that asks what day it is. Templates and rules are told."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime


def today() -> date:
    """The day of the build: SOURCE_DATE_EPOCH (seconds since 1970) where it is set, so that builds can be repeated; else now, in UTC."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    moment = datetime.fromtimestamp(int(epoch), UTC) if epoch.isdigit() else datetime.now(UTC)
    return moment.date()
