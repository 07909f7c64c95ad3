#!/usr/bin/env bash
# dateutil and pandas: a closing time of 11.59pm becomes 11pm
#
# Versions:  python-dateutil 2.9.0.post0, pandas 3.1.1 (PyPI), chrono-node 2.10.3 (npm)
# Input:     closing times as British adverts write them, with a dot between hours and minutes
# Expected:  the minutes are read, as chrono-node reads them, or the text is refused, as dateutil
#            refuses "4 December 2026 5.30pm"
# Behaviour: with the time first, or a comma before it, the minutes are dropped without a word.
#            pandas hands such texts to dateutil. The parser reads 5.30 as a decimal number of
#            hours and keeps its whole part. Open in dateutil's tracker since 2020 (issue 1052).
# Seen:
#                                       dateutil           pandas             chrono-node
#   5.30pm on Friday 4 December 2026    2026-12-04 17:00   2026-12-04 17:00   2026-12-04 17:30
#   Friday 4 December 2026, 11.59pm     2026-12-04 23:00   2026-12-04 23:00   2026-12-04 23:59
#   9.30am 4/12/2026                    2026-12-04 09:00   2026-12-04 09:00   2026-12-04 09:30
#   4 December 2026 5.30pm              refused            refused            2026-12-04 17:30
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check \
  python-dateutil==2.9.0.post0 pandas==3.1.1
npm install --silent --no-audit --no-fund --prefix "$work" chrono-node@2.10.3

cat >"$work/chrono.mjs" <<'JS'
import * as chrono from 'chrono-node'

const two = (number) => String(number).padStart(2, '0')
const read = (text) => {
  const day = chrono.en.GB.parseDate(text)
  const date = `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`
  return `${date} ${two(day.getHours())}:${two(day.getMinutes())}`
}
console.log(JSON.stringify(JSON.parse(process.argv[2]).map(read)))
JS

cd "$work" && venv/bin/python - <<'PY'
import json
import subprocess

import pandas
from dateutil import parser

TEXTS = ["5.30pm on Friday 4 December 2026", "Friday 4 December 2026, 11.59pm",
         "9.30am 4/12/2026", "4 December 2026 5.30pm"]


def read(library, text):
    try:
        return f"{library(text, dayfirst=True):%Y-%m-%d %H:%M}"
    except ValueError:
        return "refused"


command = ["node", "chrono.mjs", json.dumps(TEXTS)]
seen = {
    "dateutil": [read(parser.parse, text) for text in TEXTS],
    "pandas": [read(pandas.to_datetime, text) for text in TEXTS],
    "chrono-node": json.loads(subprocess.check_output(command)),
}
print(f"{'':<35} {'dateutil':<18} {'pandas':<18} chrono-node")
for text, *times in zip(TEXTS, *seen.values(), strict=True):
    print(f"{text:<35}", *(f"{time:<18}" for time in times[:2]), times[2])
short = ["2026-12-04 17:00", "2026-12-04 23:00", "2026-12-04 09:00", "refused"]
whole = ["2026-12-04 17:30", "2026-12-04 23:59", "2026-12-04 09:30", "2026-12-04 17:30"]
assert seen["dateutil"] == short, "changed in dateutil"
assert seen["pandas"] == short, "changed in pandas"
assert seen["chrono-node"] == whole, "changed in chrono-node"
PY
