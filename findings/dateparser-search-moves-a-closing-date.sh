#!/usr/bin/env bash
# dateparser: search_dates moves a closing date by a week, and interviews by months and years
#
# Versions:  dateparser 1.5.0 (PyPI)
# Input:     sentences of adverts with one full date each; English, day first
# Expected:  search_dates finds what parse reads: 4 December 2026. Of two days it finds both, or
#            one, or none
# Behaviour: with "at 11.59pm" it takes "December 2026 at 11", and says 11 December; with a colon
#            it is right, and so is parse with the dot. "15 and 16 December" is December 2016,
#            "7th and 8th January 2027" is 7 August 2026. Nothing marks these as guesses.
# Seen:
#   parse, 4 December 2026 at 11.59pm: 2026-12-04
#   Closing date: 4 December 2026 at 11:59pm.
#     '4 December 2026 at 11:59pm' = 2026-12-04
#   Closing date: 4 December 2026 at 11.59pm.
#     'December 2026 at 11' = 2026-12-11
#   Interviews on 15 and 16 December
#     'on 15 and 16 December' = 2016-12-15
#   Interviews: 7th and 8th January 2027
#     '7th and 8th' = 2026-08-07, 'January 2027' = 2027-01-01
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check dateparser==1.5.0

cd "$work" && venv/bin/python - <<'PY'
from datetime import datetime

import dateparser
from dateparser.search import search_dates

SEEN = {
    "Closing date: 4 December 2026 at 11:59pm.": {"4 December 2026 at 11:59pm": "2026-12-04"},
    "Closing date: 4 December 2026 at 11.59pm.": {"December 2026 at 11": "2026-12-11"},
    "Interviews on 15 and 16 December": {"on 15 and 16 December": "2016-12-15"},
    "Interviews: 7th and 8th January 2027": {"7th and 8th": "2026-08-07", "January 2027": "2027-01-01"},
}
OPTIONS = {
    "languages": ["en"],
    "settings": {"RELATIVE_BASE": datetime(2026, 11, 1, 12), "DATE_ORDER": "DMY"},
}


def found(text):
    return {words: f"{day:%Y-%m-%d}" for words, day in search_dates(text, **OPTIONS)}


text = "4 December 2026 at 11.59pm"
parsed = dateparser.parse(text, **OPTIONS)
print(f"parse, {text}: {parsed:%Y-%m-%d}")
for text in SEEN:
    print(text)
    print("  " + ", ".join(f"{words!r} = {day}" for words, day in found(text).items()))
assert parsed == datetime(2026, 12, 4, 23, 59), "changed in parse"
assert {text: found(text) for text in SEEN} == SEEN, "changed in search_dates"
PY
