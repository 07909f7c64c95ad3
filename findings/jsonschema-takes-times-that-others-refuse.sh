#!/usr/bin/env bash
# jsonschema: FormatChecker() passes only the opening times that every other validator refuses
#
# Versions:  jsonschema[format] 4.26.0, check-jsonschema 0.39.0, jsonschema-rs 0.61.2 (PyPI),
#            ajv 8.20.0, ajv-formats 3.0.1 (npm)
# Input:     opens_at of a schedule, "format": "time", in a schema of draft 2020-12; with the
#            validator of that draft
# Expected:  a time by RFC 3339, with an offset, passes, and one without fails, as the draft says
# Behaviour: FormatChecker() without arguments holds the checks of all drafts together,
#            and for "time" the one that is left is that of draft 3: hours, minutes, seconds, no
#            more and no less. The extra for formats changes nothing. The validator's own
#            FORMAT_CHECKER is right, also for the same project's command.
# Seen, for 09:00:00 | 09:00:00Z | 09:00:00+01:00 | 09:00:
#   FormatChecker():  passes, fails, fails, fails
#   FORMAT_CHECKER:   fails, passes, passes, fails
#   check-jsonschema: fails, passes, passes, fails
#   jsonschema-rs:    fails, passes, passes, fails
#   ajv:              fails, passes, passes, fails
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check \
  'jsonschema[format]==4.26.0' check-jsonschema==0.39.0 jsonschema-rs==0.61.2
npm install --silent --no-audit --no-fund --prefix "$work" ajv@8.20.0 ajv-formats@3.0.1
cd "$work"

cat >schema.json <<'JSON'
{
  "$schema": "https://json-schema.org/draft/2020-12/schema",
  "type": "object",
  "properties": { "opens_at": { "type": "string", "format": "time" } }
}
JSON
cat >judge.mjs <<'JS'
import { readFileSync } from 'node:fs'
import Ajv from 'ajv/dist/2020.js'
import formats from 'ajv-formats'

const ajv = new Ajv.default()
formats.default(ajv)
const passes = ajv.compile(JSON.parse(readFileSync('schema.json', 'utf8')))
console.log(JSON.stringify(process.argv.slice(2).map((time) => passes({ opens_at: time }))))
JS
venv/bin/python - <<'PY'
import json
import subprocess
from pathlib import Path

import jsonschema_rs
from jsonschema import Draft202012Validator, FormatChecker

TIMES = ["09:00:00", "09:00:00Z", "09:00:00+01:00", "09:00"]
schema = json.loads(Path("schema.json").read_text())


def in_jsonschema(checker):
    return lambda schedule: Draft202012Validator(schema, format_checker=checker).is_valid(schedule)


def in_command(schedule):
    Path("schedule.json").write_text(json.dumps(schedule))
    command = ["venv/bin/check-jsonschema", "--schemafile", "schema.json", "schedule.json"]
    return subprocess.run(command, capture_output=True, check=False).returncode == 0


rust = jsonschema_rs.validator_for(schema, validate_formats=True)
VALIDATORS = {
    "FormatChecker()": in_jsonschema(FormatChecker()),
    "FORMAT_CHECKER": in_jsonschema(Draft202012Validator.FORMAT_CHECKER),
    "check-jsonschema": in_command,
    "jsonschema-rs": rust.is_valid,
}
seen = {name: [judge({"opens_at": time}) for time in TIMES] for name, judge in VALIDATORS.items()}
seen["ajv"] = json.loads(subprocess.check_output(["node", "judge.mjs", *TIMES]))
for name, passed in seen.items():
    verdicts = ", ".join("passes" if one else "fails" for one in passed)
    print(f"{name + ':':<17} {verdicts}")
    want = [True, False, False, False] if name == "FormatChecker()" else [False, True, True, False]
    assert passed == want, f"changed in {name}"
PY
