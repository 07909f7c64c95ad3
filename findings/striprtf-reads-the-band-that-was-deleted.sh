#!/usr/bin/env bash
# striprtf and officeparser: a band that was changed from 7 to 6 reads "Band 76"
#
# Versions:  striprtf 0.0.35, pandoc 3.9 (by pypandoc_binary 1.17) (PyPI), officeparser 7.8.0 (npm)
# Input:     an RTF file with one tracked change (\deleted and \revised), a note in hidden text
#            (\v), and a footnote, all as the RTF specification has them
# Expected:  the text as it will be, Band 6, without what is hidden; or the deletion marked, as
#            pandoc has it
# Behaviour: deleted words are read like any other, so old and new figure become one number, and
#            nothing tells them apart. Hidden words are read too. The footnote, which anyone can
#            see, is left out by both.
# Seen:
#   pandoc:       Band ~~7~~6. Closes on 4 December.[1] [1] Interviews on 8 December.
#   striprtf:     Band 76. Ask for less. Closes on 4 December.
#   officeparser: Band 76. Ask for less. Closes on 4 December.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check striprtf==0.0.35 pypandoc_binary==1.17
npm install --silent --no-audit --no-fund --prefix "$work" officeparser@7.8.0
cd "$work"

cat >band.rtf <<'RTF'
{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\fswiss Arial;}}{\*\revtbl{Unknown;}{Reviewer;}}
\pard Band {\deleted\revauthdel1 7}{\revised\revauth1 6}. {\v Ask for less. }Closes on 4 December.{\super\chftn}{\footnote\pard\chftn  Interviews on 8 December.}\par}
RTF
cat >read.cjs <<'JS'
const { parseOffice } = require('officeparser')
parseOffice('band.rtf').then((read) => console.log(JSON.stringify(read.toText())))
JS
node read.cjs >seen.json
venv/bin/python - <<'PY'
import json
from pathlib import Path

import pypandoc
from striprtf.striprtf import rtf_to_text


def line(text):
    return " ".join(text.split())


marked = line(pypandoc.convert_file("band.rtf", "plain"))
python = line(rtf_to_text(Path("band.rtf").read_text()))
node = line(json.loads(Path("seen.json").read_text()))
for name, text in (("pandoc:", marked), ("striprtf:", python), ("officeparser:", node)):
    print(f"{name:<13} {text}")
both = "Band 76. Ask for less. Closes on 4 December."
assert marked == "Band ~~7~~6. Closes on 4 December.[1] [1] Interviews on 8 December.", "changed in pandoc"
assert python == both, "changed in striprtf"
assert node == both, "changed in officeparser"
PY
