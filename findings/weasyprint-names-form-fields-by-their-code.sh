#!/usr/bin/env bash
# WeasyPrint: a PDF form's fields are called "q7" and "r", whatever their labels say
#
# Versions:  WeasyPrint 70.0, pikepdf 10.18.0, page-validation 0.11.0 (PyPI)
# Input:     a form with a label, an aria-label, a title, and two radio buttons with labels, made
#            with pdf_forms=True as PDF/UA-1
# Expected:  the name that a screen reader says (/TU) comes from the label, as in a browser
# Behaviour: it is the title, else the name attribute: labels and aria-label are passed over. Both
#            radio buttons have one name, so nothing tells yes from no. A checker of PDF/UA-1 passes
#            the file, because each field has some name.
# Seen:
#   <label> "Full name"       name=q7   /TU 'q7'
#   aria-label "Postcode"     name=pc   /TU 'pc'
#   title "Best time to ring" name=t    /TU 'Best time to ring'
#   radio "Yes" and "No"      name=r    /TU 'r', 'r'
#   PDF/UA-1: passed
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check \
  weasyprint==70.0 pikepdf==10.18.0 page-validation==0.11.0

cd "$work" && venv/bin/python - <<'PY'
import page
import pikepdf
from weasyprint import HTML

FORM = """<!doctype html><html lang="en-GB"><title>Referral</title><body><h1>Referral</h1>
<p><label for="name">Full name</label> <input id="name" name="q7"></p>
<p>Postcode <input name="pc" aria-label="Postcode"></p>
<p>When? <input name="t" title="Best time to ring"></p>
<fieldset><legend>Interpreter needed?</legend>
<label><input type="radio" name="r" value="y"> Yes</label>
<label><input type="radio" name="r" value="n"> No</label></fieldset>"""
HTML(string=FORM).write_pdf("form.pdf", pdf_variant="pdf/ua-1", pdf_forms=True)

names = {}
with pikepdf.open("form.pdf") as pdf:
    for sheet in pdf.pages:
        for note in sheet.get("/Annots", []):
            if note.Subtype == "/Widget":
                code = str(note.get("/T") or note.Parent.T)
                names.setdefault(code, []).append(str(note.get("/TU")))
LABELS = {"q7": '<label> "Full name"', "pc": 'aria-label "Postcode"',
          "t": 'title "Best time to ring"', "r": 'radio "Yes" and "No"'}
for code, label in LABELS.items():
    print(f"{label:<25} name={code:<4} /TU {', '.join(map(repr, names[code]))}")
passed = page.validate_pdf("form.pdf", profile="ua1").is_compliant
print("PDF/UA-1:", "passed" if passed else "failed")
expected = {"q7": ["q7"], "pc": ["pc"], "t": ["Best time to ring"], "r": ["r", "r"]}
assert names == expected, f"changed: {names}"
assert passed, "changed: the checker refuses it"
PY
