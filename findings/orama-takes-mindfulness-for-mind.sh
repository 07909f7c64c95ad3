#!/usr/bin/env bash
# Orama: a word that only begins as asked scores as much as the word, so Al-Anon leads for A&E
#
# Versions:  @orama/orama 3.1.18, minisearch 7.2.0 (npm)
# Input:     names of services; searches for "A&E", "Mind" and "self-harm" with the settings of the
#            first example in the documentation
# Expected:  what has the very words comes first, then what only begins with them; and a hyphen
#            makes no difference, as in MiniSearch
# Behaviour: every search is by the beginnings of words, and a beginning is scored as the whole
#            word: any short name with a word in A outranks "A&E at Lister Hospital", and Mind
#            ties with Mindfulness, so the one added first leads. A hyphen parts no word in
#            the names or in the search, so "self-harm" misses "Self harm support". exact: true
#            takes the beginnings away altogether.
# Seen:
#   A&E
#     orama:      Al-Anon 2.42, A&E at Lister Hospital 1.69
#     minisearch: A&E at Lister Hospital, Al-Anon
#   Mind
#     orama:      Mindfulness 2.42, Mind 2.42
#     minisearch: Mind, Mindfulness
#   self-harm
#     orama:      Self-harm helpline 1.51
#     minisearch: Self harm support, Self-harm helpline
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

npm install --silent --no-audit --no-fund --prefix "$work" @orama/orama@3.1.18 minisearch@7.2.0
cat >"$work/first.mjs" <<'JS'
import assert from 'node:assert/strict'
import { create, insert, search } from '@orama/orama'
import MiniSearch from 'minisearch'

const [MIND, ABLE, ANON, LISTER, SUPPORT, LINE] = [
  'Mind', 'Mindfulness', 'Al-Anon', 'A&E at Lister Hospital', 'Self harm support',
  'Self-harm helpline',
]
const NAMES = [ABLE, MIND, ANON, LISTER, SUPPORT, LINE]

const orama = create({ schema: { name: 'string' } })
for (const name of NAMES) insert(orama, { name })
const mini = new MiniSearch({ fields: ['name'], storeFields: ['name'] })
mini.addAll(NAMES.map((name, id) => ({ id, name })))

/** Whether each library finds these names, in order, for these words. */
const found = (words, first, second) => {
  const { hits } = search(orama, { term: words })
  const names = mini.search(words, { prefix: true }).map(({ name }) => name)
  const scored = hits.map(({ document, score }) => `${document.name} ${score.toFixed(2)}`)
  console.log(`${words}\n  orama:      ${scored.join(', ')}\n  minisearch: ${names.join(', ')}`)
  assert.deepEqual(hits.map(({ document }) => document.name), first, `changed in Orama: ${words}`)
  assert.deepEqual(names, second, `changed in MiniSearch: ${words}`)
}

found('A&E', [ANON, LISTER], [LISTER, ANON])
found('Mind', [ABLE, MIND], [MIND, ABLE])
found('self-harm', [LINE], [SUPPORT, LINE])
JS
(cd "$work" && node first.mjs)
