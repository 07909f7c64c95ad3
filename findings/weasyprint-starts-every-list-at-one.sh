#!/usr/bin/env bash
# WeasyPrint: <ol start="5"> begins at 1, and <ol reversed> never counts down
#
# Versions:  WeasyPrint 70.0, pypdf 7.1.1 (PyPI)
# Input:     a list that goes on from an earlier one (start="5"), with one item numbered 9
#            (value="9"), and a countdown (reversed)
# Expected:  5, 9, 10 and 3, 2, 1, as every browser counts; in HTML these attributes are meaning,
#            not looks
# Behaviour: start and value count as "presentational hints", which are off unless asked for.
#            reversed is passed over with and without them, and without a warning.
# Seen:
#   <ol start=5> ... <li value=9>  without hints: 1. 2. 3.   with hints: 5. 9. 10.
#   <ol reversed>                  without hints: 1. 2. 3.   with hints: 1. 2. 3.
#   warnings: 0
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check weasyprint==70.0 pypdf==7.1.1

"$work/venv/bin/python" - <<'PY'
import io
import logging
import re

from pypdf import PdfReader
from weasyprint import HTML

warnings = []
handler = logging.Handler()
handler.emit = lambda record: warnings.append(record.getMessage())
logging.getLogger("weasyprint").handlers = [handler]


def numbers(items, **options):
    page = f"<!doctype html><html lang=en><title>Duties</title><body>{items}"
    pdf = HTML(string=page).write_pdf(**options)
    text = PdfReader(io.BytesIO(pdf)).pages[0].extract_text()
    return re.findall(r"\d+\.", text)


LISTS = {
    "<ol start=5> ... <li value=9>": "<ol start=5><li>a<li value=9>b<li>c</ol>",
    "<ol reversed>": "<ol reversed><li>a<li>b<li>c</ol>",
}
seen = {}
for name, items in LISTS.items():
    seen[name] = [" ".join(numbers(items)), " ".join(numbers(items, presentational_hints=True))]
    print("{:<30} without hints: {:<10} with hints: {}".format(name, *seen[name]))
print("warnings:", len(warnings))
assert list(seen.values()) == [["1. 2. 3.", "5. 9. 10."], ["1. 2. 3.", "1. 2. 3."]], "changed"
assert not warnings, "changed: it warns now"
PY
