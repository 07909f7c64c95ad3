#!/usr/bin/env bash
# fpdf2: a text alternative for one picture makes a "tagged" PDF whose tags hold no words
#
# Versions:  fpdf2 2.8.9, pikepdf 10.18.0, pypdf 7.1.1 (PyPI)
# Input:     a page with a sentence, a table and a picture, the picture once without and once with
#            alt_text; language and title are set
# Expected:  a text alternative adds to what a screen reader has, and takes nothing away
# Behaviour: alt_text alone makes the document say that it is tagged (/Marked true), and its tree of
#            tags holds one Figure; sentence and table are on no tag. A reader that follows the tags
#            has the picture only. Without alt_text the file makes no such claim, and readers
#            work from the page.
# Seen:
#   without alt_text: tagged False, in the tags: nothing
#   with alt_text:    tagged True, in the tags: Document, Figure (Map of the practice)
#   on the page:      Closing date: 4 December 2026 / Essential Desirable / Driving Welsh
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check \
  fpdf2==2.8.9 pikepdf==10.18.0 pypdf==7.1.1

cd "$work" && venv/bin/python - <<'PY'
import pikepdf
from fpdf import FPDF
from PIL import Image
from pypdf import PdfReader

Image.new("RGB", (20, 20), "blue").save("map.png")


def written(alternative):
    pdf = FPDF()
    pdf.set_lang("en-GB")
    pdf.set_title("Link worker")
    pdf.add_page()
    pdf.set_font("helvetica")
    pdf.cell(text="Closing date: 4 December 2026", new_x="LMARGIN", new_y="NEXT")
    with pdf.table() as table:
        table.row(["Essential", "Desirable"])
        table.row(["Driving", "Welsh"])
    pdf.image("map.png", w=20, alt_text=alternative)
    pdf.output("post.pdf")


def elements(node):
    """The structure elements below a node, in order; content itself has no /S."""
    if isinstance(node, pikepdf.Array):
        return [element for child in node for element in elements(child)]
    if not isinstance(node, pikepdf.Dictionary) or "/S" not in node:
        return []
    name = str(node.S).removeprefix("/") + (f" ({node.Alt})" if "/Alt" in node else "")
    return [name, *elements(node.get("/K", pikepdf.Array()))]


def seen(label, alternative):
    written(alternative)
    with pikepdf.open("post.pdf") as file:
        tagged = bool(file.Root.get("/MarkInfo", {}).get("/Marked", False))
        tags = elements(file.Root.StructTreeRoot.K) if "/StructTreeRoot" in file.Root else []
    print(f"{label:<17} tagged {tagged}, in the tags: {', '.join(tags) or 'nothing'}")
    return tagged, tags, PdfReader("post.pdf").pages[0].extract_text().splitlines()


MAP = "Map of the practice"
plain, described = seen("without alt_text:", None), seen("with alt_text:", MAP)
WORDS = ["Closing date: 4 December 2026", "Essential Desirable", "Driving Welsh"]
print("on the page:     ", " / ".join(described[2]))
assert plain == (False, [], WORDS), "changed without alt_text"
assert described == (True, ["Document", f"Figure ({MAP})"], WORDS), "changed with alt_text"
PY
