"""Wording problems are found while somebody types as they are found by the check: the same rules, the same places, the same advice."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.bench.wording import labelled
from generator.checks.wording import passages, wording_rules
from generator.documents.browser.tailor import typed_rules
from generator.knowledge.model import WordingScope
from generator.knowledge.text.sentences import sentences
from tests.tailor.browser_side import LIBRARY, ROOT, TODAY, run
from tests.tiers import examples

RULES = wording_rules(LIBRARY, TODAY)
LABELLED = [(one.text, one.scope) for one in labelled(ROOT / "tests" / "wording" / "labelled.yaml") if one.scope != "directory"]
OURS = [(passage.text, passage.scope) for passage in passages(LIBRARY) if passage.scope != "directory"]
PIECES = sorted({word for text, _ in LABELLED for word in text.split()})


def by_the_check(text: str, scope: WordingScope) -> dict[str, list[list[object]]]:
    found = [*RULES.matches(text, scope), *RULES.matches(text, scope, counted=True)]
    matches = [m for m in found if not m.rule.serves or "adults" in m.rule.serves]
    return {
        "matches": sorted([m.rule.code, m.start, m.end, m.quote, m.put] for m in matches),
        "sentences": [[s.start, s.end, len(s.words)] for s in sentences(text)],
    }


def in_the_browser(folder: Path, texts: list[tuple[str, WordingScope]]) -> list[dict[str, list[list[object]]]]:
    found = run("proof", folder, rules=typed_rules(LIBRARY, TODAY), texts=[{"text": text, "scope": scope} for text, scope in texts])
    return [{**one, "matches": sorted(one["matches"])} for one in found]


def test_labelled_sentences(tmp_path: Path) -> None:
    assert len(LABELLED) > 100
    answers = in_the_browser(tmp_path, LABELLED)
    assert answers == [by_the_check(text, scope) for text, scope in LABELLED]
    assert sum(bool(one["matches"]) for one in answers) > 50


@pytest.mark.slow
def test_every_text_of_ours(tmp_path: Path) -> None:
    assert in_the_browser(tmp_path, OURS) == [by_the_check(text, scope) for text, scope in OURS]


@settings(max_examples=examples(4), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(texts=st.lists(st.lists(st.sampled_from(PIECES), min_size=1, max_size=40).map(" ".join), min_size=150, max_size=150))
def test_words_in_any_order(tmp_path: Path, texts: list[str]) -> None:
    asked: list[tuple[str, WordingScope]] = [(text, "duties") for text in texts]
    assert in_the_browser(tmp_path, asked) == [by_the_check(text, scope) for text, scope in asked]
