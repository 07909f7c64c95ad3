#!/usr/bin/env bash
# Babel: "5:30 pm" that it wrote for Britain it reads back as 05:30
#
# Versions:  Babel 2.19.0 (PyPI)
# Input:     closing times, written by Babel itself in the pattern "h:mm a", and two as people
#            write them; each is read by parse_time for en_GB and for en_US
# Expected:  one time of day for each, whatever the country, or an error
# Behaviour: am and pm count only where the short time of the locale has them. Britain, Ireland and
#            Wales count to 24 there, so pm is passed over in silence: the evening becomes the
#            morning, and midnight becomes noon. A range is one time, 9 hours and 5 minutes.
#            parse_time with a format of its own, "h:mm a", is right.
# Seen:
#   5:30 pm:   en_GB 05:30, en_US 17:30, with format 17:30
#   12:00 am:  en_GB 12:00, en_US 00:00, with format 00:00
#   5.30pm:    en_GB 05:30, en_US 17:30, with format 17:30
#   9am - 5pm: en_GB 09:05, en_US 21:05, with format 21:05
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check babel==2.19.0

"$work/venv/bin/python" - <<'PY'
from datetime import time

from babel.dates import format_time, parse_time

evening, midnight = (format_time(at, "h:mm a", locale="en_GB") for at in (time(17, 30), time(0)))
assert (evening, midnight) == ("5:30 pm", "12:00 am"), "changed: it writes them in another way"
WANT = {
    evening: ["05:30", "17:30", "17:30"],
    midnight: ["12:00", "00:00", "00:00"],
    "5.30pm": ["05:30", "17:30", "17:30"],
    "9am - 5pm": ["09:05", "21:05", "21:05"],
}
for text, want in WANT.items():
    ways = [{"locale": "en_GB"}, {"locale": "en_US"}, {"locale": "en_GB", "format": "h:mm a"}]
    seen = [f"{parse_time(text, **way):%H:%M}" for way in ways]
    print("{:<10} en_GB {}, en_US {}, with format {}".format(text + ":", *seen))
    assert seen == want, "changed"
for locale in ("en_IE", "cy_GB"):
    assert parse_time(evening, locale=locale) == time(5, 30), f"changed for {locale}"
PY
