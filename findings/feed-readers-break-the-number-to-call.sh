#!/usr/bin/env bash
# An Atom entry says where to call: feedparser empties the link, rss-parser moves the number away
#
# Versions:  feedparser 6.0.14 (PyPI), rss-parser 3.13.0, feedsmith 3.0.1 (npm)
# Input:     a valid Atom entry whose content is XHTML: a sentence with a tel: link in its middle;
#            and a title with one emphasised word
# Expected:  the sentence in its order, with its link, as feedsmith gives it
# Behaviour: feedparser's list of safe schemes has callto:, skype: and facetime:, but neither tel:
#            nor sms:, so the link is kept and leads nowhere; it can be set, but only for the whole
#            process (feedparser.urls.ACCEPTABLE_URI_SCHEMES). rss-parser rebuilds
#            the XHTML from objects that keep no order: words come first and links last, so a
#            sentence says something else. A title with an element in it is an object.
# Seen:
#   feedsmith:  <p>Call <a href="tel:111">111</a> first, and 999 only if a life is at risk.</p>
#   feedparser: <p>Call <a href="">111</a> first, and 999 only if a life is at risk.</p>
#   rss-parser: Call  first, and 999 only if a life is at risk.111
#   rss-parser's title is of type object, its words: Lead  post, nurse
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check feedparser==6.0.14
npm install --silent --no-audit --no-fund --prefix "$work" rss-parser@3.13.0 feedsmith@3.0.1
cd "$work"

cat >feed.xml <<'XML'
<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
  <title>News</title><id>urn:example:feed</id><updated>2026-11-30T10:00:00Z</updated>
  <author><name>Example</name></author>
  <entry>
    <id>urn:example:entry</id><updated>2026-11-30T10:00:00Z</updated>
    <link href="https://example.org/entry"/>
    <title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">Lead <em>nurse</em> post</div></title>
    <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Call <a href="tel:111">111</a> first, and 999 only if a life is at risk.</p></div></content>
  </entry>
</feed>
XML
cat >read.mjs <<'JS'
import { readFileSync } from 'node:fs'
import { parseFeed } from 'feedsmith'
import Parser from 'rss-parser'

const xml = readFileSync('feed.xml', 'utf8')
const [smith] = parseFeed(xml).feed.entries
const [{ contentSnippet, title }] = (await new Parser().parseString(xml)).items
const [{ _: start, em }] = title.div
console.log(JSON.stringify([smith.content.value, contentSnippet, typeof title, start, ...em]))
JS

venv/bin/python - <<'PY'
import json
import subprocess

import feedparser

whole, words, kind, *title = json.loads(subprocess.check_output(["node", "read.mjs"]))
emptied = feedparser.parse("feed.xml").entries[0].content[0].value
print("feedsmith: ", whole)
print("feedparser:", emptied)
print("rss-parser:", words)
print(f"rss-parser's title is of type {kind}, its words:", ", ".join(title))
SENTENCE = '<p>Call <a href="{}">111</a> first, and 999 only if a life is at risk.</p>'
assert whole == SENTENCE.format("tel:111"), "changed in feedsmith"
assert emptied == SENTENCE.format(""), "changed in feedparser"
assert words == "Call  first, and 999 only if a life is at risk.111", "changed in rss-parser"
assert (kind, title) == ("object", ["Lead  post", "nurse"]), "changed in rss-parser's titles"
PY
