#!/usr/bin/env bash
# Opening hours: a comment alone is "open" in Python and "unknown" in JavaScript
#
# Versions:  opening-hours-py 2.1.4 (PyPI), opening_hours 3.15.0 (npm)
# Input:     three expressions of the OpenStreetMap language, as a directory would write them
# Expected:  two libraries for one published language agree on whether a place is open; words such
#            as "ring first" never make a place open
# Behaviour: the Python library takes a rule that is only a comment, hours with a comment, and an
#            open end ("09:00+") as open. The JavaScript library says unknown. At 11.30pm Python
#            still says that a clinic which opens at 9am without a closing time is open.
# Seen:
#   Sat 10:00 Mo-Fr 09:00-17:00 || "ring first"     Python: open   JavaScript: unknown
#   Fri 10:00 Mo-Fr 09:00-17:00 "by appointment"    Python: open   JavaScript: unknown
#   Fri 23:30 Mo-Fr 09:00+                          Python: open   JavaScript: unknown
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check opening-hours-py==2.1.4
npm install --silent --no-audit --no-fund --prefix "$work" opening_hours@3.15.0

cat >"$work/cases.json" <<'JSON'
[["2026-12-05T10:00", "Mo-Fr 09:00-17:00 || \"ring first\""],
 ["2026-12-04T10:00", "Mo-Fr 09:00-17:00 \"by appointment\""],
 ["2026-12-04T23:30", "Mo-Fr 09:00+"]]
JSON
cat >"$work/ask.mjs" <<'JS'
import { readFileSync } from 'node:fs'
import OpeningHours from 'opening_hours'

const cases = JSON.parse(readFileSync('cases.json', 'utf8'))
const states = cases.map(([day, hours]) => {
  const parsed = new OpeningHours(hours, null)
  const when = new Date(day)
  if (parsed.getUnknown(when)) return 'unknown'
  return parsed.getState(when) ? 'open' : 'closed'
})
console.log(JSON.stringify(states))
JS
(cd "$work" && node ask.mjs >javascript.json)

cd "$work" && venv/bin/python - <<'PY'
import json
from datetime import datetime
from pathlib import Path

from opening_hours import OpeningHours

cases = json.loads(Path("cases.json").read_text())
javascript = json.loads(Path("javascript.json").read_text())
for (day, hours), other in zip(cases, javascript, strict=True):
    when = datetime.fromisoformat(day)
    state = str(OpeningHours(hours).state(when)[0]).removeprefix("State.").lower()
    print(f"{when:%a %H:%M} {hours:<36}  Python: {state:<6} JavaScript: {other}")
    assert (state, other) == ("open", "unknown"), "changed"
PY
