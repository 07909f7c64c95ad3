#!/usr/bin/env bash
# calamine: a cell that shows #N/A is read as an empty string
#
# Versions:  python-calamine 0.9.1, openpyxl 3.1.5, XlsxWriter 3.3.1 (PyPI)
# Input:     a sheet whose phone number comes from a lookup that finds nothing (#N/A), with a
#            quotient of #DIV/0! beside it, and a row that really is blank
# Expected:  the error's own text, as openpyxl gives it, or a value that is not that of a blank cell
# Behaviour: every error is ''. A record whose lookups all fail equals a blank row.
# Seen:
#   openpyxl: [('Name', 'Phone', 'Places'), ('#N/A', '#N/A', '#DIV/0!'), (None, None, None), ('Last', None, None)]
#   calamine: [['Name', 'Phone', 'Places'], ['', '', ''], ['', '', ''], ['Last', '', '']]
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check \
  python-calamine==0.9.1 openpyxl==3.1.5 XlsxWriter==3.3.1

cd "$work" && venv/bin/python - <<'PY'
import openpyxl
import xlsxwriter
from python_calamine import CalamineWorkbook

with xlsxwriter.Workbook("lookup.xlsx") as book:
    sheet = book.add_worksheet()
    sheet.write_row(0, 0, ["Name", "Phone", "Places"])
    sheet.write_formula(1, 0, '=VLOOKUP("x", F1:G2, 1, FALSE)', None, "#N/A")
    sheet.write_formula(1, 1, '=VLOOKUP("x", F1:G2, 2, FALSE)', None, "#N/A")
    sheet.write_formula(1, 2, "=1/0", None, "#DIV/0!")
    sheet.write(3, 0, "Last")

sheet = openpyxl.load_workbook("lookup.xlsx", data_only=True).active
usual = list(sheet.iter_rows(values_only=True))
rust = CalamineWorkbook.from_path("lookup.xlsx").get_sheet_by_index(0).to_python()
print("openpyxl:", usual)
print("calamine:", rust)
assert usual[1] == ("#N/A", "#N/A", "#DIV/0!"), "changed in openpyxl"
assert rust[1] == rust[2] == ["", "", ""], "changed in calamine"
PY
