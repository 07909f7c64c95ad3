"""A large directory comes in parts. It is answered as if it came in whole, and no page has parts of two versions."""

from __future__ import annotations

import gzip
import json
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest

from generator.bench.directory import directory
from generator.documents.browser.search_data import search_data
from generator.documents.browser.search_documents import SearchDocument
from generator.documents.browser.search_files import EVERYTHING, PARTED_FROM, SEARCH_HEAD, SEARCH_PARTS, search_files
from generator.documents.page import JsonObject
from generator.publishing.hosting.offline import KEPT_PAGES, Version
from tests.ours import LIBRARY
from tests.search.measuring import ROOT, TODAY, node, queries

ALL_QUERIES = [query["text"] for name in ("queries.yaml", "queries-second.yaml") for query in queries(name)]
FIRST = [
    {"q": "anxiety"},
    {"q": "CGL"},
    {"q": "samaritons"},
    {"q": "citizens adv"},
    {"q": "01923 666030"},
    {"q": "116 123"},
    {"q": "my time"},
    {"q": "the silver line"},
    {"q": "multiple sclerosis group"},
    {"q": "drugs", "area": "hertsmere", "open": True},
    {"q": "", "need": ["sleep"]},
    {"q": "job description band 7"},
    {"q": "farmer"},
]
"""Queries that read each kind of part, each as the first of its page."""


PAGES = [
    SearchDocument("link-worker", "roles/link-worker/", "Link worker", "role", "Meets people.", "anxiety", "band 7 job description"),
    SearchDocument("link-worker-here", "networks/link-worker-here/", "Link worker, here", "network", "Meets people.", "anxiety"),
    SearchDocument("find-help", "guides/find-help/", "Find help", "guide", "For samaritans and farmers.", "my time with the silver line"),
]
"""Pages stand between services in the order of all: by their ids."""


@pytest.fixture(scope="module")
def data() -> JsonObject:
    found = search_data(LIBRARY, PAGES, TODAY)
    return {**found, "services": sorted(found["services"], key=lambda service: str(service["id"]))}


def answers(data: JsonObject, asked: Sequence[Mapping[str, object]], folder: Path) -> list[dict[str, Any]]:
    """Each query with whether it is answered alike, in parts and in whole."""
    for name, content in search_files(data, parted_from=0).items():
        path = folder / name.removeprefix("assets/")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    given = [folder / "data.json", folder / "queries.json"]
    for path, value in zip(given, (data, asked), strict=True):
        path.write_text(json.dumps(value), encoding="utf-8")
    command = [str(node()), str(ROOT / "tests" / "search" / "parted.mjs"), str(folder), *map(str, given)]
    run = subprocess.run(command, capture_output=True, text=True, check=True, encoding="utf-8")
    found: list[dict[str, Any]] = json.loads(run.stdout)
    return found


@pytest.mark.skipif(not node(), reason="needs Node.js")
def test_parts_are_answered_as_the_whole(data: JsonObject, tmp_path: Path) -> None:
    asked = [{**FIRST[0], "first": True}, {**FIRST[1], "first": True, "together": True}, *FIRST] + [
        {"q": text} for text in ALL_QUERIES[::40]
    ]
    assert [one for one in answers(data, asked, tmp_path) if not one["equal"]] == []


@pytest.mark.slow
@pytest.mark.skipif(not node(), reason="needs Node.js")
def test_every_query_is_answered_as_the_whole_answers_it(data: JsonObject, tmp_path: Path) -> None:
    asked = [*({**query, "first": True} for query in FIRST), *({"q": text, "first": i % 12 == 0} for i, text in enumerate(ALL_QUERIES))]
    assert [one for one in answers(data, asked, tmp_path) if not one["equal"]] == []


@pytest.mark.slow
@pytest.mark.skipif(not node(), reason="needs Node.js")
def test_a_large_directory_is_answered_alike_from_few_bytes(data: JsonObject, tmp_path: Path) -> None:
    large = directory(data, 5_000)
    large["services"].sort(key=lambda service: service["id"])
    found = answers(large, [{"q": text, "first": True} for text in ["anxiety", *ALL_QUERIES[::80]]], tmp_path)
    assert [one for one in found if not one["equal"]] == []
    sizes = {Path(name).stem: len(gzip.compress(content, 9)) for name, content in search_files(large).items()}
    fetched = [sum(sizes[part] for parts in one["fetched"] for part in parts) for one in found]
    assert sorted(fetched)[len(fetched) // 2] < 50_000
    assert fetched[0] < 35_000


def test_a_small_directory_is_one_file(data: JsonObject) -> None:
    assert len(data["services"]) < PARTED_FROM
    assert list(search_files(data)) == [SEARCH_HEAD]


def test_a_change_in_any_part_changes_the_address_of_all(data: JsonObject) -> None:
    """Else a page could have the words of one version and the services of another."""

    def folder(given: JsonObject) -> str:
        files = search_files(given, parted_from=0)
        (found,) = {name.rsplit("/", 1)[0] for name in files if name.startswith(SEARCH_PARTS)}
        assert f'"folder":"{found}/"' in files[SEARCH_HEAD].decode()
        assert f"{found}/{EVERYTHING}.js" in files
        return found

    data = {**data, "services": data["services"][:20]}
    first, *rest = data["services"]
    before = folder(data)
    assert folder(data) == before
    assert folder({**data, "services": [{**first, "summary": "Something else."}, *rest]}) != before
    assert folder({**data, "services": rest}) != before


def test_no_text_ends_a_script(data: JsonObject) -> None:
    hostile = "</script><img src=x onerror=alert(1)>\u2028"
    files = search_files(
        {**data, "services": [{**data["services"][0], "name": hostile, "org": "𝐀𝐁𝐂 Ⓐ", "summary": hostile}]}, parted_from=0
    )
    assert [name for name, content in files.items() if b"<" in content or "\u2028" in content.decode()] == []


def test_the_service_worker_keeps_the_file_with_all_parts(data: JsonObject) -> None:
    names = sorted(search_files({**data, "services": data["services"][:40]}, parted_from=0))
    config = Version().worker(names, b"", []).decode()
    (kept,) = [name for name in names if name.endswith(f"/{EVERYTHING}.js")]
    assert f'"files":[],"pages":"{KEPT_PAGES}","parts":"{kept}"' in config
    assert '"parts":""' in Version().worker([SEARCH_HEAD], b"", []).decode()
