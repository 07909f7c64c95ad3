#!/usr/bin/env bash
# pikepdf, pypdf, PyMuPDF: two accessible PDFs make one that is not, and the checker passes it
#
# Versions:  pikepdf 10.18.0, pypdf 7.1.1, PyMuPDF 2.0, pypdfium2 5.15.2 (PDFium reads the tags, as
#            in Chrome), WeasyPrint 70.0, page-validation 0.11.0 (PyPI)
# Input:     two tagged handouts of a page each, both valid PDF/UA-1; the second begins with a
#            paragraph and goes on with a heading, the first the other way round. The second is
#            added to the opened first.
# Expected:  each page keeps its own tags, or the file no longer says that it is PDF/UA
# Behaviour: no tag of the second file is taken over. pypdf and PyMuPDF leave its page on no tag.
#            pikepdf leaves the page's key to the tags too, and that key is 0 in every file: the
#            page finds the tags of page 1, and its words are read under them. All three files
#            still claim PDF/UA-1, and pass.
# Seen:
#   alone:   H1 (Anxiety group) comes after P (For adults only)
#   pikepdf: page 2 has H1 (For adults only), P (Anxiety group); PDF/UA-1 passed
#   pypdf:   page 2 has no tags; PDF/UA-1 passed
#   pymupdf: page 2 has no tags; PDF/UA-1 passed
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check \
  pikepdf==10.18.0 pypdf==7.1.1 pymupdf==2.0 pypdfium2==5.15.2 weasyprint==70.0 \
  page-validation==0.11.0

cd "$work" && venv/bin/python - <<'PY'
from ctypes import create_string_buffer

import page
import pikepdf
import pymupdf
import pypdfium2
import pypdfium2.raw as pdfium
from pypdf import PdfWriter
from weasyprint import HTML

FIRST = "<h1>Who to call</h1><p>Samaritans: 116 123</p>"
SECOND = "<p>For adults only</p><h1>Anxiety group</h1>"
for name, body in (("first.pdf", FIRST), ("second.pdf", SECOND)):
    html = f'<!doctype html><html lang="en-GB"><title>Handout</title>{body}'
    HTML(string=html).write_pdf(name, pdf_variant="pdf/ua-1")


def with_pikepdf():
    with pikepdf.open("first.pdf") as first, pikepdf.open("second.pdf") as second:
        first.pages.extend(second.pages)
        first.save("pikepdf.pdf")


def with_pypdf():
    writer = PdfWriter(clone_from="first.pdf")
    writer.append("second.pdf")
    writer.write("pypdf.pdf")


def with_pymupdf():
    with pymupdf.open("first.pdf") as first, pymupdf.open("second.pdf") as second:
        first.insert_pdf(second)
        first.save("pymupdf.pdf")


def words(opened):
    """The words of each piece of marked content, by its number on the page."""
    reader, pieces = opened.get_textpage(), {}
    for item in opened.get_objects(filter=[pdfium.FPDF_PAGEOBJ_TEXT], textpage=reader):
        number = pdfium.FPDFPageObj_GetMarkedContentID(item.raw)
        pieces[number] = pieces.get(number, "") + item.extract()
    return pieces


def tag(element):
    size = pdfium.FPDF_StructElement_GetType(element, None, 0)
    name = create_string_buffer(size)
    pdfium.FPDF_StructElement_GetType(element, name, size)
    return name.raw.decode("utf-16-le").rstrip("\0")


def blocks(element, pieces):
    """Tags with the words that they hold; WeasyPrint puts the words of each block in a Span."""
    for at in range(pdfium.FPDF_StructElement_CountChildren(element)):
        child = pdfium.FPDF_StructElement_GetChildAtIndex(element, at)
        number = pdfium.FPDF_StructElement_GetMarkedContentIdAtIndex(child, 0) if child else -1
        if number >= 0:
            yield f"{tag(element)} ({pieces[number]})"
        elif child:
            yield from blocks(child, pieces)


def tags(path, index):
    opened = pypdfium2.PdfDocument(path)[index]
    tree = pdfium.FPDF_StructTree_GetForPage(opened.raw)
    every = range(pdfium.FPDF_StructTree_CountChildren(tree))
    roots = filter(None, (pdfium.FPDF_StructTree_GetChildAtIndex(tree, at) for at in every))
    return [block for root in roots for block in blocks(root, words(opened))]


alone = tags("second.pdf", 0)
assert alone == ["P (For adults only)", "H1 (Anxiety group)"], alone
print("alone:   H1 (Anxiety group) comes after P (For adults only)")
expected = {"pikepdf": ["H1 (For adults only)", "P (Anxiety group)"], "pypdf": [], "pymupdf": []}
for join, name in ((with_pikepdf, "pikepdf"), (with_pypdf, "pypdf"), (with_pymupdf, "pymupdf")):
    join()
    seen = tags(f"{name}.pdf", 1)
    passed = page.validate_pdf(f"{name}.pdf", profile="ua1").is_compliant
    verdict = "passed" if passed else "failed"
    print(f"{name + ':':<8} page 2 has {', '.join(seen) or 'no tags'}; PDF/UA-1 {verdict}")
    assert (seen, passed) == (expected[name], True), f"changed in {name}"
PY
