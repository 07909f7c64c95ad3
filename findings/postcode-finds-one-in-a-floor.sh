#!/usr/bin/env bash
# postcode: "Unit N1 4th floor" is in N1 4TH, and "room B6, 1pm" only escapes by its comma
#
# Versions:  postcode 5.1.0 (npm)
# Input:     addresses and notes as directories write them, each with one real postcode at its end
# Expected:  a postcode is a word, and ends where the word ends
# Behaviour: match() looks for the form anywhere, also inside words: an outward code, a figure and
#            two letters are enough. The real postcode comes second. isValid() and parse() accept
#            the first, and replace() cuts it out of the text, floor and time with it.
# Seen:
#   Unit N1 4th floor, WD18 0JQ:   N1 4th, WD18 0JQ; parsed N1 4TH; rest "Unit  floor, "
#   Room B6 1pm to 3pm, WD18 0JQ:  B6 1pm, WD18 0JQ; parsed B6 1PM; rest "Room  to 3pm, "
#   After PHQ9 1st visit WD18 0JQ: HQ9 1st, WD18 0JQ; parsed HQ9 1ST; rest "After P visit "
#   Room B6, 1pm to 3pm, WD18 0JQ: WD18 0JQ; parsed WD18 0JQ; rest "Room B6, 1pm to 3pm, "
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

npm install --silent --no-audit --no-fund --prefix "$work" postcode@5.1.0
cat >"$work/find.mjs" <<'JS'
import assert from 'node:assert/strict'
import postcode from 'postcode'

const { isValid, match, parse, replace } = postcode
const WANT = {
  'Unit N1 4th floor, WD18 0JQ': ['N1 4th', 'N1 4TH', 'Unit  floor, '],
  'Room B6 1pm to 3pm, WD18 0JQ': ['B6 1pm', 'B6 1PM', 'Room  to 3pm, '],
  'After PHQ9 1st visit WD18 0JQ': ['HQ9 1st', 'HQ9 1ST', 'After P visit '],
  'Room B6, 1pm to 3pm, WD18 0JQ': ['WD18 0JQ', 'WD18 0JQ', 'Room B6, 1pm to 3pm, '],
}
for (const [text, want] of Object.entries(WANT)) {
  const found = match(text)
  const seen = [found[0], parse(found[0]).postcode, replace(text).result]
  console.log(`${`${text}:`.padEnd(30)} ${found.join(', ')}; parsed ${seen[1]}; rest "${seen[2]}"`)
  assert.deepEqual(seen, want, 'changed')
  assert.ok(isValid(found[0]) && found.at(-1) === 'WD18 0JQ', 'changed')
}
JS
(cd "$work" && node find.mjs)
