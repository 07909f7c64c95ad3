#!/usr/bin/env bash
# A text box in a Word file: two readers print it twice, two not at all, and pandoc loses its paragraph
#
# Versions:  docx2txt 0.9, docx2python 3.7.1, python-docx 1.2.0, pandoc 3.9 (by pypandoc_binary
#            1.17) (PyPI), officeparser 7.8.0, mammoth 1.13.0 (npm)
# Input:     a paragraph with a text box, stored as Word has stored it since 2010: once as a drawing
#            (mc:Choice) and once more for older programs (mc:Fallback)
# Expected:  the paragraph and the box, once each, as mammoth gives them
# Behaviour: docx2txt and docx2python read both forms of the box. python-docx and officeparser read
#            neither. pandoc reads the box and leaves out the words of the paragraph that it hangs
#            on, which are ordinary text, and says nothing.
# Seen:
#   mammoth:      Band 6 post. | Call 01632 960123
#   docx2txt:     Band 6 | Call 01632 960123 | Call 01632 960123post.
#   docx2python:  Call 01632 960123 | Call 01632 960123 | Band 6 post.
#   python-docx:  Band 6 post.
#   officeparser: Band 6 post.
#   pandoc:       Call 01632 960123
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check \
  docx2txt==0.9 docx2python==3.7.1 python-docx==1.2.0 pypandoc_binary==1.17
npm install --silent --no-audit --no-fund --prefix "$work" officeparser@7.8.0 mammoth@1.13.0
cd "$work"

cat >make.py <<'PY'
import docx
from docx.oxml import parse_xml

NAMES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "v": "urn:schemas-microsoft-com:vml",
}
SPACES = " ".join(f'xmlns:{prefix}="{name}"' for prefix, name in NAMES.items())
WORDS = "<w:txbxContent><w:p><w:r><w:t>Call 01632 960123</w:t></w:r></w:p></w:txbxContent>"
SHAPE = (
    '<wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="2000000" '
    'cy="500000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></wps:spPr>'
    f"<wps:txbx>{WORDS}</wps:txbx><wps:bodyPr/></wps:wsp>"
)
DRAWING = (
    '<w:drawing><wp:inline><wp:extent cx="2000000" cy="500000"/><wp:docPr id="1" name="Text Box 1"/>'
    f'<a:graphic><a:graphicData uri="{NAMES["wps"]}">{SHAPE}</a:graphicData></a:graphic></wp:inline>'
    "</w:drawing>"
)
OLDER = (
    '<w:pict><v:shape id="box" style="width:157pt;height:39pt">'
    f"<v:textbox>{WORDS}</v:textbox></v:shape></w:pict>"
)
BOX = (
    f'<mc:AlternateContent><mc:Choice Requires="wps">{DRAWING}</mc:Choice>'
    f"<mc:Fallback>{OLDER}</mc:Fallback></mc:AlternateContent>"
)
document = docx.Document()
document.element.body.insert(0, parse_xml(
    f'<w:p {SPACES}><w:r><w:t xml:space="preserve">Band 6 </w:t></w:r><w:r>{BOX}</w:r>'
    "<w:r><w:t>post.</w:t></w:r></w:p>"
))
document.save("box.docx")
PY
cat >read.cjs <<'JS'
const mammoth = require('mammoth')
const { parseOffice } = require('officeparser')
Promise.all([mammoth.extractRawText({ path: 'box.docx' }), parseOffice('box.docx')]).then(
  ([usual, other]) => console.log(JSON.stringify([usual.value, other.toText()])),
)
JS
venv/bin/python make.py
node read.cjs >seen.json
venv/bin/python - <<'PY'
import json
from pathlib import Path

import docx
import docx2txt
import pypandoc
from docx2python import docx2python

usual, other = json.loads(Path("seen.json").read_text())
with docx2python("box.docx") as file:
    two = file.text
SEEN = {
    "mammoth": (usual, "Band 6 post. | Call 01632 960123"),
    "docx2txt": (docx2txt.process("box.docx"), "Band 6 | Call 01632 960123 | Call 01632 960123post."),
    "docx2python": (two, "Call 01632 960123 | Call 01632 960123 | Band 6 post."),
    "python-docx": ("\n".join(part.text for part in docx.Document("box.docx").paragraphs), "Band 6 post."),
    "officeparser": (other, "Band 6 post."),
    "pandoc": (pypandoc.convert_file("box.docx", "plain"), "Call 01632 960123"),
}
for name, (text, want) in SEEN.items():
    seen = " | ".join(line.strip() for line in text.splitlines() if line.strip())
    print(f"{name + ':':<13} {seen}")
    assert seen == want, f"changed in {name}"
PY
