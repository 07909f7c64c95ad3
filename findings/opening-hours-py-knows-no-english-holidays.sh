#!/usr/bin/env bash
# opening-hours-py: country="GB" is open on Easter Monday and the August bank holiday
#
# Versions:  opening-hours-py 2.1.4 (PyPI)
# Input:     "Mo-Fr 09:00-17:00; PH off" with country="GB", and with the coordinates of Watford
# Expected:  closed on every bank holiday in England, or at least a way to name England
# Behaviour: only the holidays that all four nations share are known, so Easter Monday, the summer
#            bank holiday and the day in lieu of a New Year's Day at a weekend count as working
#            days. No argument names a nation, and coordinates do not choose one.
# Seen:
#   2026-12-28 Boxing Day, in lieu     country: closed  coordinates: closed
#   2026-05-04 early May               country: closed  coordinates: closed
#   2026-04-06 Easter Monday           country: OPEN    coordinates: OPEN
#   2026-08-31 summer bank holiday     country: OPEN    coordinates: OPEN
#   2028-01-03 New Year's Day, in lieu country: OPEN    coordinates: OPEN
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check opening-hours-py==2.1.4

"$work/venv/bin/python" - <<'PY'
from datetime import datetime

from opening_hours import OpeningHours

HOURS = "Mo-Fr 09:00-17:00; PH off"
by_country = OpeningHours(HOURS, country="GB")
by_place = OpeningHours(HOURS, coords=(51.65, -0.39))
days = {
    "2026-12-28": ("Boxing Day, in lieu", False),
    "2026-05-04": ("early May", False),
    "2026-04-06": ("Easter Monday", True),
    "2026-08-31": ("summer bank holiday", True),
    "2028-01-03": ("New Year's Day, in lieu", True),
}
for day, (name, wrongly_open) in days.items():
    ten = datetime.fromisoformat(f"{day}T10:00")
    seen = [hours.is_open(ten) for hours in (by_country, by_place)]
    words = ["OPEN" if one else "closed" for one in seen]
    print(f"{day} {name:<23} country: {words[0]:<6}  coordinates: {words[1]}")
    assert seen == [wrongly_open, wrongly_open], f"changed on {day}"
PY
