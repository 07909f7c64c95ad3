#!/usr/bin/env bash
# PyYAML writes some phone numbers and codes without quotes, and YAML 1.2 readers make them numbers
#
# Versions:  PyYAML 6.0.3, ruamel.yaml 0.19.1, typst 0.15.2 (PyPI), yaml 2.9.1 (npm)
# Input:     two phone numbers without spaces and two codes, all strings, written by yaml.safe_dump
# Expected:  a string that safe_dump writes is a string to any reader of YAML
# Behaviour: PyYAML quotes what YAML 1.1 would take for a number. A leading 0 with an 8 or 9 in it
#            is not octal, and 5E1 has no dot, so both stay plain; YAML 1.2 takes them for numbers.
#            The same phone number without 8 or 9 is quoted, so most files look right. Typst
#            agrees with PyYAML on the first and with the others on the third.
# Seen:
#   written           PyYAML       ruamel.yaml  yaml (npm)   Typst
#   k: 08001111       '08001111'   8001111      8001111      '08001111'
#   k: '03001111'     '03001111'   '03001111'   '03001111'   '03001111'
#   k: 5E1            '5E1'        50.0         50           50.0
#   k: 0o17           '0o17'       15           15           15
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check \
  PyYAML==6.0.3 ruamel.yaml==0.19.1 typst==0.15.2
npm install --silent --no-audit --no-fund --prefix "$work" yaml@2.9.1

cat >"$work/read.mjs" <<'JS'
import { readFileSync } from 'node:fs'
import { parse } from 'yaml'

const lines = readFileSync('written.yaml', 'utf8').trim().split('\n')
console.log(JSON.stringify(lines.map((line) => parse(line).k)))
JS
cat >"$work/table.py" <<'PY'
import json
import subprocess
from pathlib import Path

import typst
import yaml
from ruamel.yaml import YAML

TEXTS = ["08001111", "03001111", "5E1", "0o17"]
written = [yaml.safe_dump({"k": text}).strip() for text in TEXTS]
Path("written.yaml").write_text("\n".join(written) + "\n")
npm = json.loads(subprocess.check_output(["node", "read.mjs"]))


def by_typst(line):
    Path("one.yaml").write_text(line)
    Path("one.typ").write_text('#metadata(yaml("one.yaml").k) <k>')
    return json.loads(typst.query("one.typ", "<k>", field="value", one=True))


print(f"{'written':<17} {'PyYAML':<12} {'ruamel.yaml':<12} {'yaml (npm)':<12} Typst")
rows = []
for line, other in zip(written, npm, strict=True):
    row = [yaml.safe_load(line)["k"], YAML(typ="safe").load(line)["k"], other, by_typst(line)]
    rows.append(row)
    print(f"{line:<17} " + " ".join(f"{value!r:<12}" for value in row).rstrip())
assert rows == [
    ["08001111", 8001111, 8001111, "08001111"],
    ["03001111"] * 4,
    ["5E1", 50.0, 50, 50.0],
    ["0o17", 15, 15, 15],
], "changed"
PY
(cd "$work" && venv/bin/python table.py)
