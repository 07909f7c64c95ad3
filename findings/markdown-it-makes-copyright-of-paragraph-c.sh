#!/usr/bin/env bash
# markdown-it: who asks for curly quotes gets paragraph 7.3(c) of a contract as 7.3©
#
# Versions:  markdown-it 15.0.3 (npm), markdown-it-py 4.3.0, smartypants 2.0.2 (PyPI)
# Input:     a sentence with paragraphs of a contract and an apostrophe; the option typographer
# Expected:  a curly apostrophe, and paragraphs that keep their letters, as smartypants gives them
# Behaviour: typographer also replaces (c), (C), (r) and (R) wherever they stand, right behind a
#            number too, by the signs for copyright and registered marks. (a) and (b) stay, so a
#            list of paragraphs changes at its third. Without the rule "replacements" the quotes
#            are curly and the letters stay.
# Seen:
#   markdown-it:     You meet 7.3(a), (b) and ©. It’s in Schedule 2©, line ®.
#   no replacements: You meet 7.3(a), (b) and (c). It’s in Schedule 2(C), line (r).
#   markdown-it-py:  You meet 7.3(a), (b) and ©. It’s in Schedule 2©, line ®.
#   smartypants:     You meet 7.3(a), (b) and (c). It’s in Schedule 2(C), line (r).
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check markdown-it-py==4.3.0 smartypants==2.0.2
npm install --silent --no-audit --no-fund --prefix "$work" markdown-it@15.0.3

cat >"$work/set.mjs" <<'JS'
import MarkdownIt from 'markdown-it'

const [text] = process.argv.slice(2)
const setting = () => new MarkdownIt({ typographer: true })
console.log(setting().renderInline(text))
console.log(setting().disable('replacements').renderInline(text))
JS
cd "$work" && venv/bin/python - <<'PY'
import html
import subprocess

import smartypants
from markdown_it import MarkdownIt

TEXT = "You meet 7.3(a), (b) and (c). It's in Schedule 2(C), line (r)."
scripts = subprocess.check_output(["node", "set.mjs", TEXT], text=True).splitlines()
seen = {
    "markdown-it": scripts[0],
    "no replacements": scripts[1],
    "markdown-it-py": MarkdownIt("js-default", {"typographer": True}).renderInline(TEXT),
    "smartypants": html.unescape(smartypants.smartypants(TEXT)),
}
for library, text in seen.items():
    print(f"{library + ':':<16} {text}")
kept = TEXT.replace("'", "’")
signs = kept.replace("(c)", "©").replace("(C)", "©").replace("(r)", "®")
assert seen["markdown-it"] == seen["markdown-it-py"] == signs, "changed"
assert seen["no replacements"] == seen["smartypants"] == kept, "changed without replacements"
PY
