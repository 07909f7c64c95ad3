#!/usr/bin/env bash
# MiniSearch: "LGBTQ" does not find an LGBTQ+ group
#
# Versions:  minisearch 7.2.0, @orama/orama 3.1.18, lunr 2.3.9 (npm)
# Input:     names of services with a plus or a pound sign; searches without the sign
# Expected:  a sign at the end of a word is no part of it, as in Orama and Lunr, and as MiniSearch
#            itself takes "A&E" apart
# Behaviour: words are parted at spaces and punctuation, and Unicode counts + and £ among symbols,
#            not punctuation: "LGBTQ+" is one word of six signs. A search for "LGBTQ" finds
#            nothing, as do "65" for "65+" and "10" for "£10". prefix: true finds the first two;
#            the tokenize option ends it.
# Seen, for LGBTQ | 65 | 10 | E:
#   minisearch: nothing | nothing | nothing | A&E
#   lunr:       LGBTQ+ youth group | Lunch for 65+ | Counselling, £10 a session | nothing
#   orama:      LGBTQ+ youth group | Lunch for 65+ | Counselling, £10 a session | A&E
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

npm install --silent --no-audit --no-fund --prefix "$work" \
  minisearch@7.2.0 @orama/orama@3.1.18 lunr@2.3.9
cat >"$work/plus.mjs" <<'JS'
import assert from 'node:assert/strict'
import { create, insert, search } from '@orama/orama'
import lunr from 'lunr'
import MiniSearch from 'minisearch'

const NAMES = ['LGBTQ+ youth group', 'Lunch for 65+', 'Counselling, £10 a session', 'A&E']
const SEARCHES = ['LGBTQ', '65', '10', 'E']

const mini = new MiniSearch({ fields: ['name'], storeFields: ['name'] })
mini.addAll(NAMES.map((name, id) => ({ id, name })))
const plain = lunr(function build() {
  this.ref('name')
  this.field('name')
  for (const name of NAMES) this.add({ name })
})
const orama = create({ schema: { name: 'string' } })
for (const name of NAMES) insert(orama, { name })

const LIBRARIES = {
  minisearch: (words) => mini.search(words).map(({ name }) => name),
  lunr: (words) => plain.search(words).map(({ ref }) => ref),
  orama: (words) => search(orama, { term: words, exact: true }).hits.map((hit) => hit.document.name),
}
const seen = {}
for (const [library, find] of Object.entries(LIBRARIES)) {
  seen[library] = SEARCHES.map((words) => find(words)[0] ?? 'nothing')
  console.log(`${`${library}:`.padEnd(11)} ${seen[library].join(' | ')}`)
}
const found = NAMES.slice(0, 3)
assert.deepEqual(seen.minisearch, ['nothing', 'nothing', 'nothing', 'A&E'], 'changed in minisearch')
assert.deepEqual(seen.lunr, [...found, 'nothing'], 'changed in lunr')
assert.deepEqual(seen.orama, NAMES, 'changed in orama')
JS
(cd "$work" && node plus.mjs)
