#!/usr/bin/env bash
# openpyxl: a workbook saved as "Strict Open XML Spreadsheet" opens with no sheets, and no error
#
# Versions:  openpyxl 3.1.5, python-calamine 0.9.1, XlsxWriter 3.3.1 (PyPI), exceljs 4.4.0,
#            xlsx 0.18.5 (npm)
# Input:     one row, in the ordinary form (Transitional) and in the Strict form of ISO/IEC 29500
#            that Excel offers under "Save as", which has other namespaces
# Expected:  the row, as calamine, exceljs and SheetJS give it, or an error
# Behaviour: load_workbook returns a workbook without a sheet. What is said is a warning of "an
#            invalid specification", which names neither the sheet nor Strict. A loop over its
#            sheets finds nothing to read, and nothing to complain of.
# Seen:
#   transitional: openpyxl 1 row, calamine 1 row, exceljs 1 row, xlsx 1 row
#   strict:       openpyxl 0 rows, calamine 1 row, exceljs 1 row, xlsx 1 row
#   warned: File contains an invalid specification for 0. This will be removed
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check \
  openpyxl==3.1.5 python-calamine==0.9.1 XlsxWriter==3.3.1
npm install --silent --no-audit --no-fund --prefix "$work" exceljs@4.4.0 xlsx@0.18.5
cd "$work"

cat >make.py <<'PY'
import zipfile

import xlsxwriter

TRANSITIONAL = "http://schemas.openxmlformats.org/"
STRICT = {
    f"{TRANSITIONAL}spreadsheetml/2006/main": "http://purl.oclc.org/ooxml/spreadsheetml/main",
    f"{TRANSITIONAL}drawingml/2006/main": "http://purl.oclc.org/ooxml/drawingml/main",
    "/extended-properties": "/extendedProperties",
    f"{TRANSITIONAL}officeDocument/2006/": "http://purl.oclc.org/ooxml/officeDocument/",
}
with xlsxwriter.Workbook("transitional.xlsx") as book:
    book.add_worksheet("Services").write_row(0, 0, ["Ware Group", "01632 960123"])
with zipfile.ZipFile("transitional.xlsx") as old, zipfile.ZipFile("strict.xlsx", "w") as new:
    for name in old.namelist():
        text = old.read(name).decode()
        for before, after in STRICT.items():
            text = text.replace(before, after)
        if name == "xl/workbook.xml":
            text = text.replace("<workbook ", '<workbook conformance="strict" ', 1)
        new.writestr(name, text)
PY
cat >read.mjs <<'JS'
import { readFileSync } from 'node:fs'
import ExcelJS from 'exceljs'
import XLSX from 'xlsx'

const seen = {}
for (const name of ['transitional', 'strict']) {
  const book = new ExcelJS.Workbook()
  await book.xlsx.readFile(`${name}.xlsx`)
  const sheets = Object.values(XLSX.read(readFileSync(`${name}.xlsx`)).Sheets)
  seen[name] = {
    exceljs: book.worksheets.map((sheet) => sheet.getRow(1).values.slice(1)),
    xlsx: sheets.flatMap((sheet) => XLSX.utils.sheet_to_json(sheet, { header: 1 })),
  }
}
console.log(JSON.stringify(seen))
JS
venv/bin/python make.py
node read.mjs >seen.json
venv/bin/python - <<'PY'
import json
import warnings
from pathlib import Path

import openpyxl
from python_calamine import CalamineWorkbook

ROW = [["Ware Group", "01632 960123"]]
node = json.loads(Path("seen.json").read_text())
with warnings.catch_warnings(record=True) as said:
    warnings.simplefilter("always")
    for name in ("transitional", "strict"):
        file = f"{name}.xlsx"
        rows = {
            "openpyxl": [list(row) for sheet in openpyxl.load_workbook(file) for row in sheet.values],
            "calamine": CalamineWorkbook.from_path(file).get_sheet_by_index(0).to_python(),
            **node[name],
        }
        words = (f"{tool} {len(found)} row{'' if len(found) == 1 else 's'}" for tool, found in rows.items())
        print(f"{name + ':':<13}", ", ".join(words))
        for tool, found in rows.items():
            want = [] if (name, tool) == ("strict", "openpyxl") else ROW
            assert found == want, f"changed in {tool}, {name}"
messages = sorted({str(warning.message).split("\n")[0] for warning in said})
print("warned:", "; ".join(messages))
assert messages == ["File contains an invalid specification for 0. This will be removed"], "changed warning"
PY
