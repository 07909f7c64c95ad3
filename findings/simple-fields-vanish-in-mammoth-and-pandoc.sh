#!/usr/bin/env bash
# mammoth and pandoc: a Word field is read or left out by the way in which it was stored
#
# Versions:  mammoth 1.13.0, pandoc 3.9 (by pypandoc_binary 1.17), kreuzberg 4.10.4,
#            python-docx 1.2.0, lxml 6.1.3 (PyPI)
# Input:     a Word file with two fields, each with its result: the employer as a complex field
#            (w:fldChar), the closing date as a simple one (w:fldSimple). The standard has both
#            forms for the same fields, and mail merges and document properties come in either
# Expected:  the result of both, as kreuzberg gives them, or a warning
# Behaviour: mammoth and pandoc read the complex field and leave the simple one out. mammoth names
#            the element in its messages; pandoc says nothing. MarkItDown reads by mammoth and
#            passes no message on. Asked for in mammoth's tracker since 2018.
# Seen:
#   kreuzberg: Employer: Ware Surgery | Closing date: 4 December 2026
#   mammoth:   Employer: Ware Surgery | Closing date:
#   pandoc:    Employer: Ware Surgery | Closing date:
#   mammoth says: An unrecognised element was ignored: w:fldSimple
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check \
  mammoth==1.13.0 pypandoc_binary==1.17 kreuzberg==4.10.4 python-docx==1.2.0 lxml==6.1.3

cd "$work" && PYPANDOC_PANDOC=$(echo "$work"/venv/lib/python3*/site-packages/pypandoc/files/pandoc) venv/bin/python - <<'PY'
import docx
import kreuzberg
import mammoth
import pypandoc
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

RUN = '<w:r><w:t xml:space="preserve">{}</w:t></w:r>'
SIGN = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
CODE = " DOCPROPERTY {} "
complex_field = "".join([
    SIGN.format("begin"), f'<w:r><w:instrText>{CODE.format("Employer")}</w:instrText></w:r>',
    SIGN.format("separate"), RUN.format("Ware Surgery"), SIGN.format("end"),
])
simple_field = (f'<w:fldSimple w:instr="{CODE.format("Closing")}">'
                f'{RUN.format("4 December 2026")}</w:fldSimple>')
document = docx.Document()
for name, field in (("Employer: ", complex_field), ("Closing date: ", simple_field)):
    line = parse_xml(f"<w:p {nsdecls('w')}>{RUN.format(name)}{field}</w:p>")
    document.element.body.insert(len(document.element.body) - 1, line)
document.save("post.docx")


def lines(text):
    return " | ".join(line.strip() for line in text.splitlines() if line.strip())


with open("post.docx", "rb") as file:
    read = mammoth.convert_to_html(file)
with open("post.docx", "rb") as file:
    words = mammoth.extract_raw_text(file).value
seen = {
    "kreuzberg": lines(kreuzberg.extract_file_sync("post.docx").content),
    "mammoth": lines(words),
    "pandoc": lines(pypandoc.convert_file("post.docx", "plain", extra_args=["--wrap=none"])),
}
for reader, text in seen.items():
    print(f"{reader + ':':<10} {text}")
said = [message.message for message in read.messages]
print("mammoth says:", *said)
both = "Employer: Ware Surgery | Closing date: 4 December 2026"
one = "Employer: Ware Surgery | Closing date:"
assert pypandoc.get_pandoc_version() == "3.9", "another pandoc is used than the one installed here"
assert seen == {"kreuzberg": both, "mammoth": one, "pandoc": one}, "changed"
assert said == ["An unrecognised element was ignored: w:fldSimple"], "changed in mammoth's messages"
PY
