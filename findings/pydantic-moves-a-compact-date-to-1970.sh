#!/usr/bin/env bash
# pydantic: a closing date of 20261204 becomes 23 August 1970
#
# Versions:  pydantic 2.14.4, msgspec 0.23.0, marshmallow 4.4.0 (PyPI)
# Input:     dates as text in the compact form of ISO 8601, which calendar files use for whole days
#            and spreadsheets for sorting, and 4 December in figures only; for fields of the types
#            datetime and date
# Expected:  4 December 2026, as fromisoformat and marshmallow read it, or an error, as msgspec and
#            pydantic's own date, and as pydantic gives for the same day with a time of day
# Behaviour: for a datetime, a text of figures alone is a count of seconds since 1970, in UTC.
#            Every date of this century is a moment of August 1970, valid, and in the past.
# Seen:
#   20261204:      datetime 1970-08-23 12:06:44+00:00, date refused
#   20270131:      datetime 1970-08-23 14:35:31+00:00, date refused
#   04122026:      datetime 1970-02-17 17:00:26+00:00, date refused
#   20261204T0900: datetime refused, date refused
#   2026-12-04:    datetime 2026-12-04 00:00:00, date 2026-12-04
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check \
  pydantic==2.14.4 msgspec==0.23.0 marshmallow==4.4.0

"$work/venv/bin/python" - <<'PY'
from datetime import date, datetime

import msgspec
from marshmallow import fields
from pydantic import TypeAdapter, ValidationError

WANT = {
    "20261204": ("1970-08-23 12:06:44+00:00", "refused"),
    "20270131": ("1970-08-23 14:35:31+00:00", "refused"),
    "04122026": ("1970-02-17 17:00:26+00:00", "refused"),
    "20261204T0900": ("refused", "refused"),
    "2026-12-04": ("2026-12-04 00:00:00", "2026-12-04"),
}


def read(kind, text):
    try:
        return str(TypeAdapter(kind).validate_python(text))
    except ValidationError:
        return "refused"


for text, want in WANT.items():
    seen = read(datetime, text), read(date, text)
    print(f"{text + ':':<14} datetime {seen[0]}, date {seen[1]}")
    assert seen == want, "changed in pydantic"

right = datetime(2026, 12, 4)
assert datetime.fromisoformat("20261204") == right
assert fields.DateTime().deserialize("20261204") == right, "changed in marshmallow"
try:
    raise AssertionError(f"changed in msgspec: {msgspec.convert('20261204', datetime)}")
except msgspec.ValidationError:
    pass
PY
