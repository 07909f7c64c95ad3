#!/usr/bin/env bash
# YAML merge keys: two tools merge, two hand back a field named "<<"
#
# Versions:  PyYAML 6.0.3, ruamel.yaml 0.19.1, typst 0.15.2 (PyPI), yaml 2.9.1 (npm)
# Input:     a role that takes its hours from a shared block through "<<: *terms"
# Expected:  the role has hours in every tool, or the tool refuses the file
# Behaviour: PyYAML and ruamel.yaml merge (ruamel.yaml though it speaks YAML 1.2, which has no
#            merge key). Typst and the npm package leave the block under a key "<<", without a
#            word, and the role has no hours.
# Seen:
#   PyYAML       band 7  hours 37.5  keys ['band', 'hours']
#   ruamel.yaml  band 7  hours 37.5  keys ['band', 'hours']
#   yaml (npm)   band 7  hours None  keys ['<<', 'band']
#   Typst        band 7  hours None  keys ['<<', 'band']
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check \
  PyYAML==6.0.3 ruamel.yaml==0.19.1 typst==0.15.2
npm install --silent --no-audit --no-fund --prefix "$work" yaml@2.9.1

cat >"$work/role.yaml" <<'YAML'
terms: &terms {band: 6, hours: 37.5}
role:
  <<: *terms
  band: 7
YAML
cat >"$work/read.mjs" <<'JS'
import { readFileSync } from 'node:fs'
import { parse } from 'yaml'

console.log(JSON.stringify(parse(readFileSync('role.yaml', 'utf8')).role))
JS

cd "$work" && venv/bin/python - <<'PY'
import json
import subprocess
from pathlib import Path

import typst
import yaml
from ruamel.yaml import YAML

text = Path("role.yaml").read_text()
Path("role.typ").write_text('#metadata(yaml("role.yaml").role) <role>')
roles = {
    "PyYAML": yaml.safe_load(text)["role"],
    "ruamel.yaml": dict(YAML(typ="safe").load(text)["role"]),
    "yaml (npm)": json.loads(subprocess.check_output(["node", "read.mjs"])),
    "Typst": json.loads(typst.query("role.typ", "<role>", field="value", one=True)),
}
for tool, role in roles.items():
    print(f"{tool:<12} band {role['band']}  hours {role.get('hours')}  keys {sorted(role)}")
merging = [tool for tool, role in roles.items() if role == {"band": 7, "hours": 37.5}]
assert merging == ["PyYAML", "ruamel.yaml"], "changed"
assert all("<<" in roles[tool] for tool in ("yaml (npm)", "Typst")), "changed"
PY
