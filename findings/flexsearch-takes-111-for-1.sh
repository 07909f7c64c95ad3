#!/usr/bin/env bash
# FlexSearch: 111 is searched as 1, and 16 to 25 comes before NHS 111
#
# Versions:  flexsearch 0.8.212 (npm)
# Input:     names of services; a search for 111, with the default encoder, for whole words and
#            with tokenize "forward" (words as they are typed)
# Expected:  111 finds "NHS 111", or finds it first
# Behaviour: the default encoder joins repeated signs, and does so with digits too: 111, 11 and 1
#            are one word. So 111 finds every name with a 1, and with "forward" every number that
#            begins with 1. dedupe: false ends that; its documentation speaks of letters only.
#            (Long numbers are also cut into threes, so 111 still finds 0800 1111.)
# Seen:
#   whole words:            Ward 1, NHS 111, Childline 0800 1111
#   forward:                Ages 16 to 25, Ward 1, NHS 111, Samaritans 116 123, Childline 0800 1111
#   whole words, no dedupe: NHS 111, Childline 0800 1111
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

npm install --silent --no-audit --no-fund --prefix "$work" flexsearch@0.8.212
cat >"$work/numbers.mjs" <<'JS'
import assert from 'node:assert/strict'
import { Encoder, Index } from 'flexsearch'

const NAMES = ['Ages 16 to 25', 'Ward 1', 'NHS 111', 'Samaritans 116 123', 'Childline 0800 1111']

/** What a search for 111 finds, in order. */
const found = (label, options) => {
  const index = new Index(options)
  NAMES.forEach((name, id) => index.add(id, name))
  const names = index.search('111').map((id) => NAMES[id])
  console.log(`${label.padEnd(23)} ${names.join(', ')}`)
  return names
}

const words = found('whole words:', {})
const forward = found('forward:', { tokenize: 'forward' })
const kept = found('whole words, no dedupe:', { encoder: new Encoder({ dedupe: false }) })
const [, WARD, NHS, , CHILDLINE] = NAMES
assert.deepEqual(words, [WARD, NHS, CHILDLINE], 'changed with whole words')
assert.deepEqual(forward, NAMES, 'changed with "forward"')
assert.deepEqual(kept, [NHS, CHILDLINE], 'changed without dedupe')
JS
(cd "$work" && node numbers.mjs)
