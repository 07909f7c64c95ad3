#!/usr/bin/env bash
# MiniSearch: a search for "support" puts "Supportive Space" above every support group
#
# Versions:  minisearch 7.2.0 (npm)
# Input:     a directory of 300 services: "Supportive Space", and some support groups among
#            others; a search with prefix and fuzzy, the settings of its documentation
# Expected:  the exact word comes first: a prefix weighs 0.375 of an exact word, a fuzzy word 0.45
# Behaviour: the weight is multiplied by the rarity of the word that was found, not of the word
#            that was asked for. So the commoner a word is, the lower its exact matches: with 10
#            support groups the order is right, with 100 the one prefix match leads.
# Seen:
#   with  10 groups of 300: first "Support group 1", Supportive Space is number 11 of 11
#   with 100 groups of 300: first "Supportive Space", Supportive Space is number 1 of 101
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

npm install --silent --no-audit --no-fund --prefix "$work" minisearch@7.2.0
cat >"$work/rank.mjs" <<'JS'
import assert from 'node:assert/strict'
import MiniSearch from 'minisearch'

const RARE = 'Supportive Space'

/** The place of the prefix match in a directory with so many support groups. */
const place = (groups) => {
  const names = [RARE]
  for (let at = 1; at < 300; at += 1) {
    names.push(at <= groups ? `Support group ${at}` : `Walking club ${at}`)
  }
  const search = new MiniSearch({ fields: ['name'], storeFields: ['name'] })
  search.addAll(names.map((name, id) => ({ id, name })))
  const found = search.search('support', { prefix: true, fuzzy: 0.2 }).map(({ name }) => name)
  const at = found.indexOf(RARE) + 1
  const count = String(groups).padStart(3)
  const where = `${RARE} is number ${at} of ${found.length}`
  console.log(`with ${count} groups of 300: first "${found[0]}", ${where}`)
  return at
}

assert.equal(place(10), 11, 'changed with a rare word')
assert.equal(place(100), 1, 'changed with a common word')
JS
(cd "$work" && node rank.mjs)
