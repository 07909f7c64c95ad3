#!/usr/bin/env bash
# MarkItDown: NA, None and blank cells of a sheet are all NaN, and 116123 is 116123.0
#
# Versions:  markitdown 0.1.9 with its extra for xlsx, openpyxl 3.1.5 (PyPI)
# Input:     a workbook of four lines: a name, a short name as text and a number to call as a
#            number, with one blank cell in each of the last two columns
# Expected:  the words of each cell, and nothing for a blank one, as a CSV of the same words gives
# Behaviour: sheets go through pandas.read_excel, so "NA" (Narcotics Anonymous) and "None" become
#            NaN as a blank cell does, and one blank cell gives every number in its column a ".0".
#            The converter for CSV in the same package keeps the words, and leaves blanks blank.
# Seen:
#   xlsx: Samaritans, SAM, 116123.0 | Narcotics Anonymous, NaN, NaN | NHS 111, NaN, 111.0 | Emergency, NaN, 999.0
#   csv:  Samaritans, SAM, 116123 | Narcotics Anonymous, NA,  | NHS 111, None, 111 | Emergency, , 999
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check 'markitdown[xlsx]==0.1.9' openpyxl==3.1.5

cd "$work" && venv/bin/python - <<'PY'
import csv

import openpyxl
from markitdown import MarkItDown

ROWS = [("Name", "Short", "Call"), ("Samaritans", "SAM", 116123),
        ("Narcotics Anonymous", "NA", None), ("NHS 111", "None", 111), ("Emergency", None, 999)]
book = openpyxl.Workbook()
for row in ROWS:
    book.active.append(row)
book.save("lines.xlsx")
with open("lines.csv", "w", newline="") as file:
    csv.writer(file).writerows(ROWS)


def table(kind):
    lines = MarkItDown().convert(f"lines.{kind}").text_content.splitlines()
    rows = [line.split("|")[1:-1] for line in lines if line.startswith("| ")][2:]
    rows = [[cell.strip() for cell in row] for row in rows]
    print(f"{kind + ':':<5}", " | ".join(map(", ".join, rows)))
    return rows


sheet, plain = table("xlsx"), table("csv")
assert sheet == [["Samaritans", "SAM", "116123.0"], ["Narcotics Anonymous", "NaN", "NaN"],
                 ["NHS 111", "NaN", "111.0"], ["Emergency", "NaN", "999.0"]], "changed for xlsx"
words = [["" if cell is None else str(cell) for cell in row] for row in ROWS[1:]]
assert plain == words, "changed for CSV"
PY
