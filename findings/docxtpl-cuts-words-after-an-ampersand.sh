#!/usr/bin/env bash
# docxtpl: "R&D" becomes "R", and "under <18s" loses its sign, without an error
#
# Versions:  docxtpl 0.20.2, python-docx 1.2.0 (PyPI)
# Input:     a Word template with one field, and plain texts with & or < in them
# Expected:  the text as it is, or an error because a Word file is XML and the text is not escaped
# Behaviour: escaping is off unless autoescape=True. The broken XML goes through a parser that
#            recovers, so the file is well formed, opens, and has lost signs and whole words.
# Seen:
#   'R&D lead'        -> 'R lead'           autoescape: 'R&D lead'
#   'Ages <16 & >65'  -> 'Ages 16  >65'     autoescape: 'Ages <16 & >65'
#   'Q&A; a session'  -> 'Q a session'      autoescape: 'Q&A; a session'
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check docxtpl==0.20.2 python-docx==1.2.0

cd "$work" && venv/bin/python - <<'PY'
from docx import Document
from docxtpl import DocxTemplate

template = Document()
template.add_paragraph("{{ text }}")
template.save("template.docx")


def filled(text, **options):
    made = DocxTemplate("template.docx")
    made.render({"text": text}, **options)
    made.save("made.docx")
    return Document("made.docx").paragraphs[0].text


expected = {"R&D lead": "R lead", "Ages <16 & >65": "Ages 16  >65", "Q&A; a session": "Q a session"}
for text, cut in expected.items():
    seen, escaped = filled(text), filled(text, autoescape=True)
    print(f"{text!r:<17} -> {seen!r:<18} autoescape: {escaped!r}")
    assert (seen, escaped) == (cut, text), "changed"
PY
