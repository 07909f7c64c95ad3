"""Near comes before far, and who may use a service goes by the home or by the practice, where its record says so."""

from __future__ import annotations

import json
from typing import Any

import pytest

from generator.knowledge.directory.areas import outwards
from tests.ours import LIBRARY
from tests.search.measuring import in_node, node, queries

pytestmark = pytest.mark.skipif(not node(), reason="needs Node.js")

Asked = dict[str, str]
"""A query: its words under `q`, the area of our practice under `ours`, and what is chosen."""

PLACES = {
    "lives in Potters Bar, registered in Barnet": [["potters-bar", "home"], ["barnet", "practice"]],
    "registered with a GP in Barnet, lives in Potters Bar": [["barnet", "practice"], ["potters-bar", "home"]],
    "depression EN6, gp in Watford": [["hertsmere", "home"], ["welwyn-hatfield", "home"], ["watford", "practice"]],
    "Watford, registered WD6": [["hertsmere", "practice"], ["watford", "home"]],
    "Fairbrook Medical Centre": [["hertsmere", "practice"]],
    "Watford": [["watford", "home"]],
}
NAMES = {"hertsmere": "Hertsmere", "barnet": "Barnet"}
BOTH = [("hertsmere", "barnet"), ("barnet", "hertsmere")]
"""A home and a practice in two districts."""

PLAIN: list[Asked] = [{"q": q} for q in ("Potters Bar", "Herts Help", "LGBTQ", "EN6", "housebound", "EN6 open now", *PLACES)]
NEEDS = ("depression", "postnatal depression")
TYPED: list[Asked] = [{"q": f"{need} lives in {NAMES[home]}, registered in {NAMES[practice]}"} for need in NEEDS for home, practice in BOTH]
CHOSEN: list[Asked] = [{"q": need, "area": home, "gp": practice} for need in NEEDS for home, practice in BOTH]
COUNTED: list[Asked] = [
    {"q": need, "counted": "yes", "area": home, "gp": practice}
    for need in NEEDS for practice in ("", "hertsmere", "barnet", "watford") for home in ("", "hertsmere", "barnet")
]  # fmt: skip
"""A home and a practice that are chosen, each with each."""
EVERY = [query["text"] for query in queries() if query["kind"] not in ("place", "name", "name-typo", "danger")]
KNOWN: dict[str, list[Asked]] = {
    "typed": [{"q": f"WD6 1AB {text}"} for text in EVERY],
    "ours": [{"q": text, "ours": "hertsmere"} for text in EVERY],
}
"""Queries where the area is known."""


@pytest.fixture(scope="module")
def answers(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, Any]]:
    """What the engine answers to all of them, in one start of Node.js."""
    asked = [*PLAIN, *TYPED, *CHOSEN, *COUNTED, *KNOWN["typed"], *KNOWN["ours"]]
    told = in_node("near.mjs", asked, tmp_path_factory.mktemp("near"))
    return {json.dumps(one): answer for one, answer in zip(asked, told, strict=True)}


def found(answers: dict[str, dict[str, Any]], q: str, **chosen: str) -> list[str]:
    """The ids of all results."""
    ids: list[str] = answers[json.dumps({"q": q, **chosen})]["all"]
    return ids


def test_a_place_lists_all_that_is_there_though_a_service_has_its_name(answers: dict[str, dict[str, Any]]) -> None:
    there = found(answers, "Potters Bar")
    assert there[0] == "potters-bar-foodbank"
    assert {"citizens-advice-hertsmere", "hertshelp"} <= set(there)
    assert found(answers, "Herts Help") == ["hertshelp"]


def test_a_plus_after_a_name_is_no_part_of_it(answers: dict[str, dict[str, Any]]) -> None:
    """The record says LGBT+ and LGBTQ+."""
    assert {"switchboard-lgbt-helpline", "impactful-lives"} <= set(found(answers, "LGBTQ")[:3])


def test_what_stands_in_another_county_comes_after_ours(answers: dict[str, dict[str, Any]]) -> None:
    there = found(answers, "EN6")
    assert there.index("head-room-cafe") > there.index("citizens-advice-hertsmere")
    assert found(answers, "housebound")[0] != "head-room-cafe"


def strangers(answers: list[dict[str, Any]], home: str) -> list[str]:
    """Services among the first three that do not work at home. A part of the county may reach it: nobody knows its edge."""
    around = outwards(LIBRARY.areas, home)
    parts = {area.id for area in LIBRARY.areas.values() if area.kind == "part" and area.inside in around}
    local = parts | {area for area in LIBRARY.areas if home in outwards(LIBRARY.areas, area)}
    services = [one for answer in answers for one in answer["first"] if one["areas"]]
    return [one["id"] for one in services if not set(one["areas"]) & {*around, *local}]


@pytest.mark.parametrize("how", KNOWN)
def test_no_service_of_another_district_is_among_the_first_three_where_the_area_is_known(
    how: str, answers: dict[str, dict[str, Any]]
) -> None:
    assert len(KNOWN[how]) > 200
    assert strangers([answers[json.dumps(one)] for one in KNOWN[how]], "hertsmere") == []


@pytest.mark.parametrize("how", KNOWN)
def test_a_local_service_that_nobody_can_reach_scores_less_than_a_national_one_that_answers(
    how: str, answers: dict[str, dict[str, Any]]
) -> None:
    """Where the national one helps with the need, and suits the person and the words, at least as well."""
    wrong = {one["q"]: before for one in KNOWN[how] if (before := answers[json.dumps(one)]["before"])}
    assert wrong == {}


@pytest.mark.parametrize("q", PLACES)
def test_a_place_is_that_of_the_home_or_of_the_practice(q: str, answers: dict[str, dict[str, Any]]) -> None:
    answer = answers[json.dumps({"q": q})]
    assert sorted(answer["areas"]) == sorted(PLACES[q])
    assert answer["missing"] == []


TEAM, THERAPIES = "hpft-community-perinatal-team", "nhs-hertfordshire-and-mid-essex-talking-therapies"
"""A service that goes by the practice, and one that goes by the home."""


@pytest.mark.parametrize(("home", "practice"), BOTH)
def test_who_may_use_a_service_goes_by_what_its_record_says(home: str, practice: str, answers: dict[str, dict[str, Any]]) -> None:
    words = f"depression lives in {NAMES[home]}, registered in {NAMES[practice]}"
    for team, therapies in (
        (found(answers, f"postnatal {words}"), found(answers, words)),
        (found(answers, "postnatal depression", area=home, gp=practice), found(answers, "depression", area=home, gp=practice)),
    ):
        assert (TEAM in team) == (practice == "hertsmere")
        assert (THERAPIES in therapies) == (home == "hertsmere")


@pytest.mark.parametrize("chosen", COUNTED, ids=lambda one: "-".join(one.values()))
def test_each_place_counts_what_choosing_it_leaves(chosen: Asked, answers: dict[str, dict[str, Any]]) -> None:
    """Services that go by the practice do not come or go with the home, where a practice is chosen."""
    assert answers[json.dumps(chosen)]["miscounted"] == []


def test_a_place_and_a_time_are_both_asked_for(answers: dict[str, dict[str, Any]]) -> None:
    assert 3 < len(found(answers, "EN6 open now")) < len(found(answers, "EN6"))
