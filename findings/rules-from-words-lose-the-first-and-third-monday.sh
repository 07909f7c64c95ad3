#!/usr/bin/env bash
# rrule and recurrent: "the 1st and 3rd Monday" never comes, and "alternate Tuesdays" is weekly
#
# Versions:  rrule 2.8.1 (npm), recurrent 0.4.1 (PyPI)
# Input:     phrases with which groups say when they meet: for rrule in its own "every ... on ...",
#            for recurrent in plain English
# Expected:  the rule that the words say, or an error, as rrule gives for "every other Wednesday"
# Behaviour: rrule reads "1st and 3rd Monday" as the first of the month, if that is its third
#            Monday: a rule without a single day, which it then prints as "every month on the
#            1st". Words after "except" are dropped. recurrent drops "alternate" and
#            "fortnightly", and takes two Mondays of each month for one day. Neither says a word.
# Seen:
#   rrule:     every month on the 1st Monday and 3rd Monday: BYDAY=+1MO,+3MO
#   rrule:     every month on the 1st and 3rd Monday: BYMONTHDAY=1;BYDAY=+3MO, days in 2026: 0
#   rrule:     every week on Monday except in August: BYDAY=MO
#   recurrent: every other Tuesday: RRULE:BYDAY=TU;INTERVAL=2;FREQ=WEEKLY
#   recurrent: alternate Tuesdays: RRULE:BYDAY=TU;INTERVAL=1;FREQ=WEEKLY
#   recurrent: fortnightly on Tuesdays: RRULE:BYDAY=TU;INTERVAL=1;FREQ=WEEKLY
#   recurrent: 1st and 3rd Monday of the month: 2026-12-07
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check recurrent==0.4.1
npm install --silent --no-audit --no-fund --prefix "$work" rrule@2.8.1
cd "$work"

cat >rules.mjs <<'JS'
import assert from 'node:assert/strict'
import rrule from 'rrule'

const { RRule } = rrule
const YEAR = { dtstart: new Date(Date.UTC(2026, 0, 1)), until: new Date(Date.UTC(2026, 11, 31)) }
const read = (words) => {
  const rule = RRule.fromText(words)
  const byday = rule.toString().replace(/^RRULE:FREQ=\w+;/, '')
  return [byday, new RRule({ ...rule.origOptions, ...YEAR }).all().length, rule.toText()]
}
const own = read('every month on the 1st Monday and 3rd Monday')
const usual = read('every month on the 1st and 3rd Monday')
const summer = read('every week on Monday except in August')
console.log(`rrule:     every month on the 1st Monday and 3rd Monday: ${own[0]}`)
console.log(`rrule:     every month on the 1st and 3rd Monday: ${usual[0]}, days in 2026: ${usual[1]}`)
console.log(`rrule:     every week on Monday except in August: ${summer[0]}`)
assert.equal(own[1], 24)
assert.deepEqual(usual, ['BYMONTHDAY=1;BYDAY=+3MO', 0, 'every month on the 1st'])
assert.deepEqual(summer, ['BYDAY=MO', 52, 'every week on Monday'])
assert.throws(() => RRule.fromText('every other Wednesday'))
JS
node rules.mjs
venv/bin/python - <<'PY'
from datetime import datetime

from recurrent import RecurringEvent

WANT = {
    "every other Tuesday": "RRULE:BYDAY=TU;INTERVAL=2;FREQ=WEEKLY",
    "alternate Tuesdays": "RRULE:BYDAY=TU;INTERVAL=1;FREQ=WEEKLY",
    "fortnightly on Tuesdays": "RRULE:BYDAY=TU;INTERVAL=1;FREQ=WEEKLY",
    "1st and 3rd Monday of the month": datetime(2026, 12, 7),
}
for words, want in WANT.items():
    seen = RecurringEvent(now_date=datetime(2026, 12, 1)).parse(words)
    print(f"recurrent: {words}:", seen.date() if isinstance(seen, datetime) else seen)
    assert seen == want, "changed in recurrent"
PY
