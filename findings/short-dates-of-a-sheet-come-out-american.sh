#!/usr/bin/env bash
# xlsx2csv and SheetJS: 4 December in a British sheet is 12-04-26 and 12/4/26 as CSV
#
# Versions:  xlsx2csv 0.8.6, openpyxl 3.1.5 (PyPI), xlsx 0.18.5 (npm)
# Input:     a workbook with two closing dates in the system’s short date format (number format 14),
#            which a spreadsheet with British settings shows as 04/12/2026 and 15/12/2026
# Expected:  the British order where the machine is set to it, or an order that cannot be misread
# Behaviour: both write format 14 in the American order, with a year of two digits, whatever the
#            settings of the machine. A British reader takes the first date for 12 April, and only
#            a day after the twelfth shows that something is wrong. openpyxl gives the date itself.
#            xlsx2csv --dateformat and SheetJS’s dateNF name another order.
# Seen:
#   openpyxl:              2026-12-04, 2026-12-15
#   xlsx2csv:              12-04-26, 12-15-26
#   xlsx:                  12/4/26, 12/15/26
#   xlsx2csv --dateformat: 2026-12-04, 2026-12-15
#   xlsx with dateNF:      2026-12-04, 2026-12-15
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check xlsx2csv==0.8.6 openpyxl==3.1.5
npm install --silent --no-audit --no-fund --prefix "$work" xlsx@0.18.5

cat >"$work/csv.cjs" <<'JS'
const { readFile, utils } = require('xlsx')

const [dateNF] = process.argv.slice(2)
const { Sheets } = readFile('posts.xlsx', { dateNF })
console.log(utils.sheet_to_csv(Object.values(Sheets)[0]))
JS
cd "$work" && LANG=en_GB.UTF-8 LC_ALL=en_GB.UTF-8 venv/bin/python - <<'PY'
import subprocess
from datetime import date

import openpyxl

book = openpyxl.Workbook()
for day in (date(2026, 12, 4), date(2026, 12, 15)):
    book.active.append([day])
    book.active.cell(book.active.max_row, 1).number_format = openpyxl.styles.numbers.BUILTIN_FORMATS[14]
book.save("posts.xlsx")


def run(*command):
    return subprocess.check_output(command, text=True).split()


sheet = openpyxl.load_workbook("posts.xlsx").active
convert = "venv/bin/xlsx2csv"
seen = {
    "openpyxl": [f"{day:%Y-%m-%d}" for (day,) in sheet.iter_rows(values_only=True)],
    "xlsx2csv": run(convert, "posts.xlsx"),
    "xlsx": run("node", "csv.cjs"),
    "xlsx2csv --dateformat": run(convert, "--dateformat", "%Y-%m-%d", "posts.xlsx"),
    "xlsx with dateNF": run("node", "csv.cjs", "yyyy-mm-dd"),
}
for tool, days in seen.items():
    print(f"{tool + ':':<22} {', '.join(days)}")
assert seen["xlsx2csv"] == ["12-04-26", "12-15-26"], "changed in xlsx2csv"
assert seen["xlsx"] == ["12/4/26", "12/15/26"], "changed in xlsx"
named = [seen["openpyxl"], seen["xlsx2csv --dateformat"], seen["xlsx with dateNF"]]
assert named == [["2026-12-04", "2026-12-15"]] * 3, "changed where the order is named"
PY
