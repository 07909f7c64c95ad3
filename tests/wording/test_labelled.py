"""The rules on words against sentences for which people have said what should be found."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.bench.wording import labelled, measure_wording
from generator.checks.wording import wording_rules
from generator.knowledge.model import Wording
from tests.ours import LIBRARY, TODAY

PROJECT = Path(__file__).parents[2]
SENTENCES = labelled(Path(__file__).parent / "labelled.yaml")
UNSEEN = labelled(Path(__file__).parent / "unseen.yaml")
"""Never read one by one, and never printed: what is tuned to it measures nothing."""


def test_the_set_is_large_and_fair() -> None:
    for sentences, fewest in ((SENTENCES, 400), (UNSEEN, 100)):
        clean = sum(not sentence.finds for sentence in sentences)
        assert len(sentences) >= fewest
        assert 0.4 <= clean / len(sentences) <= 0.6
    assert len({sentence.text for sentence in (*SENTENCES, *UNSEEN)}) == len(SENTENCES) + len(UNSEEN)


@pytest.mark.parametrize("part", ["seen", "unseen"])
def test_precision_and_recall(part: str) -> None:
    measured = measure_wording(wording_rules(LIBRARY, TODAY), SENTENCES if part == "seen" else UNSEEN)
    if part == "seen":
        print(measured.false, measured.missed, sep="\n")
    assert measured.precision >= 0.97
    assert measured.recall >= 0.97


def test_the_set_names_every_rule_but_those_that_need_more_than_a_sentence() -> None:
    """Rules on barred lists need to know whom a post serves."""
    named = {code for sentence in SENTENCES for code in sentence.finds}
    known = {rule.code for file in LIBRARY.all(Wording).values() if file.family != "gender" for rule in file.rules}
    assert named <= known
    assert known - named <= {"children-list", "adults-list"}
