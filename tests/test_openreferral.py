"""The feed: valid, complete, never more than may be taken for a fact, and the same bytes each time."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator, FormatChecker

from generator.documents.directory.openreferral.feed import PAGE_SIZE, feed
from generator.documents.directory.openreferral.service import NOT_CONFIRMED, Writer
from generator.knowledge.directory.openreferral.codes import clock_in, clock_out, service_id
from generator.knowledge.directory.openreferral.filled import without_empty
from generator.knowledge.directory.openreferral.standard import StandardService
from generator.knowledge.directory.phone_numbers import real_number
from generator.knowledge.directory.visibility import confirmed, shown_phones, shown_texts
from generator.knowledge.library.library import Library
from generator.knowledge.library.loading import load
from generator.knowledge.model import Service
from generator.publishing.directory.export_services import open_tables
from generator.publishing.hosting.headers import headers, host_files
from tests.ours import LIBRARY

PROJECT = Path(__file__).parent.parent
SCHEMAS = PROJECT.parent / "shared" / "data" / "oruk"
TODAY = date(2026, 11, 22)
STANDARD = pytest.mark.skipif(not SCHEMAS.is_dir(), reason="the folder of the standard's schemas does not stand beside the project")


@pytest.fixture(scope="module")
def library() -> Library:
    return LIBRARY


@pytest.fixture(scope="module")
def files(library: Library) -> dict[str, Any]:
    return {path.removeprefix("openreferral/"): json.loads(content) for path, content in feed(library, TODAY).items()}


def full(files: dict[str, Any], slug: str) -> dict[str, Any]:
    found: dict[str, Any] = files[f"services/{service_id(slug)}.json"]
    return found


def with_service(library: Library, service: Service) -> Library:
    return replace(library, records={**library.records, Service: {**library.services, service.id: service}})


def altered(library: Library, slug: str, **changes: object) -> dict[str, Any]:
    """A service of the feed after some of its fields changed."""
    service = library.services[slug].model_copy(update=changes)
    made = feed(with_service(library, service), TODAY)
    found: dict[str, Any] = json.loads(made[f"openreferral/services/{service_id(slug)}.json"])
    return found


def single(files: dict[str, Any], folder: str) -> Iterator[tuple[str, Any]]:
    return ((path, value) for path, value in files.items() if re.fullmatch(rf"{folder}/[0-9a-f-]{{36}}\.json", path))


def leaves(value: Any) -> Iterator[Any]:
    for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield inner
        yield from leaves(inner)


# What the feed holds


def test_every_service_is_there_by_an_id_that_never_changes(files: dict[str, Any], library: Library) -> None:
    assert {path for path, _ in single(files, "services")} == {f"services/{service_id(slug)}.json" for slug in library.services}
    assert str(service_id("samaritans")) == "e18d7dde-59af-5214-ba60-e914f90b296f"


def test_nothing_is_empty(files: dict[str, Any]) -> None:
    for path, value in files.items():
        assert not [leaf for leaf in leaves(value) if leaf in (None, "", [], {}) and leaf is not False and leaf != 0], path


def test_the_products_own_model_reads_each_service_back(files: dict[str, Any]) -> None:
    for path, value in single(files, "services"):
        assert without_empty(StandardService.model_validate(value)) == value, path


def test_the_same_bytes_each_time(library: Library) -> None:
    assert feed(library, TODAY) == feed(load(PROJECT / "data")[0], TODAY)


@pytest.mark.parametrize("count", [0, 1, PAGE_SIZE, PAGE_SIZE + 1, 2 * PAGE_SIZE + 5])
def test_pages_hold_each_service_once(library: Library, count: int) -> None:
    one = library.services["samaritans"]
    services = {f"copy-{i}": one.model_copy(update={"id": f"copy-{i}", "locations": []}) for i in range(count)}
    made = feed(replace(library, records={**library.records, Service: services}), TODAY)
    page, seen, number = json.loads(made["openreferral/services/index.json"]), [], 1
    while True:
        assert page["page_number"] == number
        assert page["total_items"] == count
        assert page["total_pages"] == -(-count // PAGE_SIZE)
        assert page["size"] == len(page["contents"])
        assert page["empty"] == (not page["contents"])
        assert page["first_page"] == (number == 1)
        seen += [entry["id"] for entry in page["contents"]]
        if page["last_page"]:
            break
        number += 1
        page = json.loads(made[f"openreferral/services/{page['next_page']}"])
    assert "next_page" not in page
    assert sorted(seen) == sorted(str(service_id(slug)) for slug in services)


def test_every_list_leads_to_a_file_for_each_entry(files: dict[str, Any]) -> None:
    for folder in ("services", "taxonomies", "taxonomy_terms", "service_at_locations"):
        lists = [page for path, page in files.items() if path.startswith(f"{folder}/") and "contents" in page]
        listed = [entry["id"] for page in lists for entry in page["contents"]]
        assert sorted(listed) == sorted(value["id"] for _, value in single(files, folder)), folder
        assert len(set(listed)) == len(listed)


def test_every_term_of_a_service_is_in_a_taxonomy(files: dict[str, Any]) -> None:
    for path, value in single(files, "services"):
        for attribute in value["attributes"]:
            assert files[f"taxonomy_terms/{attribute['taxonomy_term']['id']}.json"] == attribute["taxonomy_term"], path


# What may be taken for a fact


def test_no_number_that_is_not_confirmed(files: dict[str, Any], library: Library) -> None:
    doubted = 0
    for service in library.services.values():
        value = full(files, service.id)
        shown = [number.number for number in (*shown_phones(service), *shown_texts(service))]
        assert [phone["number"] for phone in value.get("phones", [])] == shown
        if not confirmed(service):
            doubted += 1
            assert service.status == "closed" or NOT_CONFIRMED in value["alert"]
            assert not {"phones", "email", "schedules", "service_at_locations", "application_process", "assured_date"} & set(value)
        text = json.dumps(value)
        hidden = {number.number for number in (*service.phones, *service.texts)} - set(shown)
        assert not [number for number in hidden if number in text], service.id
    assert doubted == 34


def test_hidden_places_are_dropped(library: Library) -> None:
    slug = next(service.id for service in library.services.values() if service.locations and confirmed(service))
    safety = library.services[slug].safety.model_copy(update={"hide_address": True})
    assert "service_at_locations" in altered(library, slug)
    for whole in (False, True):
        service = library.services[slug].model_copy(update={"safety": safety})
        text = json.dumps(without_empty(Writer(library, [service], whole=whole).service(service)))
        assert not [place.address for place in service.locations if f'"{place.address}"' in text]


def test_a_closed_service_is_defunct_and_says_what_replaces_it(library: Library) -> None:
    value = altered(library, "samaritans", status="closed", closed_on=date(2026, 3, 1), replaced_by=["frank"])
    assert value["status"] == "defunct"
    assert value["fingerpost"]["closed_on"] == "2026-03-01"
    assert value["fingerpost"]["replaced_by"] == ["frank"]
    assert not {"phones", "schedules", "url", "email"} & set(value)


def test_a_paused_service_is_temporarily_closed(library: Library) -> None:
    assert altered(library, "samaritans", status="paused", alert="It is being repaired.")["status"] == "temporarily closed"


def test_what_is_withheld_is_left_out(library: Library) -> None:
    service = library.services["mind-infoline"].model_copy(update={"review_after": date(2025, 1, 1)})
    made = feed(with_service(library, service), TODAY)
    told = "".join([*made, *(content.decode() for content in made.values())])
    assert str(service_id("mind-infoline")) not in told
    assert f"Runs {service.name}" not in told


def test_numbers_of_the_feed_are_real(files: dict[str, Any]) -> None:
    numbers = [phone["number"] for _, value in single(files, "services") for phone in value.get("phones", [])]
    assert len(numbers) > 40
    assert not [number for number in numbers if not real_number(number)]


@pytest.mark.parametrize("clock", ["00:00", "09:30", "23:59", "24:00"])
def test_times_come_back(clock: str) -> None:
    assert clock_in(clock_out(clock)) == clock


def test_tables_for_anyone_hold_no_more(library: Library) -> None:
    made = open_tables(library, TODAY)
    assert made == open_tables(load(PROJECT / "data")[0], TODAY)
    rows = [*csv.DictReader(io.StringIO(made["openreferral/services.csv"].decode("utf-8-sig"), newline=""))]
    assert {row["id"] for row in rows} == {name for name, service in library.services.items() if service.status != "closed"}
    for row in rows:
        service = library.services[row["id"]]
        shown = [number.number for number in (*shown_phones(service), *shown_texts(service))]
        assert re.findall(r"(?m)^number: ([0-9 ]+)", f"{row['phones']}\n{row['texts']}") == shown
        assert not row["exported_from"]


# The schemas of the standard


def wrong(schema: Path, values: Iterator[tuple[str, Any]]) -> list[str]:
    judge = Draft202012Validator(json.loads(schema.read_text(encoding="utf-8")), format_checker=FormatChecker())
    found = [(path, value) for path, value in values]
    assert found
    return [f"{path} {error.json_path}: {error.message}" for path, value in found for error in judge.iter_errors(value)]


@STANDARD
@pytest.mark.parametrize("schema", ["hsds-uk-3.0/compiled/service.json", "hsds-3.0/service.json"])
def test_services_are_valid_at_home_and_abroad(schema: str, files: dict[str, Any]) -> None:
    assert wrong(SCHEMAS / schema, single(files, "services")) == []


@STANDARD
@pytest.mark.parametrize("schema", ["hsds-uk-3.0/compiled/service_list.json", "hsds-3.0/service_list.json"])
def test_lists_are_valid(schema: str, files: dict[str, Any]) -> None:
    entries = ((path, entry) for path, page in files.items() if path.startswith("services/") for entry in page.get("contents", []))
    assert wrong(SCHEMAS / schema, entries) == []


@STANDARD
def test_places_are_valid(files: dict[str, Any]) -> None:
    assert wrong(SCHEMAS / "hsds-uk-3.0/compiled/service_at_location.json", single(files, "service_at_locations")) == []


@STANDARD
def test_pages_have_the_envelope_of_the_standard(files: dict[str, Any]) -> None:
    envelope = json.loads((SCHEMAS / "services_page_example.json").read_text(encoding="utf-8"))
    for path, page in files.items():
        if "contents" in page:
            assert set(envelope) <= set(page), path


@STANDARD
def test_a_feed_with_a_null_would_be_refused(files: dict[str, Any]) -> None:
    value = {**full(files, "samaritans"), "email": None}
    assert wrong(SCHEMAS / "hsds-uk-3.0/compiled/service.json", iter([("a service", value)]))


# What the host sends


def test_any_page_may_read_the_feed() -> None:
    made = host_files(load(PROJECT / "data")[0])
    assert "/openreferral/*\n  Access-Control-Allow-Origin: *\n" in made["_headers"].decode()
    assert "/openreferral/services/:id /openreferral/services/:id.json 200" in made["_redirects"].decode().splitlines()


def test_rules_for_one_pattern_are_joined() -> None:
    assert headers({"/*": {"A": "1"}}, {"/x": {"B": "2"}}, {"/*": {"C": "3"}}) == b"/*\n  A: 1\n  C: 3\n/x\n  B: 2\n"
