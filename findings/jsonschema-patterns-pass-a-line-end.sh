#!/usr/bin/env bash
# jsonschema and check-jsonschema: one pattern, one project's two tools, two verdicts
#
# Versions:  jsonschema 4.26.0, check-jsonschema 0.39.0, fastjsonschema 2.22.3 (PyPI)
# Input:     "^[0-9]{5}$" and "^\d{5}$" on a code with a line end after it, as cells of a
#            spreadsheet have, and on a code in Arabic-Indic digits
# Expected:  the specification asks for ECMA-262 expressions, where $ without a flag is the very end
#            and \d is 0 to 9: both values are refused
# Behaviour: the library uses Python's re, where $ also stands before a last line end and \d is
#            any digit of Unicode. The command of the same project uses an ECMAScript engine.
#            fastjsonschema mends $ and not \d.
# Seen:
#   ^[0-9]{5}$ '12345\n'   jsonschema: passed   fastjsonschema: refused  check-jsonschema: refused
#   ^\d{5}$    '١٢٣٤٥'     jsonschema: passed   fastjsonschema: passed   check-jsonschema: refused
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check \
  jsonschema==4.26.0 check-jsonschema==0.39.0 fastjsonschema==2.22.3

cd "$work" && venv/bin/python - <<'PY'
import json
import subprocess
from pathlib import Path

import fastjsonschema
import jsonschema

CASES = [(r"^[0-9]{5}$", "12345\n", [True, False, False]),
         (r"^\d{5}$", "١٢٣٤٥", [True, True, False])]


def passes_fast(schema, value):
    try:
        fastjsonschema.compile(schema)(value)
    except fastjsonschema.JsonSchemaValueException:
        return False
    return True


def passes_command(schema, value):
    Path("schema.json").write_text(json.dumps(schema))
    Path("value.json").write_text(json.dumps(value))
    command = ["venv/bin/check-jsonschema", "--schemafile", "schema.json", "value.json"]
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode in (0, 1), done.stderr
    assert done.returncode == 0 or "does not match" in done.stdout, done.stdout
    return done.returncode == 0


for pattern, value, expected in CASES:
    schema = {"type": "string", "pattern": pattern}
    row = [jsonschema.Draft202012Validator(schema).is_valid(value),
           passes_fast(schema, value), passes_command(schema, value)]
    words = ["passed" if one else "refused" for one in row]
    print(f"{pattern:<10} {value!r:<10}  jsonschema: {words[0]:<7}  "
          f"fastjsonschema: {words[1]:<7}  check-jsonschema: {words[2]}")
    assert row == expected, "changed"
PY
