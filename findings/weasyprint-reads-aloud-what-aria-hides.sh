#!/usr/bin/env bash
# WeasyPrint: ARIA and the alternative text of CSS never reach the tags of a PDF/UA file
#
# Versions:  WeasyPrint 70.0, pikepdf 10.18.0, page-validation 0.11.0 (PyPI)
# Input:     a page with an aria-hidden decoration, a heading by role and aria-level, and a star
#            whose CSS gives the words for it: content: "★" / "essential"
# Expected:  the decoration is an artifact, the heading is H2, the star has an alternative text; or
#            a warning, as for CSS that is not known
# Behaviour: the decoration is a paragraph to be read, the heading a Div, and the star is drawn (so
#            the syntax is understood) with its words thrown away. No warning, and a checker of
#            PDF/UA-1 passes the file.
# Seen:
#   hidden decoration: tags ['P']
#   heading by role:   tags ['Div']
#   star with words:   tags ['P', 'NonStruct'], alternative texts 0
#   warnings: 0
#   PDF/UA-1: passed
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check \
  weasyprint==70.0 pikepdf==10.18.0 page-validation==0.11.0

cd "$work" && venv/bin/python - <<'PY'
import logging

import page
import pikepdf
from weasyprint import HTML

warnings = []
handler = logging.Handler()
handler.emit = lambda record: warnings.append(record.getMessage())
logging.getLogger("weasyprint").handlers = [handler]
STYLE = '<style>.star::before { content: "\N{BLACK STAR}" / "essential" }</style>'
PARTS = {
    "hidden decoration": '<p aria-hidden="true">~</p>',
    "heading by role": '<div role="heading" aria-level="2">Duties</div>',
    "star with words": '<p class="star">Driving licence</p>',
}


def nodes(node):
    """Every element below a node of the structure tree."""
    below = node.get("/K", [])
    for child in below if isinstance(below, pikepdf.Array) else [below]:
        if isinstance(child, pikepdf.Dictionary) and "/S" in child:
            yield child
            yield from nodes(child)


def tags(part):
    html = f'<!doctype html><html lang="en-GB"><title>Pack</title>{STYLE}<body><h1>Pack</h1>{part}'
    HTML(string=html).write_pdf("pack.pdf", pdf_variant="pdf/ua-1")
    with pikepdf.open("pack.pdf") as pdf:
        every = list(nodes(pdf.Root.StructTreeRoot))
        worded = sum(key in one for one in every for key in ("/Alt", "/ActualText", "/E"))
        names = [str(one.S).lstrip("/") for one in every]
    ours = [name for name in names if name not in ("Document", "H1", "Span")]
    return ours, worded, page.validate_pdf("pack.pdf", profile="ua1").is_compliant


seen = {name: tags(part) for name, part in PARTS.items()}
for name, (names, worded, _) in seen.items():
    print(f"{name + ':':<18} tags {names}" + f", alternative texts {worded}" * (name[0] == "s"))
print("warnings:", len(warnings))
print("PDF/UA-1:", "passed" if all(passed for *_, passed in seen.values()) else "failed")
expected = [(["P"], 0, True), (["Div"], 0, True), (["P", "NonStruct"], 0, True)]
assert list(seen.values()) == expected, f"changed: {seen}"
assert not warnings, "changed: it warns now"
PY
