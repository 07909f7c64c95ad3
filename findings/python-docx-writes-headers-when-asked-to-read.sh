#!/usr/bin/env bash
# python-docx: reading the text of headers adds three headers to the file
#
# Versions:  python-docx 1.2.0 (PyPI)
# Input:     a document without headers, opened, its headers' text read, and saved
# Expected:  reading changes nothing: the file has the parts that it had
# Behaviour: .paragraphs of a header that is not there makes one, for first and even pages too. In
#            a later section it writes to the section before, so text for one network's part
#            stands above another's.
# Seen:
#   read: ['', '', '']
#   parts added: ['word/header1.xml', 'word/header2.xml', 'word/header3.xml']
#   first section's header, after the second's was set: 'Pack of network B'
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check python-docx==1.2.0

cd "$work" && venv/bin/python - <<'PY'
from zipfile import ZipFile

from docx import Document

plain = Document()
plain.add_paragraph("A pack without headers")
plain.save("before.docx")

document = Document("before.docx")
section = document.sections[0]
kinds = (section.header, section.first_page_header, section.even_page_header)
print("read:", [paragraph.text for kind in kinds for paragraph in kind.paragraphs])
document.save("after.docx")
added = sorted({*ZipFile("after.docx").namelist()} - {*ZipFile("before.docx").namelist()})
print("parts added:", added)
assert added == [f"word/header{n}.xml" for n in (1, 2, 3)], "changed: what reading adds"

two = Document()
two.sections[0].header.paragraphs[0].text = "Pack of network A"
two.add_section().header.paragraphs[0].text = "Pack of network B"
first = two.sections[0].header.paragraphs[0].text
print("first section's header, after the second's was set:", repr(first))
assert first == "Pack of network B", "changed: what a linked header writes"
PY
