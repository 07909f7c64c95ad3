"""The search says what it has nothing for, and takes nothing for what it is not."""

from __future__ import annotations

import json
import subprocess
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
import yaml

from generator.bench.honesty import honesty, query_texts
from generator.documents.browser.search_data import search_data
from generator.documents.browser.search_documents import pack_documents
from generator.documents.browser.search_vocabulary import practice_names
from generator.documents.packs.compose import all_packs
from tests.ours import LIBRARY
from tests.search.measuring import HERE, ROOT, TODAY, node, queries

pytestmark = pytest.mark.skipif(not node(), reason="needs Node.js")

CASES: list[dict[str, Any]] = yaml.safe_load((HERE / "honest.yaml").read_text(encoding="utf-8"))

LEAST = 0.95
"""The share of things with nothing listed for which the page has to say so, on queries that the search was not tuned on."""

NEEDLESS = 0.02
"""The share of queries with a right service for which it may say so all the same."""


@cache
def read() -> dict[str, dict[str, Any]]:
    """What the engine makes of every case, with the project's own services and job packs."""
    data = search_data(LIBRARY, pack_documents(all_packs(LIBRARY, TODAY)), TODAY)
    with TemporaryDirectory() as scratch:
        files = [Path(scratch) / name for name in ("data.json", "queries.json")]
        files[0].write_text(json.dumps(data), encoding="utf-8")
        files[1].write_text(json.dumps([case["q"] for case in CASES]), encoding="utf-8")
        command = [str(node()), str(HERE / "honest.mjs"), *map(str, files)]
        run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True, encoding="utf-8")
    return dict(zip([case["q"] for case in CASES], json.loads(run.stdout), strict=True))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["q"])
def test_a_query_is_read_as_it_was_meant(case: dict[str, Any]) -> None:
    found = read()[case["q"]]
    for name in ("nothing", "words", "unmet", "first", "wishes"):
        if name in case:
            assert found[name] == case[name], (name, found)
    assert set(case.get("needs", [])) <= set(found["needs"])
    assert not set(case.get("not_needs", [])) & set(found["needs"])
    assert set(case.get("near", [])) <= set(found["near"])
    if case.get("needs") == []:
        assert found["needs"] == []


def test_a_place_alone_lists_its_services_first() -> None:
    assert "hertsmere" in {area for one in read()["Bushey"]["results"][:3] for area in one["areas"]}


@pytest.mark.slow
def test_most_things_with_nothing_listed_are_said_so() -> None:
    every = [query["text"] for file in ("queries.yaml", "queries-second.yaml") for query in queries(file)]
    measured = honesty(search_data(LIBRARY, [], TODAY), ROOT, every, str(node()))
    assert len(query_texts(HERE / "nothing-seen.yaml")) >= 50
    assert len(query_texts(HERE / "nothing-unseen.yaml")) >= 50
    assert measured.seen >= LEAST
    assert measured.unseen >= LEAST
    assert measured.needless <= NEEDLESS


def test_a_practice_is_known_by_the_names_that_people_say() -> None:
    names = practice_names(LIBRARY)["hertsmere"]
    assert {"Red House Surgery", "Red House", "Schopwick surgery", "Annandale practice"} <= set(names)
    assert "Grove" not in names
