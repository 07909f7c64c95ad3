#!/usr/bin/env bash
# polars and fastexcel: words after the first 1,000 rows of a column of numbers become null
#
# Versions:  polars 2.1.0, fastexcel 0.21.0, XlsxWriter 3.3.1 (PyPI)
# Input:     a workbook of 1,201 services. The phone number and the age are numbers in the first
#            1,200 rows, and words in the last one.
# Expected:  a column of mixed type comes as text, or reading it fails
# Behaviour: the type is guessed from the first rows only. A later word that does not fit is read
#            as null, without an error or a warning. The same word in row 2 keeps the column text.
# Seen:
#   word in row 2:     ('Late', '01632 960123 (term time)', '16 and over')
#   word in row 1,202: ('Late', None, None)
#   warnings: 0
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check \
  polars==2.1.0 fastexcel==0.21.0 XlsxWriter==3.3.1

cd "$work" && venv/bin/python - <<'PY'
import warnings

import polars
import xlsxwriter

LATE = ("Late", "01632 960123 (term time)", "16 and over")
NUMBERS = [(f"Service {n}", 1632960000 + n % 1000, 18) for n in range(1200)]


def read_back(rows, name):
    with xlsxwriter.Workbook(name) as book:
        sheet = book.add_worksheet()
        for at, row in enumerate([("Name", "Phone", "Age"), *rows]):
            sheet.write_row(at, 0, row)
    return [row for row in polars.read_excel(name).rows() if row[0] == "Late"][0]


with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    first = read_back([LATE, *NUMBERS], "first.xlsx")
    last = read_back([*NUMBERS, LATE], "last.xlsx")
print("word in row 2:    ", first)
print("word in row 1,202:", last)
print("warnings:", len(caught))
assert first == LATE, "changed for an early word"
assert last == ("Late", None, None), "changed for a late word"
assert not caught, "changed: it warns now"
PY
