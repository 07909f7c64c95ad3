#!/usr/bin/env bash
# textstat: a sentence of two words is no sentence, so "Call 999." makes its neighbours longer
#
# Versions:  textstat 0.7.13 (PyPI)
# Input:     plain advice in short sentences
# Expected:  four sentences are four, and shorter sentences never make a text score as harder
# Behaviour: sentences of one or two words are left out of the count while their words stay in,
#            so the mean length of a sentence goes up. Four sentences count as one. Putting a
#            third word in ("Now call 999.") brings the mean down. Every formula with a length of
#            sentences uses it.
# Seen:
#   1 sentence(s),  8.0 words each: Call 999. Stay calm. Keep warm. Wait here.
#   4 sentence(s),  3.0 words each: Now call 999. Please stay calm. Do keep warm. Just wait here.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check textstat==0.7.13

"$work/venv/bin/python" - <<'PY'
import textstat

SHORT = "Call 999. Stay calm. Keep warm. Wait here."
LONGER = "Now call 999. Please stay calm. Do keep warm. Just wait here."
seen = {}
for text in (SHORT, LONGER):
    seen[text] = (textstat.sentence_count(text), float(textstat.words_per_sentence(text)))
    print("{} sentence(s), {:4.1f} words each: {}".format(*seen[text], text))
assert seen == {SHORT: (1, 8.0), LONGER: (4, 3.0)}, "changed"
PY
