#!/usr/bin/env bash
# kreuzberg and docx2python: a duty that was moved under tracked changes is there twice
#
# Versions:  kreuzberg 4.10.4, docx2python 3.7.1, docx-revisions 0.1.5, mammoth 1.13.0,
#            python-docx 1.2.0 (PyPI)
# Input:     a Word file with tracked changes: one duty is moved below another (w:moveFrom and
#            w:moveTo, as Word writes for a drag), and Band 7 became Band 6 (w:del and w:ins)
# Expected:  all changes are read alike: the text as it will be, as mammoth gives it
# Behaviour: both leave deleted words out and take inserted words in, so they do follow changes;
#            but the moved duty stands in both places. accept_all of docx-revisions accepts the
#            band and leaves the move as it is, so the "accepted" file still has both.
# Seen:
#   mammoth:        Band 6 | Refer people on. | Assess people.
#   kreuzberg:      Band 6 | Assess people. | Refer people on. | Assess people.
#   docx2python:    Band 6 | Assess people. | Refer people on. | Assess people.
#   docx-revisions: after accept_all: moveFrom, moveTo
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check \
  kreuzberg==4.10.4 docx2python==3.7.1 docx-revisions==0.1.5 mammoth==1.13.0 python-docx==1.2.0
cd "$work" && venv/bin/python - <<'PY'
import re

import docx
import kreuzberg
import mammoth
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx2python import docx2python
from docx_revisions import RevisionDocument

WHO = 'w:author="A" w:date="2026-11-01T10:00:00Z"'
RUN = '<w:r><w:t xml:space="preserve">{}</w:t></w:r>'
MOVED = RUN.format("Assess people.")


def paragraph(words, mark=""):
    properties = f"<w:pPr><w:rPr>{mark}</w:rPr></w:pPr>" if mark else ""
    return parse_xml(f"<w:p {nsdecls('w')}>{properties}{words}</w:p>")


document = docx.Document()
band = (f'{RUN.format("Band ")}<w:del w:id="1" {WHO}><w:r><w:delText>7</w:delText></w:r></w:del>'
        f'<w:ins w:id="2" {WHO}>{RUN.format("6")}</w:ins>')
origin = (f'<w:moveFromRangeStart w:id="3" {WHO} w:name="move1"/><w:moveFrom w:id="4" {WHO}>'
          f'{MOVED}</w:moveFrom><w:moveFromRangeEnd w:id="3"/>')
target = (f'<w:moveToRangeStart w:id="5" {WHO} w:name="move1"/><w:moveTo w:id="6" {WHO}>'
          f'{MOVED}</w:moveTo><w:moveToRangeEnd w:id="5"/>')
for part in (paragraph(band), paragraph(origin, f'<w:moveFrom w:id="7" {WHO}/>'),
             paragraph(RUN.format("Refer people on.")),
             paragraph(target, f'<w:moveTo w:id="8" {WHO}/>')):
    document.element.body.insert(len(document.element.body) - 1, part)
document.save("duties.docx")


def lines(text):
    return " | ".join(line.strip() for line in text.splitlines() if line.strip())


with open("duties.docx", "rb") as file:
    usual = lines(mammoth.extract_raw_text(file).value)
with docx2python("duties.docx") as read:
    pythons = lines(read.text)
rust = lines(kreuzberg.extract_file_sync("duties.docx").content)
revised = RevisionDocument("duties.docx")
revised.accept_all()
revised.save("accepted.docx")
body = docx.Document("accepted.docx").element.body
left = re.findall(r"<w:(ins|del|moveFrom|moveTo) [^>]*[^/]>", body.xml)
print("mammoth:       ", usual)
print("kreuzberg:     ", rust)
print("docx2python:   ", pythons)
print("docx-revisions: after accept_all:", ", ".join(left))
once = "Band 6 | Refer people on. | Assess people."
twice = "Band 6 | Assess people. | Refer people on. | Assess people."
assert usual == once, "changed in mammoth"
assert rust == twice, "changed in kreuzberg"
assert pythons == twice, "changed in docx2python"
assert left == ["moveFrom", "moveTo"], "changed in docx-revisions"
PY
