#!/usr/bin/env bash
# mammoth, markitdown, docx2python: criterion 3 of a Word file is criterion 1, or has no number
#
# Versions:  mammoth 1.13.0, markitdown[docx] 0.1.9, docx2python 3.7.1, pandoc 3.9
#            (pypandoc_binary 1.17), python-docx 1.2.0 (PyPI)
# Input:     five criteria in one numbered list of Word, with a sentence and a heading between; the
#            list is that of the style "List Number", as python-docx makes it
# Expected:  1 to 5, as Word counts on over whatever stands between, or a message
# Behaviour: mammoth begins a new list at 1 after each paragraph that is not in the list, and gives
#            no message; markitdown reads with mammoth. docx2python knows numbers of a paragraph, and
#            not those of its style: it writes none. pandoc counts on.
# Seen:
#   pandoc:      1 Degree, 2 Registration, 3 Driving, 4 Welsh, 5 Research
#   mammoth:     1 Degree, 2 Registration, 1 Driving, 2 Welsh, 1 Research
#   markitdown:  1 Degree, 2 Registration, 1 Driving, 2 Welsh, 1 Research
#   docx2python: Degree, Registration, Driving, Welsh, Research
#   messages of mammoth: 0
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check \
  mammoth==1.13.0 'markitdown[docx]==0.1.9' docx2python==3.7.1 pypandoc_binary==1.17 \
  python-docx==1.2.0

cd "$work" && venv/bin/python - <<'PY'
import re

import mammoth
import pypandoc
from docx import Document
from docx2python import docx2python
from markitdown import MarkItDown

document = Document()
for criterion in ("Degree", "Registration"):
    document.add_paragraph(criterion, style="List Number")
document.add_paragraph("The next two are tested at interview.")
for criterion in ("Driving", "Welsh"):
    document.add_paragraph(criterion, style="List Number")
document.add_heading("Desirable", 2)
document.add_paragraph("Research", style="List Number")
document.save("criteria.docx")


def numbered(text):
    """The criteria of a text, each with the number that stands before it."""
    found = re.findall(r"^(\d*)[.)]?\s*(Degree|Registration|Driving|Welsh|Research)$", text, re.M)
    return ", ".join(" ".join(part for part in one if part) for one in found)


def from_html(html):
    lists = re.findall(r"<ol>(.*?)</ol>", html)
    assert "<ol start" not in html, "changed: it gives a start"
    items = [enumerate(re.findall(r"<li>(.*?)</li>", one), 1) for one in lists]
    return ", ".join(f"{number} {words}" for one in items for number, words in one)


with open("criteria.docx", "rb") as file:
    page = mammoth.convert_to_html(file)
seen = {
    "pandoc": numbered(pypandoc.convert_file("criteria.docx", "markdown")),
    "mammoth": from_html(page.value),
    "markitdown": numbered(MarkItDown().convert("criteria.docx").text_content),
    "docx2python": numbered(docx2python("criteria.docx").text),
}
for tool, criteria in seen.items():
    print(f"{tool + ':':<12} {criteria}")
print("messages of mammoth:", len(page.messages))
AGAIN = "1 Degree, 2 Registration, 1 Driving, 2 Welsh, 1 Research"
assert pypandoc.get_pandoc_version().startswith("3.9"), pypandoc.get_pandoc_version()
assert list(seen.values()) == [
    "1 Degree, 2 Registration, 3 Driving, 4 Welsh, 5 Research",
    AGAIN,
    AGAIN,
    "Degree, Registration, Driving, Welsh, Research",
], "changed"
assert not page.messages, "changed: mammoth has a message"
PY
