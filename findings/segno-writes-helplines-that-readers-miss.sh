#!/usr/bin/env bash
# segno: the QR code of a web address is read, and that of a short number is not
#
# Versions:  segno 1.6.6, zxing-cpp 3.1.1, Pillow 13.0.0 (PyPI), jsqr 1.4.0, qr 0.7.0,
#            pngjs 7.0.0 (npm)
# Input:     segno.make() of a web address, a long number and three short ones, saved as PNG
# Expected:  a QR code that readers of QR codes read, the easier the less is in it
# Behaviour: where the content is short enough, make() writes another kind of code, a Micro QR code
#            with one corner mark in place of three. jsqr and qr find no code there; zxing-cpp,
#            which knows both kinds, reads it. segno.make_qr(), or micro=False, writes the usual kind.
# Seen:
#   https://example.org/help: 2-M, read by jsqr, qr, zxing-cpp
#   tel:+441707123456:        1-L, read by jsqr, qr, zxing-cpp
#   tel:08001111:             M4-M, read by zxing-cpp
#   tel:116123:               M4-M, read by zxing-cpp
#   sms:85258:                M3-L, read by zxing-cpp
#   tel:116123, micro=False:  1-Q, read by jsqr, qr, zxing-cpp
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check \
  segno==1.6.6 zxing-cpp==3.1.1 pillow==13.0.0
npm install --silent --no-audit --no-fund --prefix "$work" jsqr@1.4.0 qr@0.7.0 pngjs@7.0.0
cd "$work"

cat >read.mjs <<'JS'
import { readFileSync } from 'node:fs'
import jsqr from 'jsqr'
import { PNG } from 'pngjs'
import decode from 'qr/decode.js'

const { width, height, data } = PNG.sync.read(readFileSync('code.png'))
const found = { jsqr: jsqr(new Uint8ClampedArray(data), width, height)?.data }
try {
  found.qr = decode({ width, height, data })
} catch (problem) {
  if (!/finder/.test(problem.message)) throw problem
}
console.log(JSON.stringify(found))
JS
venv/bin/python - <<'PY'
import json
import subprocess

import segno
import zxingcpp
from PIL import Image

ALL, ONE = ["jsqr", "qr", "zxing-cpp"], ["zxing-cpp"]
WANT = {
    ("https://example.org/help", None): ALL,
    ("tel:+441707123456", None): ALL,
    ("tel:08001111", None): ONE,
    ("tel:116123", None): ONE,
    ("sms:85258", None): ONE,
    ("tel:116123", False): ALL,
}
for (content, micro), want in WANT.items():
    code = segno.make(content, micro=micro)
    code.save("code.png", scale=8, border=4)
    read = json.loads(subprocess.check_output(["node", "read.mjs"]))
    image = Image.open("code.png").convert("L")
    read["zxing-cpp"] = "".join(found.text for found in zxingcpp.read_barcodes(image))
    seen = [reader for reader, text in read.items() if text == content]
    label = f"{content}:" if micro is None else f"{content}, micro=False:"
    print(f"{label:<25} {code.designator}, read by", ", ".join(seen))
    assert seen == want and code.is_micro == (want == ONE), f"changed: {read}"
PY
