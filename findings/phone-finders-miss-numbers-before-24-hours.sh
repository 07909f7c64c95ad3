#!/usr/bin/env bash
# phonenumbers and libphonenumber-js: "24 hours" after a number hides it, or becomes part of it
#
# Versions:  phonenumbers 9.0.43 (PyPI), libphonenumber-js 1.13.16 (npm)
# Input:     lines of a directory: a number, a space, and when it is answered or where it is
# Expected:  the number is found, as it is when the same words are in brackets, and with them left out
# Behaviour: the finders join figures over one space. "0117 496 0123 24" is no number, so nothing is
#            found, not even the number before it. "0800 1111 24" has the length of a freephone
#            number, so Childline's is found as one that has two figures more. Two numbers that
#            are parted by a space are both missed. Brackets prevent this.
# Seen (the same in both):
#   '0117 496 0123 (24 hours)'      +441174960123
#   '0117 496 0123 24 hours'        none
#   '0117 496 0123 9am to 5pm'      none
#   '0117 496 0123 2nd floor'       none
#   '0117 496 0123 0117 496 0124'   none
#   '0800 1111 (24 hours)'          +448001111
#   '0800 1111 24 hours'            +44800111124
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check phonenumbers==9.0.43
npm install --silent --no-audit --no-fund --prefix "$work" libphonenumber-js@1.13.16
cd "$work"

cat >lines.json <<'JSON'
["0117 496 0123 (24 hours)", "0117 496 0123 24 hours", "0117 496 0123 9am to 5pm",
 "0117 496 0123 2nd floor", "0117 496 0123 0117 496 0124", "0800 1111 (24 hours)",
 "0800 1111 24 hours"]
JSON
cat >find.mjs <<'JS'
import { readFileSync } from 'node:fs'
import { findPhoneNumbersInText } from 'libphonenumber-js/max'

const lines = JSON.parse(readFileSync('lines.json', 'utf8'))
const found = lines.map((line) => findPhoneNumbersInText(line, 'GB').map((hit) => hit.number.number))
console.log(JSON.stringify(found))
JS
venv/bin/python - <<'PY'
import json
import subprocess
from pathlib import Path

from phonenumbers import PhoneNumberFormat, PhoneNumberMatcher, format_number

LINES = json.loads(Path("lines.json").read_text())
WANT = [["+441174960123"], [], [], [], [], ["+448001111"], ["+44800111124"]]


def found(line):
    return [format_number(hit.number, PhoneNumberFormat.E164) for hit in PhoneNumberMatcher(line, "GB")]


python = [found(line) for line in LINES]
node = json.loads(subprocess.run(["node", "find.mjs"], check=True, capture_output=True, text=True).stdout)
for line, numbers in zip(LINES, python, strict=True):
    print(f"{line!r:<31}", ", ".join(numbers) or "none")
assert python == WANT, "changed in phonenumbers"
assert node == WANT, "changed in libphonenumber-js"
PY
