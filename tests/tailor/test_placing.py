"""Sentences that are put elsewhere stand there, with as few moves as can be, and the browser says so in the same words."""

from __future__ import annotations

import copy
import random
from pathlib import Path
from typing import Any

import pytest

from generator.knowledge.drafts.placing import SentenceHomes, order_in, place_at
from tests.tailor.browser_side import run

HOMES: dict[str, list[str]] = {"one": ["a", "b", "c", "d", "e"], "two": ["p", "q", "r"], "three": []}
PARTS = SentenceHomes("add", "section", HOMES)


def case(seed: int) -> dict[str, Any]:
    """A few sentences added and left out, and some put elsewhere, by chance."""
    chance = random.Random(seed)
    own = [{"id": f"own-{number}", "section": chance.choice(list(HOMES)), "text": "x"} for number in range(chance.randint(0, 3))]
    overlay = {"drop": [{"id": name} for name in chance.sample("abcpq", chance.randint(0, 2))], "add": own}
    dropped = {each["id"] for each in overlay["drop"]}
    names = [name for ids in HOMES.values() for name in ids if name not in dropped] + [each["id"] for each in own]
    steps = [[chance.choice(names), chance.choice(list(HOMES)), chance.randint(0, 5)] for _ in range(chance.randint(1, 9))]
    return {"overlay": overlay, "homes": list(HOMES.items()), "steps": steps}


def put_all(given: dict[str, Any]) -> dict[str, Any]:
    """What each step makes, held against plain lists."""
    overlay = copy.deepcopy(given["overlay"])
    orders = {part: order_in(overlay, PARTS, part) for part in HOMES}
    for name, part, at in given["steps"]:
        for order in orders.values():
            if name in order:
                order.remove(name)
        orders[part].insert(at, name)
        place_at(overlay, PARTS, name, part, at)
        assert {each: order_in(overlay, PARTS, each) for each in HOMES} == orders
    return {"overlay": overlay, "orders": list(orders.values())}


@pytest.fixture(scope="module")
def cases() -> list[dict[str, Any]]:
    return [case(seed) for seed in range(400)]


def test_both_put_sentences_where_they_are_asked_to_and_say_so_alike(cases: list[dict[str, Any]], tmp_path: Path) -> None:
    assert run("placed", tmp_path, cases=cases) == [put_all(given) for given in cases]


def test_what_comes_back_to_its_place_is_not_moved() -> None:
    overlay: dict[str, Any] = {}
    place_at(overlay, PARTS, "b", "two", 1)
    assert overlay["move"] == [{"id": "b", "to": "two", "after": "p"}]
    place_at(overlay, PARTS, "b", "one", 1)
    assert overlay["move"] == []


def test_the_sentence_that_was_taken_up_is_the_one_that_moves() -> None:
    overlay: dict[str, Any] = {}
    place_at(overlay, PARTS, "c", "one", 1)
    assert overlay["move"] == [{"id": "c", "after": "a"}]
