"""The navigator, by a check of its whole model: every combination of answers, and every way through the questions."""

from __future__ import annotations

import json
import subprocess
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.bench import missing
from generator.documents.pages.navigator import script_data, signs
from generator.knowledge.calculators.navigator import ages_left, combinations, matching, next_question, overlap, paths, settled
from generator.knowledge.directory.visibility import listed, shown_phones
from generator.knowledge.model import Service
from generator.knowledge.model.navigation import Cohort, Navigator, NavigatorRule, Outcome
from tests.ours import LIBRARY
from tests.tiers import examples

PROJECT = Path(__file__).parents[1]
NAVIGATOR = LIBRARY.all(Navigator)["who-can-help"]
RESULTS = {result.id: result for result in NAVIGATOR.results}
ALL = list(combinations(NAVIGATOR))
TODAY = date(2026, 11, 29)
CASES = PROJECT / "tests" / "cases" / "navigator"
SITUATIONS: list[dict[str, Any]] = yaml.safe_load((CASES / "situations.yaml").read_text(encoding="utf-8"))

EMERGENCY = {"danger", "medical"}
"""Answers to the first question after which 999 is called."""

URGENT = {"stopping", "control", "self-harm"}
"""Concerns that need help the same day, whatever else is answered."""

MEETS = {
    "stopping": {"alcohol", "drugs"},
    "control": {"domestic-abuse", "safeguarding-child"},
    "self-harm": {"self-harm", "suicidal-thoughts", "crisis"},
    "birth": {"perinatal"},
    "substances": {"alcohol", "drugs"},
}
"""The needs that one service of a result has to meet, by the concern that was chosen."""


def matched(answers: dict[str, str]) -> NavigatorRule | None:
    """The rule for one combination. Each is looked up once for all tests."""
    return rule_of(tuple(answers[question.id] for question in NAVIGATOR.questions))


@cache
def rule_of(chosen: tuple[str, ...]) -> NavigatorRule | None:
    return matching(NAVIGATOR, dict(zip((question.id for question in NAVIGATOR.questions), chosen, strict=True)))


def outcome(answers: dict[str, str]) -> tuple[NavigatorRule, Outcome]:
    rule = matched(answers)
    assert rule, answers
    return rule, RESULTS[rule.leads_to]


def shown(answers: dict[str, str], result: Outcome) -> list[Service]:
    """The services that the page shows for a result with these answers."""
    return shown_to(ages_left(NAVIGATOR, answers), result.id)


@cache
def shown_to(span: tuple[int, int], result: str) -> list[Service]:
    named = [LIBRARY.services[item.service] for item in RESULTS[result].services]
    return [service for service in named if listed(service, LIBRARY, TODAY) and overlap(span, service.min_age, service.max_age)]


def test_the_model_is_as_large_as_it_looks() -> None:
    assert len(ALL) == 4 * 6 * 3 * 3 * 9 * 4


def test_no_combination_is_a_dead_end_and_each_says_why() -> None:
    for answers in ALL:
        rule, result = outcome(answers)
        assert len(rule.because) > 20
        assert shown(answers, result), (answers, result.id)


@pytest.mark.parametrize("case", SITUATIONS, ids=lambda case: case["said"])
def test_what_is_said_at_the_desk_leads_to_help_with_it(case: dict[str, Any]) -> None:
    rule = settled(NAVIGATOR, case["answers"])
    assert rule, f"more is asked: {next_question(NAVIGATOR, case['answers'])}"
    result = RESULTS[rule.leads_to]
    assert (result.id, result.card) == (case["leads_to"], case["card"])
    assert {service.id for service in shown(case["answers"], result)} >= set(case.get("services", ()))
    text = " ".join([result.heading, result.lede, rule.because, *signs(NAVIGATOR, result), *result.not_for, result.without or ""])
    assert [words for words in case.get("says", ()) if words.lower() not in text.lower()] == []
    assert [words for words in case.get("never", ()) if words.lower() in text.lower()] == []


def test_danger_always_comes_first() -> None:
    for answers in ALL:
        card = outcome(answers)[1].card
        emergency = answers["safe"] in EMERGENCY
        assert (card == "emergency") == emergency, answers
        assert (card == "urgent") == (not emergency and (answers["safe"] == "today" or answers["concern"] in URGENT)), answers
    assert [question.id for question in NAVIGATOR.questions[:2]] == ["safe", "concern"]
    for answer in EMERGENCY:
        rule = settled(NAVIGATOR, {"safe": answer})
        assert rule, "nothing else is asked"
        assert RESULTS[rule.leads_to].card == "emergency"


def test_a_crisis_card_has_signs_of_its_own() -> None:
    for result in NAVIGATOR.results:
        assert result.card == "none" or result.dangers or result.signs, result.id


@pytest.mark.parametrize("concern", sorted(MEETS))
def test_no_other_answer_drops_help_with_a_concern(concern: str) -> None:
    for answers in ALL:
        if answers["concern"] == concern and answers["safe"] not in EMERGENCY:
            services = shown(answers, outcome(answers)[1])
            assert any(MEETS[concern] & set(service.needs) for service in services), answers


