#!/usr/bin/env bash
# fastjsonschema: a schema that declares draft 2020-12 is read as draft 7, in silence
#
# Versions:  fastjsonschema 2.22.3, jsonschema 4.26.0 (PyPI)
# Input:     three schemas with "$schema" of draft 2020-12, each with a keyword that came after
#            draft 7, and a value that breaks it
# Expected:  the value is refused, or the unknown "$schema" is
# Behaviour: compile() takes any "$schema" and every value passes. Keywords beside "$ref", which
#            2020-12 honours, are passed over too.
# Seen:
#   dependentRequired      jsonschema: refused  fastjsonschema: passed
#   unevaluatedProperties  jsonschema: refused  fastjsonschema: passed
#   maxLength beside $ref  jsonschema: refused  fastjsonschema: passed
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check \
  fastjsonschema==2.22.3 jsonschema==4.26.0

"$work/venv/bin/python" - <<'PY'
import fastjsonschema
import jsonschema

DRAFT = {"$schema": "https://json-schema.org/draft/2020-12/schema"}
CASES = {
    "dependentRequired": (
        {"dependentRequired": {"opens_at": ["closes_at"]}},
        {"opens_at": "09:00"},
    ),
    "unevaluatedProperties": (
        {"allOf": [{"properties": {"name": {}}}], "unevaluatedProperties": False},
        {"nmae": "Mind"},
    ),
    "maxLength beside $ref": (
        {"properties": {"code": {"$ref": "#/$defs/code", "maxLength": 3}},
         "$defs": {"code": {"type": "string"}}},
        {"code": "ABCDEF"},
    ),
}
for name, (keywords, value) in CASES.items():
    schema = DRAFT | keywords
    jsonschema.Draft202012Validator.check_schema(schema)
    usual = jsonschema.Draft202012Validator(schema).is_valid(value)
    try:
        fastjsonschema.compile(schema)(value)
        fast = True
    except fastjsonschema.JsonSchemaValueException:
        fast = False
    words = ["passed" if one else "refused" for one in (usual, fast)]
    print(f"{name:<22} jsonschema: {words[0]:<7}  fastjsonschema: {words[1]}")
    assert (usual, fast) == (False, True), f"changed for {name}"
PY
