#!/usr/bin/env bash
# British short dates fail in September alone: Luxon writes and reads Sept, the others Sep
#
# Versions:  luxon 3.7.2, date-fns 4.4.0, dayjs 1.11.23 (npm), Node.js 20
# Input:     the fourth of each month of 2026 with its short name, as each library writes it in
#            British English; each library reads what each wrote
# Expected:  short dates pass between libraries with the same locale; or more than one month fails
# Behaviour: Luxon takes its names from Intl, where British English has Sept; date-fns and Day.js
#            carry their own lists, with Sep. Each refuses the other’s, so eleven months pass and
#            one does not. In Luxon a date such as "4 Sep 2026" can be read only with another locale.
# Seen:
#   luxon writes 4 Sept 2026:   luxon reads all months, date-fns all but 4 Sept 2026, dayjs all but 4 Sept 2026
#   date-fns writes 4 Sep 2026: luxon reads all but 4 Sep 2026, date-fns all months, dayjs all months
#   dayjs writes 4 Sep 2026:    luxon reads all but 4 Sep 2026, date-fns all months, dayjs all months
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

npm install --silent --no-audit --no-fund --prefix "$work" luxon@3.7.2 date-fns@4.4.0 dayjs@1.11.23
cat >"$work/months.mjs" <<'JS'
import assert from 'node:assert/strict'
import { format, isValid, parse } from 'date-fns'
import { enGB } from 'date-fns/locale'
import dayjs from 'dayjs'
import 'dayjs/locale/en-gb.js'
import customParseFormat from 'dayjs/plugin/customParseFormat.js'
import { DateTime } from 'luxon'

dayjs.extend(customParseFormat)
const british = { locale: 'en-GB' }
const WRITE = {
  luxon: (day) => DateTime.fromJSDate(day, british).toFormat('d LLL yyyy', british),
  'date-fns': (day) => format(day, 'd MMM yyyy', { locale: enGB }),
  dayjs: (day) => dayjs(day).locale('en-gb').format('D MMM YYYY'),
}
const READS = {
  luxon: (text) => DateTime.fromFormat(text, 'd LLL yyyy', british).isValid,
  'date-fns': (text) => isValid(parse(text, 'd MMM yyyy', new Date(0), { locale: enGB })),
  dayjs: (text) => dayjs(text, 'D MMM YYYY', 'en-gb', true).isValid(),
}
const days = [...Array(12).keys()].map((month) => new Date(2026, month, 4, 12))
const refused = {}
for (const [writer, write] of Object.entries(WRITE)) {
  const texts = days.map(write)
  const answers = Object.entries(READS).map(([reader, reads]) => {
    const not = texts.filter((text) => !reads(text))
    refused[`${writer} to ${reader}`] = not.join()
    return `${reader} ${not.length ? `all but ${not.join(', ')}` : 'all months'}`
  })
  console.log(`${`${writer} writes ${texts[8]}:`.padEnd(27)} ${answers.join(', ').replace(' ', ' reads ')}`)
}
assert.deepEqual(refused, {
  'luxon to luxon': '', 'luxon to date-fns': '4 Sept 2026', 'luxon to dayjs': '4 Sept 2026',
  'date-fns to luxon': '4 Sep 2026', 'date-fns to date-fns': '', 'date-fns to dayjs': '',
  'dayjs to luxon': '4 Sep 2026', 'dayjs to date-fns': '', 'dayjs to dayjs': '',
}, 'changed')
JS
(cd "$work" && node months.mjs)
