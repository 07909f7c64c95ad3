#!/usr/bin/env bash
# html-to-docx: the closing date in <time>, the pay in <small>, a table's caption: all gone
#
# Versions:  html-to-docx 1.8.0, @turbodocx/html-to-docx 1.23.1 (npm), python-docx 1.2.0 (PyPI)
# Input:     a page of plain, valid HTML: a closing date, small print, a short form with its
#            meaning, a quotation, and a table with a caption and a last row in its foot
# Expected:  the words arrive as plain text where an element is not known, or a warning is given
# Behaviour: the words inside <time>, <small>, <abbr>, <q> and <kbd>, in <caption> and <tfoot> are
#            left out by both, without a word; html-to-docx also drops the second paragraph
#            of a list item. <b>, <span>, <mark> and links are kept.
# Seen:
#   in the page:        4 December 2026, noon, pro rata, PCN, come as you are, Never alone,
#                       Table 1, 9 to 5, closed
#   html-to-docx keeps: noon, 9 to 5
#   turbodocx keeps:    noon, Never alone, 9 to 5
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check python-docx==1.2.0
npm install --silent --no-audit --no-fund --ignore-scripts --prefix "$work" \
  html-to-docx@1.8.0 @turbodocx/html-to-docx@1.23.1 2>/dev/null
cd "$work"

cat >page.html <<'HTML'
<!doctype html>
<html lang="en-GB">
<head><title>Nurse</title></head>
<body>
<h1>Nurse</h1>
<p>Closing date: <time datetime="2026-12-04">4 December 2026</time>, at <b>noon</b>.</p>
<p>Band 6. <small>Part-time pay is pro rata.</small></p>
<p>You join one <abbr title="primary care network">PCN</abbr>. We say: <q>come as you are</q>.</p>
<ul><li><p>See patients.</p><p>Never alone at night.</p></li></ul>
<table>
<caption>Table 1: hours</caption>
<thead><tr><th>Day</th><th>Hours</th></tr></thead>
<tbody><tr><td>Monday</td><td>9 to 5</td></tr></tbody>
<tfoot><tr><td>Sunday</td><td>closed</td></tr></tfoot>
</table>
</body>
</html>
HTML
cat >write.mjs <<'JS'
import { readFileSync, writeFileSync } from 'node:fs'
import first from 'html-to-docx'
import fork from '@turbodocx/html-to-docx'

const page = readFileSync('page.html', 'utf8')
writeFileSync('html-to-docx.docx', Buffer.from(await first(page)))
writeFileSync('turbodocx.docx', Buffer.from(await (fork.default ?? fork)(page)))
JS
node write.mjs

venv/bin/python - <<'PY'
import docx

WORDS = ["4 December 2026", "noon", "pro rata", "PCN", "come as you are", "Never alone",
         "Table 1", "9 to 5", "closed"]


def kept(path):
    text = "".join(word.text or "" for word in docx.Document(path).element.body.iter("{*}t"))
    return [word for word in WORDS if word in text]


first, fork = kept("html-to-docx.docx"), kept("turbodocx.docx")
print("in the page:       ", ", ".join(WORDS))
print("html-to-docx keeps:", ", ".join(first))
print("turbodocx keeps:   ", ", ".join(fork))
assert first == ["noon", "9 to 5"], "changed in html-to-docx"
assert fork == ["noon", "Never alone", "9 to 5"], "changed in @turbodocx/html-to-docx"
PY
