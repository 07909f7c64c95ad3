#!/usr/bin/env bash
# html-minifier-terser: "Open 9am to 5pm" becomes "Open9amto5pm" where the hours are <data>
#
# Versions:  html-minifier-terser 7.2.0, htmlnano 3.5.1, @minify-html/node 0.18.1 (npm)
# Input:     sentences with hours, ages, bands and a number in elements that stand in a line of text
# Expected:  spaces are collapsed to one, and left out only where a browser shows none
# Behaviour: with collapseWhitespace, spaces round an element are kept only if its name is on a list
#            of its own. <time> and <kbd> are on it, <data> and <output> are not: they are taken for
#            blocks. conservativeCollapse keeps the spaces, and so do the two others. Nothing warns.
# Seen:
#   html-minifier-terser: Open9amto5pm / Open 9am to 5pm / Ages1625 / Ring0300 123 4567or111
#   conservativeCollapse: Open 9am to 5pm / Open 9am to 5pm / Ages 16 25 / Ring 0300 123 4567 or 111
#   htmlnano:             Open 9am to 5pm / Open 9am to 5pm / Ages 16 25 / Ring 0300 123 4567 or 111
#   @minify-html/node:    Open 9am to 5pm / Open 9am to 5pm / Ages 16 25 / Ring 0300 123 4567 or 111
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

npm install --silent --no-audit --no-fund --prefix "$work" \
  html-minifier-terser@7.2.0 htmlnano@3.5.1 @minify-html/node@0.18.1
cat >"$work/minify.mjs" <<'JS'
import assert from 'node:assert/strict'
import rust from '@minify-html/node'
import { minify } from 'html-minifier-terser'
import htmlnano from 'htmlnano'

const PAGES = [
  '<p>Open <data value="09:00">9am</data> to <data value="17:00">5pm</data></p>',
  '<p>Open <time>9am</time> to <time>5pm</time></p>',
  '<p>Ages <data value="16">16</data> <data value="25">25</data></p>',
  '<p>Ring <output>0300 123 4567</output> or <output>111</output></p>',
]
const COLLAPSE = { collapseWhitespace: true }
const NANO = { collapseWhitespace: 'conservative', minifyCss: false, minifySvg: false }
const TOOLS = {
  'html-minifier-terser': (page) => minify(page, COLLAPSE),
  conservativeCollapse: (page) => minify(page, { ...COLLAPSE, conservativeCollapse: true }),
  htmlnano: async (page) => (await htmlnano.process(page, NANO)).html,
  '@minify-html/node': (page) => rust.minify(Buffer.from(page), {}).toString(),
}
const RIGHT = ['Open 9am to 5pm', 'Open 9am to 5pm', 'Ages 16 25', 'Ring 0300 123 4567 or 111']
const JOINED = ['Open9amto5pm', 'Open 9am to 5pm', 'Ages1625', 'Ring0300 123 4567or111']
for (const [tool, shrink] of Object.entries(TOOLS)) {
  const pages = await Promise.all(PAGES.map(shrink))
  const seen = pages.map((page) => page.replace(/<[^>]*>/g, ''))
  console.log(`${`${tool}:`.padEnd(21)} ${seen.join(' / ')}`)
  assert.deepEqual(seen, tool === 'html-minifier-terser' ? JOINED : RIGHT, `changed in ${tool}`)
}
JS
(cd "$work" && node minify.mjs)
