#!/usr/bin/env bash
# pandoc and odfdo: what stands in the fields of an ODT is left out
#
# Versions:  pandoc 3.9 (by pypandoc_binary 1.17), odfdo 3.27.3, odfpy 1.4.1 (PyPI)
# Input:     an ODT with fields of the standard: an input field with the employer, a date, a user
#            field with the pay, and a placeholder
# Expected:  the text that a field shows, as odfpy's extractText gives it, or a warning
# Behaviour: pandoc leaves the words of all four out. So does odfdo's get_formatted_text, while
#            to_markdown of the same library keeps them. Nothing is said.
# Seen:
#   odfpy:          Employer: Ware Surgery | Closing date: 4 December 2026 | Pay: £38,682 | Manager: <manager>
#   pandoc:         Employer: | Closing date: | Pay: | Manager:
#   odfdo text:     Employer: | Closing date: | Pay: | Manager:
#   odfdo markdown: as odfpy
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check \
  pypandoc_binary==1.17 odfdo==3.27.3 odfpy==1.4.1

cd "$work" && PYPANDOC_PANDOC=$(echo "$work"/venv/lib/python3*/site-packages/pypandoc/files/pandoc) venv/bin/python - <<'PY'
import odfdo
import pypandoc
from odf import teletype
from odf.opendocument import OpenDocumentText, load
from odf.text import Date, P, Placeholder, TextInput, UserFieldDecl, UserFieldDecls, UserFieldGet

FIELDS = {
    "Employer": TextInput(text="Ware Surgery"),
    "Closing date": Date(datevalue="2026-12-04", text="4 December 2026"),
    "Pay": UserFieldGet(name="pay", text="£38,682"),
    "Manager": Placeholder(placeholdertype="text", text="<manager>"),
}
document = OpenDocumentText()
declared = UserFieldDecls()
declared.addElement(UserFieldDecl(name="pay", valuetype="string", stringvalue="£38,682"))
document.text.addElement(declared)
for name, field in FIELDS.items():
    line = P(text=f"{name}: ")
    line.addElement(field)
    document.text.addElement(line)
document.save("post.odt")


def lines(text):
    return " | ".join(line.strip() for line in text.splitlines() if line.strip())


paragraphs = load("post.odt").getElementsByType(P)
post = odfdo.Document("post.odt")
seen = {
    "odfpy": " | ".join(map(teletype.extractText, paragraphs)),
    "pandoc": lines(pypandoc.convert_file("post.odt", "plain", extra_args=["--wrap=none"])),
    "odfdo text": lines(post.get_formatted_text()),
    "odfdo markdown": lines(post.to_markdown()),
}
for reader, text in seen.items():
    print(f"{reader + ':':<15} {text}")
whole = "Employer: Ware Surgery | Closing date: 4 December 2026 | Pay: £38,682 | Manager: <manager>"
empty = "Employer: | Closing date: | Pay: | Manager:"
assert pypandoc.get_pandoc_version() == "3.9", "another pandoc is used than the one installed here"
assert seen["odfpy"] == seen["odfdo markdown"] == whole, "changed in odfpy, or in odfdo's to_markdown"
assert seen["pandoc"] == empty, "changed in pandoc"
assert seen["odfdo text"] == empty, "changed in odfdo"
PY
