#!/usr/bin/env bash
# officeparser: in a Rich Text file "09:00–17:00" becomes "09:0017:00"
#
# Versions:  officeparser 7.8.0 (npm), striprtf 0.0.35 (PyPI)
# Input:     an RTF file that has its signs as control words of the RTF specification: \endash,
#            \emdash, \_ (a hyphen that does not break), \~ (such a space), and \u8364 with the
#            substitute that older readers take instead
# Expected:  the signs, as striprtf gives them
# Behaviour: dashes are dropped, so the two ends of a range close up. The hyphen is an underscore,
#            the space a tilde, and the euro sign stands twice, though \rquote is read.
# Seen:
#   striprtf:     'Monday 09:00–17:00, Band 6‑7, call 01632 960123, or come — it’s €5'
#   officeparser: 'Monday 09:0017:00, Band 6_7, call 01632~960123, or come  it’s €€5'
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check striprtf==0.0.35
npm install --silent --no-audit --no-fund --prefix "$work" officeparser@7.8.0
cd "$work"

cat >hours.rtf <<'RTF'
{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\fswiss Arial;}}
\pard Monday 09:00\endash 17:00, Band 6\_7, call 01632\~960123, or come \emdash  it\rquote s \u8364\'805\par}
RTF
cat >read.cjs <<'JS'
const { parseOffice } = require('officeparser')
parseOffice('hours.rtf').then((read) => console.log(JSON.stringify(read.toText())))
JS
node read.cjs >seen.json
venv/bin/python - <<'PY'
import json
from pathlib import Path

from striprtf.striprtf import rtf_to_text

usual = rtf_to_text(Path("hours.rtf").read_text()).strip()
seen = json.loads(Path("seen.json").read_text()).strip()
print("striprtf:    ", repr(usual).replace("\\xa0", " "))
print("officeparser:", repr(seen))
right = "Monday 09:00–17:00, Band 6\u20117, call 01632\u00a0960123, or come — it’s €5"
assert usual == right, "changed in striprtf"
assert seen == "Monday 09:0017:00, Band 6_7, call 01632~960123, or come  it’s €€5", "changed in officeparser"
PY