def test_help_with_a_concern_can_be_called() -> None:
    for answers in ALL:
        if answers["concern"] in MEETS and answers["safe"] not in EMERGENCY:
            assert any(shown_phones(service) for service in shown(answers, outcome(answers)[1])), answers


def test_how_much_it_affects_daily_life_never_drops_help_with_money() -> None:
    for answers in ALL:
        if answers["matter"] == "life" and answers["concern"] == "none" and answers["safe"] == "safe" and answers["age"] != "child":
            needs = {need for service in shown(answers, outcome(answers)[1]) for need in service.needs}
            assert {"money", "housing"} <= needs, answers


def test_no_result_for_a_child_goes_through_the_person_they_fear() -> None:
    for answers in ALL:
        if answers["age"] == "child" and answers["safe"] not in EMERGENCY:
            assert "person they fear" in outcome(answers)[1].lede, answers


def test_no_role_of_adults_is_named_for_a_child() -> None:
    for answers in ALL:
        if answers["age"] == "child":
            assert outcome(answers)[1].roles == []


def test_every_path_is_asked_in_order_and_ends_where_its_combinations_end() -> None:
    found = list(paths(NAVIGATOR))
    names = [question.id for question in NAVIGATOR.questions]
    for answers in found:
        assert list(answers) == sorted(answers, key=names.index)
        rule = settled(NAVIGATOR, answers)
        assert rule, answers
        assert all(matched(whole) is rule for whole in combinations(NAVIGATOR, answers))
    assert sum(len(list(combinations(NAVIGATOR, answers))) for answers in found) == len(ALL), "the paths are the whole model, once"


def test_nothing_is_asked_that_makes_no_difference() -> None:
    asked = {tuple(list(answers.items())[:kept]) for answers in paths(NAVIGATOR) for kept in range(len(answers))}
    for part in asked:
        question = next_question(NAVIGATOR, dict(part))
        assert question
        rest = combinations(NAVIGATOR, {**dict(part), question.id: question.answers[0].id})
        other = [{**whole, question.id: answer.id} for whole in rest for answer in question.answers]
        ends = [outcome(answers)[0].id for answers in other]
        turns = len(question.answers)
        assert any(len(set(ends[at : at + turns])) > 1 for at in range(0, len(ends), turns)), (part, question.id)


def test_all_five_groups_are_offered_and_reach_a_role_that_sees_them() -> None:
    cohorts = LIBRARY.all(Cohort)
    matter = next(question for question in NAVIGATOR.questions if question.id == "matter")
    offered = {answer.cohort: answer.id for answer in matter.answers if answer.cohort}
    seen = [cohort for cohort in cohorts.values() if cohort.standing != "outside"]
    assert len(seen) == 5
    for cohort in seen:
        for severe in ("little", "some", "severe", "unknown"):
            answers = {"safe": "safe", "concern": "none", "age": "adult", "team": "no", "matter": offered[cohort.id], "severe": severe}
            assert set(outcome(answers)[1].roles) & set(cohort.roles), answers


@settings(max_examples=examples(60), deadline=None)
@given(st.sampled_from(ALL), st.sets(st.sampled_from([question.id for question in NAVIGATOR.questions])))
def test_settled_is_what_every_way_on_leads_to(answers: dict[str, str], kept: set[str]) -> None:
    part = {name: answer for name, answer in answers.items() if name in kept}
    ends = {id(matched(whole)): matched(whole) for whole in combinations(NAVIGATOR, part)}
    assert settled(NAVIGATOR, part) is (next(iter(ends.values())) if len(ends) == 1 else None)
    assert (next_question(NAVIGATOR, part) is None) == (len(ends) == 1)


def test_the_browser_works_out_the_same(tmp_path: Path) -> None:
    node = missing.node()
    if not node:
        pytest.skip("Node is not installed")
    parts = [dict(list(answers.items())[kept : kept + 3]) for answers in ALL[::29] for kept in range(6)]
    asked = [*ALL, *parts]
    file = tmp_path / "asked.json"
    file.write_text(json.dumps({"navigator": json.loads(script_data(NAVIGATOR)), "asked": asked}), encoding="utf-8")
    ran = subprocess.run([node, str(PROJECT / "tests" / "navigator.mjs"), str(file)], capture_output=True, text=True, check=True)
    found = json.loads(ran.stdout)
    for answers, there in zip(asked, found, strict=True):
        end, question = settled(NAVIGATOR, answers), next_question(NAVIGATOR, answers)
        here = {"settled": end and end.id, "next": question and question.id, "ages": list(ages_left(NAVIGATOR, answers))}
        assert here == {key: there[key] for key in here}, answers
    for answers, there in list(zip(asked, found, strict=True))[len(ALL) :: 31]:
        assert there["left"] == max(len(path) for path in paths(NAVIGATOR, answers)) - len(answers), answers
