#!/usr/bin/env bash
# quicktype: its Python reads the time 09:30:00Z as a date of today, and 08001111 as 8001111
#
# Versions:  quicktype 26.0.0 (npm), python-dateutil 2.9.0.post0 (PyPI)
# Input:     a JSON Schema with the date and the time of an Open Referral schedule and a phone number,
#            and samples with the numbers 111 and 116123 as strings; Python made from each
# Expected:  a record that is read and written by the code made for its schema stays valid and equal
# Behaviour: date, time and date-time all become datetime by dateutil, and are written by isoformat:
#            a time gains the day on which the program runs, a date gains midnight, and neither is
#            what its format in the schema asks for. From samples, strings of figures become int,
#            so the nought of the next number goes.
# Seen on 1 December 2026:
#   from a schema: valid_from 2026-09-01 is written 2026-09-01T00:00:00
#   from a schema: opens_at 09:30:00Z is written 2026-12-01T09:30:00+00:00
#   from a schema: phone 08001111 is written 08001111
#   from samples:  phone 08001111 is written 8001111
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check python-dateutil==2.9.0.post0
npm install --silent --no-audit --no-fund --prefix "$work" quicktype@26.0.0 2>/dev/null
cd "$work"

cat >schedule.json <<'JSON'
{
  "$schema": "http://json-schema.org/draft-07/schema#", "title": "Schedule", "type": "object",
  "required": ["valid_from", "opens_at", "phone"],
  "properties": {
    "valid_from": {"type": "string", "format": "date"},
    "opens_at": {"type": "string", "format": "time"},
    "phone": {"type": "string"}
  }
}
JSON
echo '[{"phone": "111"}, {"phone": "116123"}]' >lines.json
quicktype() { node_modules/.bin/quicktype --lang python --python-version 3.7 "$@"; }
quicktype --src-lang schema --top-level Schedule --out by_schema.py schedule.json
quicktype --top-level Lines --out by_samples.py lines.json

venv/bin/python - <<'PY'
from datetime import date

from by_samples import lines_from_dict, lines_to_dict
from by_schema import schedule_from_dict, schedule_to_dict

RECORD = {"valid_from": "2026-09-01", "opens_at": "09:30:00Z", "phone": "08001111"}
before = date.today().isoformat()
schedule = schedule_to_dict(schedule_from_dict(RECORD))
after = date.today().isoformat()
for name, value in RECORD.items():
    print(f"from a schema: {name} {value} is written {schedule[name]}")
(line,) = lines_to_dict(lines_from_dict([{"phone": "08001111"}]))
print(f"from samples:  phone 08001111 is written {line['phone']}")
assert schedule["valid_from"] == "2026-09-01T00:00:00", "changed for dates"
assert schedule["opens_at"] in {f"{day}T09:30:00+00:00" for day in (before, after)}, "changed for times"
assert schedule["phone"] == "08001111", "changed for text"
assert line == {"phone": "8001111"}, "changed for samples"
PY
