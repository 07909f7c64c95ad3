#!/usr/bin/env bash
# exceljs: 1 July becomes 30 June at 23:00 in the file, and reads back as 1 July
#
# Versions:  exceljs 4.4.0, xlsx 0.18.5 (npm), openpyxl 3.1.5 (PyPI)
# Input:     two closing dates and a time, as local Date objects, written under the time of London
# Expected:  the day and hour that the Date shows, as xlsx writes them: a cell knows no time zone
# Behaviour: exceljs writes the time in UTC. In winter that is the same; in summer each date is one
#            day early and each time one hour. It reads by the same rule, so its own round trip
#            gives back what went in, and only other programs, Excel among them, show the loss.
# Seen:
#   exceljs reads its own file: 2026-07-01 00:00, 2026-12-04 00:00, 2026-07-01 09:00
#   openpyxl reads exceljs:     2026-06-30 23:00, 2026-12-04 00:00, 2026-07-01 08:00
#   openpyxl reads xlsx:        2026-07-01 00:00, 2026-12-04 00:00, 2026-07-01 09:00
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check openpyxl==3.1.5
npm install --silent --no-audit --no-fund --prefix "$work" exceljs@4.4.0 xlsx@0.18.5
cd "$work"

cat >dates.mjs <<'JS'
import assert from 'node:assert/strict'
import { writeFileSync } from 'node:fs'
import ExcelJS from 'exceljs'
import XLSX from 'xlsx'

const DATES = [new Date(2026, 6, 1), new Date(2026, 11, 4), new Date(2026, 6, 1, 9)]
const book = new ExcelJS.Workbook()
book.addWorksheet('Posts').addRow(DATES)
await book.xlsx.writeFile('exceljs.xlsx')
const again = new ExcelJS.Workbook()
await again.xlsx.readFile('exceljs.xlsx')
const read = again.worksheets[0].getRow(1).values.slice(1)
console.log('exceljs reads its own file:', read.map((date) => date.toLocaleString('sv').slice(0, 16)).join(', '))
assert.deepEqual(read, DATES)

const other = XLSX.utils.book_new()
XLSX.utils.book_append_sheet(other, XLSX.utils.aoa_to_sheet([DATES]), 'Posts')
writeFileSync('xlsx.xlsx', XLSX.write(other, { type: 'buffer', bookType: 'xlsx' }))
JS
TZ=Europe/London node dates.mjs
venv/bin/python - <<'PY'
from datetime import timedelta

import openpyxl

RIGHT = ["2026-07-01 00:00", "2026-12-04 00:00", "2026-07-01 09:00"]
WANT = {"exceljs": ["2026-06-30 23:00", "2026-12-04 00:00", "2026-07-01 08:00"], "xlsx": RIGHT}
for tool, want in WANT.items():
    cells = openpyxl.load_workbook(f"{tool}.xlsx").active[1]
    whole = [cell.value + timedelta(seconds=1) for cell in cells]  # xlsx is some milliseconds off
    seen = [f"{moment:%Y-%m-%d %H:%M}" for moment in whole]
    print(f"openpyxl reads {tool + ':':<12}", ", ".join(seen))
    assert seen == want, f"changed in {tool}"
PY
