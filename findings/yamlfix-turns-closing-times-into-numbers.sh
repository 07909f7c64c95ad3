#!/usr/bin/env bash
# yamlfix: a formatter takes the quotes from '18:30', and PyYAML then reads 1110
#
# Versions:  yamlfix 1.19.1, PyYAML 6.0.3 (PyPI)
# Input:     a YAML file with quoted words: two times, a length, a phone number, and yes
# Expected:  a formatter changes how a file looks, not what it says
# Behaviour: yamlfix drops quotes that it takes for needless and writes the file back. It keeps them
#            on a phone number and on 'yes', which only YAML 1.1 reads as true; but not on times,
#            which YAML 1.1 reads in base 60. A time with a leading nought stays text, so opening
#            times come through and closing times do not.
# Seen:
#   before: opens '09:30', closes '18:30', length '1:30', phone '08001111', free 'yes'
#   after:  opens '09:30', closes 1110, length 90, phone '08001111', free 'yes'
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check yamlfix==1.19.1 PyYAML==6.0.3

cd "$work" && venv/bin/python - <<'PY'
import subprocess
from pathlib import Path

import yaml

FIELDS = {"opens": "09:30", "closes": "18:30", "length": "1:30", "phone": "08001111", "free": "yes"}
file = Path("group.yaml")
file.write_text("---\n" + "".join(f"{name}: '{value}'\n" for name, value in FIELDS.items()))


def read(label):
    fields = yaml.safe_load(file.read_text())
    print(f"{label + ':':<7}", ", ".join(f"{name} {value!r}" for name, value in fields.items()))
    return fields


before = read("before")
subprocess.run(["venv/bin/yamlfix", "group.yaml"], check=True, capture_output=True)
after = read("after")
assert before == FIELDS, "changed in PyYAML"
assert after == {**FIELDS, "closes": 1110, "length": 90}, "changed"
PY
