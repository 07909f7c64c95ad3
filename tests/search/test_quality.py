"""The search finds a right service among the first three, for words that it was tuned on and for words that it was not."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.bench.search import dangers
from generator.documents.browser.search_data import search_data
from tests.ours import LIBRARY
from tests.search.measuring import ROOT, TODAY, in_node, measure, node, queries, share

pytestmark = pytest.mark.skipif(not node(), reason="needs Node.js")

WANTED = 0.95
"""Issue 4. A change that brings any of the four shares below it needs better words, not a lower bar."""

LEAST = {"queries.yaml": 200, "queries-second.yaml": 150}


@pytest.mark.quick_cases("queries.yaml")
@pytest.mark.parametrize("name", LEAST)
def test_a_right_service_is_among_the_first_three(name: str, tmp_path: Path) -> None:
    answers = measure(queries(name), tmp_path)
    assert len(answers) >= LEAST[name]
    for unseen in (False, True):
        part = [answer for answer in answers if bool(answer.get("unseen")) is unseen]
        assert len(part) >= len(answers) / 4
        assert share(part) >= WANTED, f"{'unseen' if unseen else 'seen'}: {share(part):.3f} of {len(part)}"


def test_every_right_service_exists() -> None:
    services = {path.stem for path in Path("data/services").glob("*.yaml")}
    wrong = [(query["text"], name) for file in LEAST for query in queries(file) for name in query["right"] if name not in services]
    assert wrong == []


DANGER = {"seen": (0.99, 0.99, 0.005), "unseen": (0.95, 0.89, 0.055)}
"""Danger with a card, with the right one first, and harmless phrases with one: at least, at least, at most. To rise to 0.98, 0.95, 0.02."""


def test_danger_shows_a_card_and_what_is_harmless_does_not() -> None:
    found = {one.part: one for one in dangers(search_data(LIBRARY, [], TODAY), ROOT, lambda _: None, str(node()))}
    for part, (shown, right, false) in DANGER.items():
        one = found[part]
        assert one.shown >= shown
        assert one.right >= right
        assert one.false <= false


MISTYPED = ["anxity", "citzens advise", "samaritens", "alchohol", "counsel", "hert", "walk fre", "zzzz"]
"""Words that are met by what is near them, and words that begin others."""


@pytest.mark.slow
def test_the_first_query_is_answered_as_every_later_one(tmp_path: Path) -> None:
    asked = [query["text"] for query in queries()[::9]] + MISTYPED
    assert in_node("first.mjs", asked, tmp_path) == []
