#!/usr/bin/env bash
# WeasyPrint: a bold number in a link makes two links, one of them no link in the tags
#
# Versions:  WeasyPrint 70.0, pikepdf 10.18.0, page-validation 0.11.0 (PyPI)
# Input:     a paragraph with a link to a number, written as PDF/UA-1: plain, with the number in
#            bold in the link, and with the link in bold
# Expected:  one link with one tag; HTML allows both ways, and they look alike
# Behaviour: each inline element in the link becomes a second link, under a tag that is not Link: a
#            second stop for the keyboard, and the file that was asked for as PDF/UA-1 is not
#            PDF/UA-1. No warning says so. A span without any style does the same.
# Seen:
#   <a>Call 111</a>:              Link; 1 link on the page, PDF/UA-1 passed
#   <b><a>Call 111</a></b>:       Link; 1 link on the page, PDF/UA-1 passed
#   <a>Call <b>111</b></a>:       Link, NonStruct; 2 links on the page, PDF/UA-1 failed
#   <a>Call <span>111</span></a>: Link, Span; 2 links on the page, PDF/UA-1 failed
#   warnings: 0
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


def linked(node):
    """The tags that hold a link of the page, below a node of the tree of tags."""
    below = node.get("/K", [])
    below = below if isinstance(below, pikepdf.Array) else [below]
    inner = [one for one in below if isinstance(one, pikepdf.Dictionary)]
    holds = any(one.get("/Type") == pikepdf.Name.OBJR for one in inner)
    here = [str(node.S).lstrip("/")] if holds else []
    return here + [name for one in inner for name in linked(one)]


def written(part):
    part = part.replace("<a>", '<a href="tel:111">')
    html = f'<!doctype html><html lang="en-GB"><title>Help</title><body><h1>Help</h1><p>{part}</p>'
    HTML(string=html).write_pdf("help.pdf", pdf_variant="pdf/ua-1")
    with pikepdf.open("help.pdf") as pdf:
        names, links = linked(pdf.Root.StructTreeRoot), len(pdf.pages[0].Annots)
    return names, links, page.validate_pdf("help.pdf", profile="ua1").is_compliant


WHOLE = (["Link"], 1, True)
WANT = {
    "<a>Call 111</a>": WHOLE,
    "<b><a>Call 111</a></b>": WHOLE,
    "<a>Call <b>111</b></a>": (["Link", "NonStruct"], 2, False),
    "<a>Call <span>111</span></a>": (["Link", "Span"], 2, False),
}
for part, want in WANT.items():
    names, links, passed = seen = written(part)
    count = f"{links} link" + "s" * (links > 1)
    verdict = "passed" if passed else "failed"
    print(f"{part + ':':<29} {', '.join(names)}; {count} on the page, PDF/UA-1 {verdict}")
    assert seen == want, f"changed: {seen}"
print("warnings:", len(warnings))
assert not warnings, "changed: it warns now"
PY
