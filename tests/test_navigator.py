"""The navigator, by a check of its whole model: every combination of answers, and every way through the questions."""

from __future__ import annotations

import json
import shutil
import subprocess
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.documents.pages.navigator import script_data
from generator.knowledge.model.navigation import Cohort, Navigator
from generator.knowledge.navigating import ages, combinations, matching, next_question, overlap, paths, settled
from generator.knowledge.standing import listed
from tests.ours import LIBRARY

PROJECT = Path(__file__).parents[1]
NAVIGATOR = LIBRARY.all(Navigator)["who-can-help"]
RESULTS = {result.id: result for result in NAVIGATOR.results}
ALL = list(combinations(NAVIGATOR))
TODAY = date(2026, 11, 25)


def test_the_model_is_as_large_as_it_looks() -> None:
    assert len(ALL) == 3 * 3 * 3 * 9 * 4


def test_no_combination_is_a_dead_end_and_each_says_why() -> None:
    for answers in ALL:
        rule = matching(NAVIGATOR, answers)
        assert rule, answers
        assert len(rule.because) > 20
        result = RESULTS[rule.leads_to]
        assert result.roles or result.services
        span = ages(NAVIGATOR, answers)
        services = [LIBRARY.services[m.service] for m in result.services]
        assert any(listed(s, TODAY) and overlap(span, s.min_age, s.max_age) for s in services), (answers, result.id)


def test_danger_always_comes_first() -> None:
    for answers in ALL:
        rule = matching(NAVIGATOR, answers)
        assert rule
        card = RESULTS[rule.leads_to].card
        assert (card == "emergency") == (answers["safe"] == "danger")
        assert (card == "urgent") == (answers["safe"] == "today")
    assert NAVIGATOR.questions[0].id == "safe"
    danger = settled(NAVIGATOR, {"safe": "danger"})
    assert danger
    assert danger.leads_to == "emergency", "and nothing else is asked"


def test_no_role_of_adults_is_named_for_a_child() -> None:
    for answers in ALL:
        rule = matching(NAVIGATOR, answers)
        assert rule
        if answers["age"] == "child":
            assert RESULTS[rule.leads_to].roles == []


def test_every_path_is_asked_in_order_and_ends_where_its_combinations_end() -> None:
    found = list(paths(NAVIGATOR))
    names = [question.id for question in NAVIGATOR.questions]
    for answers in found:
        assert list(answers) == names[: len(answers)]
        rule = settled(NAVIGATOR, answers)
        assert rule, answers
        assert all(matching(NAVIGATOR, whole) is rule for whole in combinations(NAVIGATOR, answers))
    assert sum(len(list(combinations(NAVIGATOR, answers))) for answers in found) == len(ALL), "the paths are the whole model, once"


def test_all_five_groups_are_offered_and_reach_a_role_that_sees_them() -> None:
    cohorts = LIBRARY.all(Cohort)
    matter = next(question for question in NAVIGATOR.questions if question.id == "matter")
    offered = {answer.cohort: answer.id for answer in matter.answers if answer.cohort}
    seen = [cohort for cohort in cohorts.values() if cohort.standing != "outside"]
    assert len(seen) == 5
    for cohort in seen:
        for severe in ("little", "some", "severe", "unknown"):
            answers = {"safe": "safe", "age": "adult", "team": "no", "matter": offered[cohort.id], "severe": severe}
            rule = matching(NAVIGATOR, answers)
            assert rule
            assert set(RESULTS[rule.leads_to].roles) & set(cohort.roles), answers


@given(st.sampled_from(ALL), st.integers(0, 5))
def test_more_answers_never_unsettle(answers: dict[str, str], kept: int) -> None:
    part = dict(list(answers.items())[:kept])
    rule = settled(NAVIGATOR, part)
    if rule:
        assert matching(NAVIGATOR, answers) is rule
        assert next_question(NAVIGATOR, part) is None


def test_the_browser_works_out_the_same(tmp_path: Path) -> None:
    node = shutil.which("node") or shutil.which("node", path=str(PROJECT / ".venv" / "bin"))
    if not node:
        pytest.skip("Node is not installed")
    parts = [dict(list(answers.items())[:kept]) for answers in ALL[::29] for kept in range(5)]
    asked = [*ALL, *parts]
    file = tmp_path / "asked.json"
    file.write_text(json.dumps({"navigator": json.loads(script_data(NAVIGATOR)), "asked": asked}), encoding="utf-8")
    ran = subprocess.run([node, str(PROJECT / "tests" / "navigator.mjs"), str(file)], capture_output=True, text=True, check=True)
    found = json.loads(ran.stdout)
    for answers, there in zip(asked, found, strict=True):
        rule, end, question = matching(NAVIGATOR, answers), settled(NAVIGATOR, answers), next_question(NAVIGATOR, answers)
        here = {"matching": rule and rule.id, "settled": end and end.id, "next": question and question.id}
        assert here == {key: there[key] for key in here}, answers
        assert list(ages(NAVIGATOR, answers)) == there["ages"]
