"""The data of the search: what it may hold, how small it is, and that the browser makes it whole again."""

from __future__ import annotations

import gzip
import json
import re
import subprocess
from collections import Counter
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from generator.bench.directory import directory
from generator.documents.browser.columnar import folded
from generator.documents.browser.search_data import search_data
from generator.documents.browser.search_documents import pack_documents
from generator.documents.browser.search_files import SEARCH_HEAD, search_files
from generator.documents.browser.search_words import WordReader, stems
from generator.documents.packs.compose import all_packs
from generator.documents.page import JsonObject
from generator.documents.views.crisis_cards import cards
from generator.knowledge.library.library import Library
from generator.knowledge.model import Service
from generator.knowledge.text.formatting import slug
from generator.publishing.staging.assets import bundle
from tests.ours import LIBRARY
from tests.search.measuring import ROOT, TODAY, node
from tests.tiers import examples

ON_THE_WIRE = 220_000
"""Bytes with gzip, for the head of 3,000 services and the script. It was 385,000 while all services came at once. What is left is nearly
all vocabulary (60,000), danger (79,000) and the script: missing a danger costs more than bytes do. A query fetches 15,000 to 60,000 more in
parts: test_parted.py says so."""


def search_script(data: JsonObject) -> str:
    """A directory as one file, whatever its size."""
    return search_files(data, parted_from=1_000_000)[SEARCH_HEAD].decode()


@pytest.fixture(scope="module")
def library() -> Library:
    return LIBRARY


@pytest.fixture(scope="module")
def data(library: Library) -> JsonObject:
    return search_data(library, pack_documents(all_packs(library, TODAY)), TODAY)


def whole(data: JsonObject, folder: Path) -> JsonObject:
    """What the browser makes of the script."""
    file = folder / "data.js"
    file.write_text(search_script(data), encoding="utf-8")
    command = [str(node()), str(ROOT / "tests" / "search" / "whole.mjs"), str(file)]
    run = subprocess.run(command, capture_output=True, text=True, check=True, encoding="utf-8")
    found: JsonObject = json.loads(run.stdout)
    return found


@pytest.mark.skipif(not node(), reason="needs Node.js")
def test_the_browser_gets_all_that_was_sent(data: JsonObject, tmp_path: Path) -> None:
    assert whole(data, tmp_path) == data


NEEDS = ["anxiety", "food", "nowhere"]
NAMES = some.text(min_size=1, max_size=12)
SERVICES = some.lists(
    some.fixed_dictionaries(
        {"id": some.from_regex(r"\A[a-z0-9]+(-[a-z0-9]+)?\Z"), "name": NAMES, "needs": some.lists(some.sampled_from(NEEDS))},
        optional={"min": some.integers(0, 120), "summary": NAMES, "leave": some.just(True), "open": some.just([[127, 0, 1440]])},
    ).map(lambda one: {key: value for key, value in one.items() if value not in ("", [])}),
    max_size=5,
)
PHRASES = some.lists(some.text(alphabet="ab; '", max_size=6), max_size=4)
WORDS = some.lists(some.text(alphabet="abé😀’0 ", min_size=1, max_size=14), max_size=20).map(lambda words: sorted(set(words)))


@pytest.mark.skipif(not node(), reason="needs Node.js")
@settings(max_examples=examples(8), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(services=SERVICES, words=WORDS, phrases=PHRASES)
def test_any_services_and_words_come_through(
    services: list[JsonObject], words: list[str], phrases: list[str], data: JsonObject, tmp_path: Path
) -> None:
    vocabulary = {**data["vocabulary"], "talk": {**data["vocabulary"]["talk"], "ordinary": words, "women": phrases}}
    sent = {**data, "services": services, "pages": [], "vocabulary": vocabulary}
    got = whole(sent, tmp_path)
    assert got["services"] == services
    assert got["vocabulary"] == vocabulary


def test_pages_are_sent_as_their_words_are_compared(library: Library, data: JsonObject) -> None:
    reader = WordReader(data["vocabulary"]["talk"])
    for document, page in zip(pack_documents(all_packs(library, TODAY)), data["pages"], strict=True):
        different = {word.lower() for word in re.findall(r"[^\W_]+(?:[’'][^\W_]+)*", document.text)}
        wanted = Counter(stem for word in different for stem in stems(list(reader.read(word))))
        assert Counter(stems(list(reader.read(page["text"])))) == wanted


def test_what_follows_from_the_rest_is_not_sent(data: JsonObject) -> None:
    danger = folded(data)["vocabulary"]["danger"]
    assert set(danger["meant"]) == {"0", "1"}
    assert len(danger["meant"]) == len(danger["concepts"])


def test_no_text_ends_the_script(data: JsonObject) -> None:
    hostile = "</script><img src=x onerror=alert(1)>\u2028"
    sent = search_script({**data, "services": [{"id": "a", "name": hostile, "needs": []}]})
    assert "<" not in sent
    assert "\u2028" not in sent


@pytest.mark.slow
def test_three_thousand_services_are_small_enough(data: JsonObject, tmp_path: Path) -> None:
    sent = gzip.compress(search_files(directory(data, 3000))[SEARCH_HEAD], 9)
    bundle(tmp_path / "assets")
    code = gzip.compress((tmp_path / "assets" / "find.js").read_bytes(), 9)
    assert len(sent) + len(code) < ON_THE_WIRE


def test_a_made_up_service_takes_as_much_room_as_a_real_one(data: JsonObject) -> None:
    """Else the measure above would flatter us."""
    empty = len(gzip.compress(search_script({**data, "services": []}).encode(), 9))
    real, made = (len(gzip.compress(search_script(one).encode(), 9)) - empty for one in (data, directory(data, len(data["services"]))))
    assert made > 0.9 * real


def test_the_made_up_directory_is_the_same_each_time(data: JsonObject) -> None:
    assert directory(data, 40) == directory(data, 40)
    assert directory(data, 40) != directory(data, 40, seed=1)


@pytest.mark.parametrize(("name", "expected"), [("Andy’s Man Club", "andys-man-club"), ("24/7 Line (UK)", "24-7-line-uk")])
def test_most_ids_follow_from_the_name(name: str, expected: str) -> None:
    assert slug(name) == expected


def test_the_crisis_cards_show_only_numbers_that_may_be_shown(library: Library) -> None:
    nspcc = library.services["nspcc-helpline"]
    numbers = {call.name: call.number for view in cards(library, TODAY) for call in (*view.calls, *view.talk)}
    assert numbers[nspcc.name] == "0808 800 5000"
    services = {**library.services, nspcc.id: nspcc.model_copy(update={"confidence": "low"})}
    doubted = replace(library, records={**library.records, Service: services})
    assert {call.name for view in cards(doubted, TODAY) for call in (*view.calls, *view.talk)} == set(numbers) - {nspcc.name}
    assert not any(view.doubt for view in cards(library, TODAY))
    later = cards(library, date(2040, 1, 1))
    assert {call.name: call.number for view in later for call in (*view.calls, *view.talk)} == numbers, "never withheld for their age"
    so = "on 21 November 2026, so this may be out of date. If no one answers, call 999 or 111."
    said = {f"{done} {so}" for done in ("Last checked", "Not checked with the provider, only copied")}
    assert {view.doubt for view in later if view.card.numbers or view.card.talk} == said
