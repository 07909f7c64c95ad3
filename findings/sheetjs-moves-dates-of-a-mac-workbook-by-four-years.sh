#!/usr/bin/env bash
# SheetJS: with cellDates, 4 December 2026 of a workbook that counts from 1904 is 3 December 2022
#
# Versions:  xlsx 0.18.5, exceljs 4.4.0 (npm), XlsxWriter 3.3.1, openpyxl 3.1.5 (PyPI)
# Input:     a workbook that counts its days from 1904, as Excel for Mac did by default until 2011,
#            and as every copy of such a workbook still does
# Expected:  the same day in every way to read it
# Behaviour: the library knows of 1904, since its CSV has the right day. As Date objects, which
#            cellDates asks for, all dates are 1,462 days early: still plausible, and in the past.
#            exceljs and openpyxl have the right day.
# Seen:
#   openpyxl:        2026-12-04
#   exceljs:         2026-12-04
#   xlsx, as CSV:    Ware Group,2026-12-04
#   xlsx, cellDates: 2022-12-03
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check XlsxWriter==3.3.1 openpyxl==3.1.5
npm install --silent --no-audit --no-fund --prefix "$work" xlsx@0.18.5 exceljs@4.4.0
cd "$work"

venv/bin/python - <<'PY'
from datetime import date

import openpyxl
import xlsxwriter

with xlsxwriter.Workbook("mac.xlsx", {"date_1904": True}) as book:
    sheet = book.add_worksheet()
    sheet.write("A1", "Ware Group")
    sheet.write_datetime("B1", date(2026, 12, 4), book.add_format({"num_format": "yyyy-mm-dd"}))
seen = openpyxl.load_workbook("mac.xlsx").active["B1"].value.date()
print("openpyxl:       ", seen)
assert seen == date(2026, 12, 4), "changed in openpyxl"
PY
cat >read.mjs <<'JS'
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import ExcelJS from 'exceljs'
import XLSX from 'xlsx'

const book = new ExcelJS.Workbook()
await book.xlsx.readFile('mac.xlsx')
const day = (date) => date.toISOString().slice(0, 10)
const excel = day(book.worksheets[0].getCell('B1').value)
const sheet = (options) => Object.values(XLSX.read(readFileSync('mac.xlsx'), options).Sheets)[0]
const csv = XLSX.utils.sheet_to_csv(sheet({}))
const dates = day(XLSX.utils.sheet_to_json(sheet({ cellDates: true }), { header: 1 })[0][1])
console.log('exceljs:        ', excel)
console.log('xlsx, as CSV:   ', csv)
console.log('xlsx, cellDates:', dates)
assert.equal(excel, '2026-12-04')
assert.equal(csv.trim(), 'Ware Group,2026-12-04')
assert.equal(dates, '2022-12-03')
JS
TZ=Europe/London node read.mjs
