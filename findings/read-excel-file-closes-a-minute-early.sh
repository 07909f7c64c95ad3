#!/usr/bin/env bash
# read-excel-file: half past five in a sheet is 17:29 in JavaScript
#
# Versions:  read-excel-file 9.3.17, xlsx 0.18.5, exceljs 4.4.0 (npm), openpyxl 3.1.5 (PyPI)
# Input:     the 96 quarter hours of one day, once as openpyxl writes them (days as a number of 16
#            digits, 46360.72916666666 for 17:30) and once as the nearest number that a double holds
#            (46360.729166666664)
# Expected:  each quarter hour is that quarter hour, as in exceljs, which rounds to the millisecond
# Behaviour: read-excel-file cuts the fraction of a millisecond off: a third of the times are one
#            millisecond early, so hours and minutes are those of the minute before. xlsx (the last
#            SheetJS on npm) is right for whole doubles, and as early for openpyxl's digits.
# Seen, for openpyxl's numbers and for the nearest:
#   read-excel-file: 32 and 32 of 96 in the minute before, as 17:30 is 17:29:59.999
#   xlsx:            32 and 0 of 96 in the minute before, as 17:30 is 17:29:59.999
#   exceljs:         0 and 0 of 96 in the minute before
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check openpyxl==3.1.5
npm install --silent --no-audit --no-fund --prefix "$work" \
  read-excel-file@9.3.17 xlsx@0.18.5 exceljs@4.4.0 2>/dev/null
cd "$work"

venv/bin/python - <<'PY'
import re
from datetime import datetime, timedelta
from fractions import Fraction
from itertools import count
from zipfile import ZipFile

import openpyxl

book = openpyxl.Workbook()
for quarter in range(96):
    time = datetime(2026, 12, 4) + timedelta(minutes=15 * quarter)
    book.active.append([f"{time:%H:%M}", time])
book.save("written.xlsx")

quarters = count()


def nearest(cell):
    return f"<v>{float(46360 + Fraction(next(quarters), 96))!r}</v>"


with ZipFile("written.xlsx") as written, ZipFile("nearest.xlsx", "w") as exact:
    for part in written.namelist():
        content = written.read(part)
        if part == "xl/worksheets/sheet1.xml":
            content = re.sub(r"<v>46360[^<]*</v>", nearest, content.decode()).encode()
        exact.writestr(part, content)
assert next(quarters) == 96, "changed in openpyxl"
PY
cat >read.mjs <<'JS'
import assert from 'node:assert/strict'
import ExcelJS from 'exceljs'
import readSheet from 'read-excel-file/node'
import SheetJS from 'xlsx'

const READERS = {
  'read-excel-file': async (file) => (await readSheet(file))[0].data,
  xlsx: (file) => {
    const { Sheets } = SheetJS.readFile(file, { cellDates: true })
    return SheetJS.utils.sheet_to_json(Object.values(Sheets)[0], { header: 1 })
  },
  exceljs: async (file) => {
    const book = new ExcelJS.Workbook()
    await book.xlsx.readFile(file)
    const rows = []
    book.worksheets[0].eachRow((row) => rows.push([row.getCell(1).value, row.getCell(2).value]))
    return rows
  },
}
const clock = (day) => day.toISOString().slice(11, 23)

const seen = {}
for (const [library, read] of Object.entries(READERS)) {
  const early = []
  let example = ''
  for (const file of ['written.xlsx', 'nearest.xlsx']) {
    const rows = await read(file)
    assert.equal(rows.length, 96)
    early.push(rows.filter(([text, day]) => clock(day).slice(0, 5) !== text).length)
    const half = clock(rows.find(([text]) => text === '17:30')[1])
    if (half !== '17:30:00.000') example = `, as 17:30 is ${half}`
  }
  seen[library] = early
  console.log(`${`${library}:`.padEnd(16)} ${early.join(' and ')} of 96 in the minute before${example}`)
}
assert.deepEqual(seen, { 'read-excel-file': [32, 32], xlsx: [32, 0], exceljs: [0, 0] }, 'changed')
JS
TZ=Europe/London node read.mjs
