#!/usr/bin/env bash
# exceljs: opening and saving a workbook makes every sheet count another sheet's scores
#
# Versions:  exceljs 4.4.0 (npm), XlsxWriter 3.3.1, openpyxl 3.1.5 (PyPI)
# Input:     a workbook with a score sheet for each of two posts. Both have a name "Scores" that
#            holds for their own sheet, as Excel makes when a sheet is copied, and =SUM(Scores)
# Expected:  the same names after opening and saving
# Behaviour: names that hold for one sheet are merged into one for the whole workbook, and the last
#            one stays. The formulas are kept, so the first sheet adds up the second one's scores:
#            6 becomes 60 at the next calculation. Nothing is said.
# Seen:
#   before: 'Band 6'!$A$1:$A$3 on Band 6, 'Band 7'!$A$1:$A$3 on Band 7, for all: none
#   after:  none on Band 6, none on Band 7, for all: 'Band 7'!$A$1:$A$3
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check XlsxWriter==3.3.1 openpyxl==3.1.5
npm install --silent --no-audit --no-fund --prefix "$work" exceljs@4.4.0
cd "$work"

cat >make.py <<'PY'
import xlsxwriter

with xlsxwriter.Workbook("before.xlsx") as book:
    for name, score in (("Band 6", 2), ("Band 7", 20)):
        sheet = book.add_worksheet(name)
        sheet.write_column("A1", [score] * 3)
        sheet.write_formula("C1", "=SUM(Scores)", None, score * 3)
        book.define_name(f"'{name}'!Scores", f"='{name}'!$A$1:$A$3")
PY
cat >save.mjs <<'JS'
import ExcelJS from 'exceljs'

const book = new ExcelJS.Workbook()
await book.xlsx.readFile('before.xlsx')
await book.xlsx.writeFile('after.xlsx')
JS
venv/bin/python make.py
node save.mjs
venv/bin/python - <<'PY'
import openpyxl


def names(file):
    book = openpyxl.load_workbook(file)
    scopes = {"Band 6": book["Band 6"], "Band 7": book["Band 7"], "all": book}
    assert all(sheet["C1"].value == "=SUM(Scores)" for sheet in book), "formulas changed"
    return [scope.defined_names["Scores"].attr_text if "Scores" in scope.defined_names else "none"
            for scope in scopes.values()]


WANT = {
    "before": ["'Band 6'!$A$1:$A$3", "'Band 7'!$A$1:$A$3", "none"],
    "after": ["none", "none", "'Band 7'!$A$1:$A$3"],
}
for when, want in WANT.items():
    six, seven, book = seen = names(f"{when}.xlsx")
    print(f"{when + ':':<7} {six} on Band 6, {seven} on Band 7, for all: {book}")
    assert seen == want, f"changed {when} saving"
PY
