"""A postcode or its first half chooses the areas of a search, and nothing else of that form does."""

from __future__ import annotations

from typing import Any

import pytest

from tests.search.measuring import in_node, node

pytestmark = pytest.mark.skipif(not node(), reason="needs Node.js")

AREAS = {
    "EN6": ["hertsmere", "welwyn-hatfield"],
    "en6": ["hertsmere", "welwyn-hatfield"],
    "WD6 1AB": ["hertsmere"],
    "wd61ab": ["hertsmere"],
    "AL11AA": ["st-albans"],
    "AL101AA": ["welwyn-hatfield"],
    "debt wd6": ["hertsmere"],
    "carers AL10 and WD7": ["welwyn-hatfield", "hertsmere", "st-albans"],
    "EN6 open now": ["hertsmere", "welwyn-hatfield"],
    "Hertsmere open now": ["hertsmere"],
    "EN6 1st floor": ["hertsmere", "welwyn-hatfield"],
    "W1 1st floor": [],
    "SW1A 1AA": [],
    "B12 deficiency": [],
    "EN61": [],
    "EN6X9 depression": [],
}


@pytest.fixture(scope="module")
def answers(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, Any]]:
    return dict(zip(AREAS, in_node("postcodes.mjs", list(AREAS), tmp_path_factory.mktemp("postcodes")), strict=True))


@pytest.mark.parametrize("query", AREAS)
def test_a_postcode_chooses_its_areas(query: str, answers: dict[str, dict[str, Any]]) -> None:
    assert answers[query]["areas"] == AREAS[query]


def test_a_postcode_alone_lists_what_is_there(answers: dict[str, dict[str, Any]]) -> None:
    found = answers["EN6"]
    assert not found["guesses"]
    assert {"potters-bar-foodbank", "our-health-matters"} <= set(found["first"])
    assert answers["EN6"]["first"] == answers["en6"]["first"]
    assert answers["wd61ab"]["first"] == answers["WD6 1AB"]["first"]


def test_beside_a_need_a_postcode_is_no_unknown_word(answers: dict[str, dict[str, Any]]) -> None:
    found = answers["debt wd6"]
    assert (found["needs"], found["missing"], found["guesses"]) == (["money"], [], False)
    assert "potters-bar-foodbank" in found["first"][:3]


def test_it_says_where_a_postcode_is(answers: dict[str, dict[str, Any]]) -> None:
    assert answers["EN6"]["lines"] == ["EN6: Hertsmere and Welwyn Hatfield. Parts of it may also be in Broxbourne and Enfield."]
    assert answers["WD6 1AB"]["lines"] == ["WD6: Hertsmere. Parts of it may also be in Barnet."]
    assert answers["W1 1st floor"]["lines"] == []


def test_it_says_that_a_postcode_is_not_in_the_table(answers: dict[str, dict[str, Any]]) -> None:
    assert answers["SW1A 1AA"]["unplaced"] == "SW1A"
    assert [query for query, found in answers.items() if found["unplaced"]] == ["SW1A 1AA", "EN61"]
