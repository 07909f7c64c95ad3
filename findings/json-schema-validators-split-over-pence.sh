#!/usr/bin/env bash
# JSON Schema: "multipleOf": 0.01 refuses £4.35 in two validators and passes it in three
#
# Versions:  jsonschema 4.26.0, jsonschema-rs 0.61.2, fastjsonschema 2.22.3 (PyPI),
#            ajv 8.20.0, @cfworker/json-schema 4.1.6 (npm)
# Input:     prices in pounds under {"type": "number", "multipleOf": 0.01}
# Expected:  every price in whole pence passes: the specification speaks of the numbers as written
# Behaviour: jsonschema and Ajv divide binary fractions and ask for a whole quotient, so some
#            prices fail (4.35, 19.99, 0.07) and their neighbours pass (4.25, 1.10). The other
#            three pass them all.
# Seen:
#    price  jsonschema  ajv      jsonschema-rs  fastjsonschema  cfworker
#     4.35  refused     refused  passed         passed          passed
#    19.99  refused     refused  passed         passed          passed
#     0.07  refused     refused  passed         passed          passed
#     4.25  passed      passed   passed         passed          passed
#      1.1  passed      passed   passed         passed          passed
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check \
  jsonschema==4.26.0 jsonschema-rs==0.61.2 fastjsonschema==2.22.3
npm install --silent --no-audit --no-fund --prefix "$work" ajv@8.20.0 @cfworker/json-schema@4.1.6

cat >"$work/ask.mjs" <<'JS'
import { Validator } from '@cfworker/json-schema'
import Ajv from 'ajv/dist/2020.js'

const schema = { type: 'number', multipleOf: 0.01 }
const ajv = new Ajv.default().compile(schema)
const cfworker = new Validator(schema, '2020-12')
const prices = JSON.parse(process.argv[2])
console.log(JSON.stringify(prices.map((price) => [ajv(price), cfworker.validate(price).valid])))
JS

cd "$work" && venv/bin/python - <<'PY'
import json
import subprocess

import fastjsonschema
import jsonschema
import jsonschema_rs

SCHEMA = {"type": "number", "multipleOf": 0.01}
PRICES = [4.35, 19.99, 0.07, 4.25, 1.1]
javascript = json.loads(subprocess.check_output(["node", "ask.mjs", json.dumps(PRICES)]))


def passes_fast(price):
    try:
        fastjsonschema.compile(SCHEMA)(price)
    except fastjsonschema.JsonSchemaValueException:
        return False
    return True


print(" price  jsonschema  ajv      jsonschema-rs  fastjsonschema  cfworker")
for price, (ajv, cfworker) in zip(PRICES, javascript, strict=True):
    usual = jsonschema.Draft202012Validator(SCHEMA).is_valid(price)
    rust = jsonschema_rs.validator_for(SCHEMA).is_valid(price)
    row = [usual, ajv, rust, passes_fast(price), cfworker]
    words = ["passed" if one else "refused" for one in row]
    print("{:>6}  {:<10}  {:<7}  {:<13}  {:<14}  {}".format(price, *words))
    strict = price in (4.25, 1.1)
    assert row == [strict, strict, True, True, True], f"changed for {price}"
PY
