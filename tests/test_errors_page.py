"""The page of all errors shows cures without a problem to fill their gaps: no sentence of one may stand there as a bare name."""

from __future__ import annotations

import re
from pathlib import Path

from generator.problems.catalogue import RULES

ROOT = Path(__file__).parents[1]

WHOLE_SENTENCE = re.compile(r"(?:^|[.:] )\{(\w+)\}(?= [A-Z]|$)")


def test_a_gap_that_is_a_whole_sentence_has_words_on_the_page() -> None:
    template = (ROOT / "templates" / "pages" / "errors.md.j2").read_text(encoding="utf-8")
    gaps = {gap for rule in RULES.values() for gap in WHOLE_SENTENCE.findall(rule.cure)}
    assert gaps
    assert {gap for gap in gaps if f'"{gap}": "' not in template} == set()
