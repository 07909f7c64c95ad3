#!/usr/bin/env bash
# ruamel.yaml: deleting the last field of a block deletes the heading of the next block
#
# Versions:  ruamel.yaml 0.19.1 (PyPI)
# Input:     a record of two blocks, with a blank line and a heading comment between them
# Expected:  a round trip keeps comments: a heading stays above the block that it heads
# Behaviour: a comment belongs to the field above it. Without that field the next block's heading
#            is gone; with a new field in the first block, that field lands under the heading of
#            the second. The data are right in both, so no test of data notices.
# Seen:
#   --- without internal.bleep
#   internal:
#     owner: Duty desk
#   web: https://example.org
#   --- with internal.room
#   internal:
#     owner: Duty desk
#     bleep: 123
#
#   # Published on the page of the service
#     room: 4
#   web: https://example.org
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check ruamel.yaml==0.19.1

"$work/venv/bin/python" - <<'PY'
import io

from ruamel.yaml import YAML

RECORD = """\
internal:
  owner: Duty desk
  bleep: 123

# Published on the page of the service
web: https://example.org
"""
HEADING = "# Published on the page of the service"


def edited(change):
    yaml = YAML()
    record = yaml.load(RECORD)
    change(record["internal"])
    out = io.StringIO()
    yaml.dump(record, out)
    return out.getvalue()


deleted = edited(lambda block: block.pop("bleep"))
added = edited(lambda block: block.update(room=4))
print("--- without internal.bleep", deleted, "--- with internal.room", added, sep="\n")
assert edited(lambda block: None) == RECORD, "changed: the plain round trip"
assert HEADING not in deleted, "changed: the heading survives"
assert f"{HEADING}\n  room: 4\nweb:" in added, "changed: the new field stays in its block"
PY
