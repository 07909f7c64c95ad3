#!/usr/bin/env bash
# trafilatura: "closed from 24 December until 4 January" becomes "closed from until"
#
# Versions:  trafilatura 2.3.1, inscriptis 2.7.6, lxml_html_clean 0.4.6 (PyPI)
# Input:     an article in valid HTML, with a sentence whose two dates are in <time>, a cost that
#            a form worked out in <output>, and a number to text on a <button>
# Expected:  the sentence as it is on the page, as inscriptis gives it
# Behaviour: the words in all three go, in the middle of a sentence, and its other words stay. It
#            is the same as Markdown with favor_recall=True.
# Seen:
#   inscriptis:  Closed from 24 December until 4 January. It costs £2, or text 07700 900123.
#   trafilatura: Closed from until . It costs , or .
#   recall:      Closed from until . It costs , or .
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check \
  trafilatura==2.3.1 inscriptis==2.7.6 lxml_html_clean==0.4.6 2>/dev/null # pip warns of an extra that lxml has dropped

"$work/venv/bin/python" - <<'PY'
import trafilatura
from inscriptis import get_text

FILLER = (
    "We are a small charity that offers a listening ear to adults in the town and in the villages "
    "around it. We meet in the hall behind the church, and anyone may come without an appointment."
)
NOTICE = (
    'Closed from <time datetime="2026-12-24">24 December</time> until '
    '<time datetime="2027-01-04">4 January</time>. It costs <output>£2</output>, or '
    '<button type="button">text 07700 900123</button>.'
)
PAGE = (
    '<!DOCTYPE html><html lang="en"><head><title>Listening group</title></head><body><main>'
    f"<article><h1>Listening group</h1><p>{FILLER}</p><p>{NOTICE}</p><p>{FILLER.replace('We', 'They')}"
    "</p></article></main></body></html>"
)


def notice(text):
    return " ".join(next(line for line in text.splitlines() if "Closed from" in line).split())


plain = notice(get_text(PAGE))
usual = notice(trafilatura.extract(PAGE))
recall = notice(trafilatura.extract(PAGE, favor_recall=True, output_format="markdown"))
print("inscriptis: ", plain)
print("trafilatura:", usual)
print("recall:     ", recall)
assert plain == "Closed from 24 December until 4 January. It costs £2, or text 07700 900123.", "changed in inscriptis"
assert usual == recall == "Closed from until . It costs , or .", "changed in trafilatura"
PY
