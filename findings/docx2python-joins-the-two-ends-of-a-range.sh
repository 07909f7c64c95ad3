#!/usr/bin/env bash
# docx2python: "Band 6-7" becomes "Band 67" where the hyphen is one that does not break
#
# Versions:  docx2python 3.7.1, python-docx 1.2.0, mammoth 1.13.0 (PyPI)
# Input:     a line typed in Word with its non-breaking hyphen (Ctrl+Shift+_, w:noBreakHyphen), and
#            a tick from the Symbol dialogue (w:sym)
# Expected:  a hyphen, as in python-docx and mammoth, and a text without markup
# Behaviour: the hyphen is dropped, so ranges and phone numbers close up. The tick comes as a span
#            of HTML in what is otherwise plain text, with a bare font name.
# Seen:
#   docx2python: 'Band 67, call 01632960123<span style=font-family:Wingdings>&#x00FC;</span>'
#   python-docx: 'Band 6-7, call 01632-960123'
#   mammoth:     'Band 6‑7, call 01632‑960123✓'
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check \
  docx2python==3.7.1 python-docx==1.2.0 mammoth==1.13.0

cd "$work" && venv/bin/python - <<'PY'
import mammoth
from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx2python import docx2python

HYPHEN = "<w:noBreakHyphen/>"
LINE = (
    f"<w:p {nsdecls('w')}><w:r><w:t>Band 6</w:t>{HYPHEN}<w:t>7, call 01632</w:t>{HYPHEN}"
    '<w:t>960123</w:t></w:r><w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r></w:p>'
)
document = Document()
document.element.body.insert(0, parse_xml(LINE))
document.save("line.docx")

with docx2python("line.docx") as read:
    two = read.text.strip()
usual = Document("line.docx").paragraphs[0].text
with open("line.docx", "rb") as file:
    html = mammoth.extract_raw_text(file).value.strip()
for name, text in (("docx2python:", two), ("python-docx:", usual), ("mammoth:", html)):
    print(f"{name:<12} {text!r}")
assert two.startswith("Band 67, call 01632960123<span"), "changed in docx2python"
assert usual == "Band 6-7, call 01632-960123", "changed in python-docx"
assert html.replace("\u2011", "-") == "Band 6-7, call 01632-960123\u2713", "changed in mammoth"
PY
