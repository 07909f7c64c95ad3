#!/usr/bin/env bash
# mammoth: two phone numbers on two lines are 19 figures in a row in the raw text
#
# Versions:  mammoth 1.13.0, docx2python 3.7.1, python-docx 1.2.0, phonenumbers 9.0.43 (PyPI)
# Input:     a paragraph of an address and two numbers, parted by line breaks, as Shift and Enter
#            make them in Word
# Expected:  a line break is a line end, or at least a space, as a tab stays a tab
# Behaviour: extract_raw_text has nothing for a line break, so the last word of a line and the first
#            of the next are one. Its HTML has <br />, and docx2python and python-docx have a line
#            end. No message says that anything was left out.
# Seen:
#   extract_raw_text: Mill LaneWatford0800 11110300 123 3393, numbers: none
#   python-docx:      Mill Lane|Watford|0800 1111|0300 123 3393, numbers: 0800 1111, 0300 123 3393
#   docx2python:      Mill Lane|Watford|0800 1111|0300 123 3393, numbers: 0800 1111, 0300 123 3393
#   convert_to_html:  Mill Lane<br />Watford<br />0800 1111<br />0300 123 3393
#   messages of mammoth: 0
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check \
  mammoth==1.13.0 docx2python==3.7.1 python-docx==1.2.0 phonenumbers==9.0.43

cd "$work" && venv/bin/python - <<'PY'
import mammoth
from docx import Document
from docx2python import docx2python
from phonenumbers import PhoneNumberMatcher

LINES = ["Mill Lane", "Watford", "0800 1111", "0300 123 3393"]
document = Document()
document.add_paragraph("\n".join(LINES))
document.save("service.docx")

with open("service.docx", "rb") as file:
    raw, page = mammoth.extract_raw_text(file), mammoth.convert_to_html(file)
texts = {
    "extract_raw_text": raw.value,
    "python-docx": Document("service.docx").paragraphs[0].text,
    "docx2python": docx2python("service.docx").text,
}
for tool, text in texts.items():
    text = text.strip()
    numbers = [found.raw_string for found in PhoneNumberMatcher(text, "GB")]
    shown = text.replace("\n", "|")
    print(f"{tool + ':':<17} {shown}, numbers: {', '.join(numbers) or 'none'}")
    joined = tool == "extract_raw_text"
    assert text == ("" if joined else "\n").join(LINES), f"changed in {tool}"
    assert numbers == ([] if joined else LINES[2:]), "changed in phonenumbers"
html = page.value.removeprefix("<p>").removesuffix("</p>")
print(f"convert_to_html:  {html}")
print("messages of mammoth:", len(raw.messages))
assert html == "<br />".join(LINES) and not raw.messages, "changed in mammoth"
PY
