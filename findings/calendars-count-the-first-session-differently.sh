#!/usr/bin/env bash
# Three sessions on Wednesdays, from Monday 5 October: four in one library, three in the others
#
# Versions:  recurring-ical-events 3.8.2, icalendar 7.3.2, python-dateutil 2.9.0.post0 (PyPI),
#            ical.js 2.2.1 (npm)
# Input:     a schedule as Open Referral allows it: freq WEEKLY, byday WE, count 3, and a dtstart of
#            the Monday on which the term begins. RFC 5545 says that DTSTART should match the rule,
#            leaves open what follows where it does not, and counts it as the first occurrence.
# Expected:  the same three days everywhere
# Behaviour: recurring-ical-events adds the Monday, and still counts three Wednesdays: four
#            sessions for COUNT=3. dateutil and ical.js leave the Monday out. None does as the RFC's
#            sentence on COUNT would have it (5, 7 and 14 October).
# Seen:
#   recurring-ical-events: 2026-10-05, 2026-10-07, 2026-10-14, 2026-10-21
#   dateutil:              2026-10-07, 2026-10-14, 2026-10-21
#   ical.js:               2026-10-07, 2026-10-14, 2026-10-21
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check \
  recurring-ical-events==3.8.2 icalendar==7.3.2 python-dateutil==2.9.0.post0
npm install --silent --no-audit --no-fund --prefix "$work" ical.js@2.2.1

cat >"$work/days.mjs" <<'JS'
import ICAL from 'ical.js'

const start = ICAL.Time.fromString('2026-10-05T10:00:00')
const days = ICAL.Recur.fromString(process.argv[2]).iterator(start)
const seen = []
for (let day = days.next(); day; day = days.next()) seen.push(day.toString().slice(0, 10))
console.log(JSON.stringify(seen))
JS

cd "$work" && venv/bin/python - <<'PY'
import json
import subprocess
from datetime import datetime

import recurring_ical_events
from dateutil.rrule import rrulestr
from icalendar import Calendar

RULE = "FREQ=WEEKLY;BYDAY=WE;COUNT=3"
LINES = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//example//walks//EN", "BEGIN:VEVENT",
         "UID:walk", "DTSTAMP:20260901T000000Z", "DTSTART:20261005T100000",
         "DTEND:20261005T120000", f"RRULE:{RULE}", "SUMMARY:Walk", "END:VEVENT",
         "END:VCALENDAR", ""]
calendar = Calendar.from_ical("\r\n".join(LINES))
events = recurring_ical_events.of(calendar).between((2026, 9, 1), (2027, 9, 1))
command = ["node", "days.mjs", RULE]
seen = {
    "recurring-ical-events": sorted(f"{event['DTSTART'].dt:%Y-%m-%d}" for event in events),
    "dateutil": [f"{day:%Y-%m-%d}" for day in rrulestr(RULE, dtstart=datetime(2026, 10, 5, 10))],
    "ical.js": json.loads(subprocess.check_output(command)),
}
for library, days in seen.items():
    print(f"{library + ':':<22} {', '.join(days)}")
wednesdays = ["2026-10-07", "2026-10-14", "2026-10-21"]
assert seen["recurring-ical-events"] == ["2026-10-05", *wednesdays], "changed"
assert seen["dateutil"] == seen["ical.js"] == wednesdays, "changed"
PY
