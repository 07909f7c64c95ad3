"""The rules on words against sentences for which people have said what should be found."""

from __future__ import annotations

from pathlib import Path

from generator.bench.wording import labelled, measure_wording
from generator.checks.wording import wording_rules
from generator.knowledge.model import Wording
from tests.ours import LIBRARY

PROJECT = Path(__file__).parents[2]
SENTENCES = labelled(Path(__file__).parent / "labelled.yaml")


def test_the_set_is_large_and_fair() -> None:
    clean = sum(not sentence.finds for sentence in SENTENCES)
    assert len(SENTENCES) >= 150
    assert 0.4 <= clean / len(SENTENCES) <= 0.6
    assert len({sentence.text for sentence in SENTENCES}) == len(SENTENCES)


def test_precision_and_recall() -> None:
    measured = measure_wording(wording_rules(LIBRARY), SENTENCES)
    print(measured.false, measured.missed, sep="\n")
    assert measured.precision >= 0.95
    assert measured.recall >= 0.95


def test_the_set_names_every_rule_but_those_that_need_more_than_a_sentence() -> None:
    """Rules on barred lists need to know whom a post serves."""
    named = {code for sentence in SENTENCES for code in sentence.finds}
    known = {rule.code for file in LIBRARY.all(Wording).values() if file.family != "gender" for rule in file.rules}
    assert named <= known
    assert known - named <= {"children-list", "adults-list"}
