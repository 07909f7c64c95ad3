"""Near comes before far, and who may use a service goes by the home or by the practice, where its record says so."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from generator.knowledge.directory.areas import outwards
from tests.ours import LIBRARY
from tests.search.measuring import in_node, node, queries

pytestmark = pytest.mark.skipif(not node(), reason="needs Node.js")


def answer(folder: Path, q: str, **more: str) -> dict[str, Any]:
    found: dict[str, Any] = in_node("near.mjs", [{"q": q, **more}], folder)[0]
    return found


def test_a_place_lists_all_that_is_there_though_a_service_has_its_name(tmp_path: Path) -> None:
    found = answer(tmp_path, "Potters Bar")["all"]
    assert found[0] == "potters-bar-foodbank"
    assert {"citizens-advice-hertsmere", "hertshelp"} <= set(found)
    assert answer(tmp_path, "Herts Help")["all"] == ["hertshelp"]


def test_what_stands_in_another_county_comes_after_ours(tmp_path: Path) -> None:
    found = answer(tmp_path, "EN6")["all"]
    assert found.index("head-room-cafe") > found.index("citizens-advice-hertsmere")
    assert answer(tmp_path, "housebound")["first"][0]["id"] != "head-room-cafe"


def strangers(answers: list[dict[str, Any]], home: str) -> list[str]:
    """Services among the first three that do not work at home. A part of the county may reach it: nobody knows its edge."""
    around = outwards(LIBRARY.areas, home)
    parts = {area.id for area in LIBRARY.areas.values() if area.kind == "part" and area.inside in around}
    local = parts | {area for area in LIBRARY.areas if home in outwards(LIBRARY.areas, area)}
    services = [one for found in answers for one in found["first"] if one["areas"]]
    return [one["id"] for one in services if not set(one["areas"]) & {*around, *local}]


@pytest.mark.parametrize("how", ["typed", "ours"])
def test_no_service_of_another_district_is_among_the_first_three_where_the_area_is_known(how: str, tmp_path: Path) -> None:
    every = [query["text"] for query in queries() if query["kind"] not in ("place", "name", "name-typo", "danger")]
    asked = [{"q": f"WD6 1AB {text}"} if how == "typed" else {"q": text, "ours": "hertsmere"} for text in every]
    assert strangers(in_node("near.mjs", asked, tmp_path), "hertsmere") == []


@pytest.mark.parametrize(
    ("q", "areas"),
    [
        ("lives in Potters Bar, registered in Barnet", [["potters-bar", "home"], ["barnet", "practice"]]),
        ("registered with a GP in Barnet, lives in Potters Bar", [["barnet", "practice"], ["potters-bar", "home"]]),
        ("depression EN6, gp in Watford", [["hertsmere", "home"], ["welwyn-hatfield", "home"], ["watford", "practice"]]),
        ("Watford, registered WD6", [["hertsmere", "practice"], ["watford", "home"]]),
        ("Fairbrook Medical Centre", [["hertsmere", "practice"]]),
        ("Watford", [["watford", "home"]]),
    ],
)
def test_a_place_is_that_of_the_home_or_of_the_practice(q: str, areas: list[list[str]], tmp_path: Path) -> None:
    found = answer(tmp_path, q)
    assert sorted(found["areas"]) == sorted(areas)
    assert found["missing"] == []


TEAM, THERAPIES = "hpft-community-perinatal-team", "nhs-hertfordshire-and-mid-essex-talking-therapies"
"""A service that goes by the practice, and one that goes by the home."""


@pytest.mark.parametrize("how", ["typed", "chosen"])
@pytest.mark.parametrize(("home", "practice"), [("hertsmere", "barnet"), ("barnet", "hertsmere")])
def test_who_may_use_a_service_goes_by_what_its_record_says(how: str, home: str, practice: str, tmp_path: Path) -> None:
    names = {"hertsmere": "Hertsmere", "barnet": "Barnet"}
    words = f" lives in {names[home]}, registered in {names[practice]}" if how == "typed" else ""
    chosen = {} if how == "typed" else {"area": home, "gp": practice}
    assert (TEAM in answer(tmp_path, f"postnatal depression{words}", **chosen)["all"]) == (practice == "hertsmere")
    assert (THERAPIES in answer(tmp_path, f"depression{words}", **chosen)["all"]) == (home == "hertsmere")


def test_a_place_and_a_time_are_both_asked_for(tmp_path: Path) -> None:
    assert 3 < len(answer(tmp_path, "EN6 open now")["all"]) < len(answer(tmp_path, "EN6")["all"])
