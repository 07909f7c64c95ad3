"""The directory: every id kept, nothing shown that is not confirmed, crisis numbers equal, the nearest first."""

from __future__ import annotations

import json
import re
from collections import Counter
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from generator.documents.directory.openreferral.service import Writer
from generator.documents.pages import SiteContext
from generator.documents.pages.handing import handing_pages
from generator.documents.pages.navigator import navigator_pages
from generator.documents.pages.needs import need_pages
from generator.documents.templating.environment import environment
from generator.knowledge.directory.areas import distance, outwards
from generator.knowledge.directory.importing.words import Vocabulary
from generator.knowledge.directory.phone_numbers import real_number
from generator.knowledge.directory.visibility import (
    checked_with_provider,
    confirmed,
    last_look,
    listed,
    long_overdue,
    months_later,
    overdue,
    shown_locations,
    shown_number,
    shown_phones,
    shown_texts,
    withheld,
)
from generator.knowledge.library.library import Library
from generator.knowledge.library.loading import load
from generator.knowledge.model import Service, Settings
from generator.machine.clock import today
from generator.problems import Report
from tests.ours import LIBRARY

PROJECT = Path(__file__).parent.parent
GATHERED = PROJECT.parent / "shared" / "data" / "services.json"
TODAY = date(2026, 11, 22)


@pytest.fixture(scope="module")
def library() -> Library:
    return LIBRARY


@pytest.fixture
def service() -> Service:
    return made()


def made(**changes: object) -> Service:
    plain: dict[str, object] = {
        "id": "line",
        "name": "Line",
        "organisation": "Example",
        "summary": "It listens.",
        "needs": ["talk"],
        "audiences": ["everyone"],
        "areas": ["town"],
        "confidence": "high",
        "review_after": "2027-01-31",
        "phones": [{"number": "116 123", "checked_on": "2026-11-01", "source": "list"}],
        "texts": [{"number": "85258", "word": "SHOUT", "checked_on": "2026-11-01", "source": "list"}],
        "sources": [{"id": "list", "title": "A list", "kind": "directory", "read_on": "2026-11-01"}],
    }
    return Service.model_validate({**plain, **changes})


def loaded(folder: Path, text: str) -> tuple[Library, Report]:
    (folder / "data" / "services").mkdir()
    (folder / "data" / "services" / "line.yaml").write_text(text, encoding="utf-8")
    return load(folder / "data")


WRITTEN = """id: line
name: {name}
organisation: Example
summary: {summary}
needs: [talk]
audiences: [everyone]
areas: [town]
url: {url}
confidence: high
review_after: 2027-01-31
sources:
  - {{id: list, title: A list, kind: directory, read_on: 2026-11-01}}
"""


# The data


@pytest.mark.skipif(not GATHERED.is_file(), reason="the folder of what was gathered does not stand beside the project")
def test_all_ids_are_kept(library: Library) -> None:
    gathered = {record["id"]: record for record in json.loads(GATHERED.read_text(encoding="utf-8"))}
    assert set(gathered) <= set(library.services), "other sites refer to them"
    for name, record in gathered.items():
        service = library.services[name]
        assert service.confidence == record["confidence"], name
        assert [phone.number for phone in service.phones] == ([record["phone"]] if record.get("phone") else []), name


def test_low_and_unverified_services_show_no_number(library: Library) -> None:
    doubtful = [service for service in library.services.values() if not confirmed(service)]
    assert len(doubtful) == 34
    for service in doubtful:
        assert not shown_phones(service) + shown_texts(service)
        assert service.not_confirmed
        assert service.assured_by is None


def test_no_number_of_a_doubtful_service_hides_in_its_prose(library: Library) -> None:
    for service in library.services.values():
        if not confirmed(service):
            prose = service.model_dump_json(exclude={"phones", "texts", "sources", "email", "url"})
            assert not re.search(r"0[0-9 ]{9,}", prose), service.id


def test_every_shown_number_has_a_date_and_a_source(library: Library) -> None:
    for service in library.services.values():
        for number in [*shown_phones(service), *shown_texts(service)]:
            assert service.source_of(number.source)
            assert date(2026, 1, 1) <= number.seen_on <= today()


def test_crisis_contacts_are_the_numbers_of_their_services(library: Library) -> None:
    contacts = {contact.id: contact for contact in library.crisis.contacts}
    assert [contact.number for contact in contacts.values()] == ["999", "111", "116 123", "0800 6444 101", "85258"]
    for contact in contacts.values():
        if contact.service:
            service = library.services[contact.service]
            shown = shown_phones(service) if contact.kind == "call" else shown_texts(service)
            assert contact.number in [number.number for number in shown]
            assert service.confidence == "high"
            assert service.assured_on
            assert listed(service, library, TODAY)
    assert [name for name, contact in contacts.items() if not contact.service] == ["emergency"]


def test_closed_services_lead_on(library: Library) -> None:
    closed = [service for service in library.services.values() if service.status == "closed"]
    assert {service.id for service in closed} == {"mental-health-advocacy", "advocacy-for-older-people"}
    for service in closed:
        assert not listed(service, library, TODAY)
        assert all(listed(library.services[name], library, TODAY) for name in service.replaced_by)
        assert service.alert


def test_review_dates_follow_the_rule(library: Library) -> None:
    months = library.settings.review_months
    dangerous = {need.id for need in library.needs.values() if need.danger}
    for service in library.services.values():
        by_confidence = {"high": months.high, "medium": months.medium, "low": months.low, "unverified": months.unverified}
        allowed = months.danger if dangerous & set(service.needs) else by_confidence[service.confidence]
        look = last_look(service)
        longest = allowed if look.checked_on else min(allowed, months.medium)
        assert service.review_after == months_later(look.seen_on, longest), service.id


def test_only_the_provider_checks(library: Library) -> None:
    """The day of a check needs the provider's own page. An undated list, a council and a newspaper are copied, and say so."""
    kinds: Counter[str] = Counter()
    for service in library.services.values():
        for number in (*service.phones, *service.texts):
            source = service.source_of(number.source)
            assert source
            assert bool(number.checked_on) == (source.kind == "provider") != bool(number.copied_on), (service.id, number.number)
            kinds["checked" if number.checked_on else "copied"] += 1
        if service.assured_on:
            assert checked_with_provider(service), service.id
    assert min(kinds["checked"], kinds["copied"]) > 5


@pytest.mark.parametrize(
    ("source", "number", "assured"),
    [
        ("provider", "checked_on", True),
        ("provider", "copied_on", False),
        ("directory", "copied_on", False),
    ],
)
def test_a_feed_is_assured_only_where_the_provider_was_checked(source: str, number: str, assured: bool) -> None:
    told = {"number": "116 123", number: "2026-11-01", "source": "list"}
    sources = [{"id": "list", "title": "A list", "kind": source, "read_on": "2026-11-01"}]
    service = made(phones=[told], texts=[], sources=sources, assured_on="2026-11-01", assured_by="Us")
    value = Writer(LIBRARY, [service]).service(service.model_copy(update={"areas": [], "needs": [], "audiences": []}))
    assert (value.assured_date == "2026-11-01", bool(value.assurer_email)) == (assured, assured)
    assert value.phones[0].fingerpost[number] == "2026-11-01"


def test_pages_on_abuse_can_be_left_fast(library: Library) -> None:
    for service in library.services.values():
        if {"domestic-abuse", "sexual-violence"} & set(service.needs):
            assert service.safety.leave_fast, service.id
            assert not shown_locations(service), service.id


def test_deaf_people_find_999_wherever_there_is_danger(library: Library) -> None:
    """In British Sign Language, by relay and by text: on the pages of needs with danger, beside the navigator's cards and on the sheet."""
    context = SiteContext(library, (), {}, environment(), TODAY)
    made = {page.path: page.body for page in (*need_pages(context), *handing_pages(context), *navigator_pages(context))}
    dangerous = {f"needs/{need.id}/index.md" for need in library.needs.values() if need.danger}
    told = {path for path, body in made.items() if all(words in body for words in ("999bsl.co.uk", "Relay UK", "register", "999."))}
    assert told == dangerous | {"handout/index.md", "who-can-help/index.md"}


def test_each_need_that_had_nothing_near_has_something_or_says_whom_to_ask(library: Library) -> None:
    """Issue 16: what is local has a page of its provider, and where nothing is confirmed the page says whom to ask."""
    context = SiteContext(library, (), {}, environment(), TODAY)
    near = ["neurodiversity", "refugees", "faith-culture", "learning-disability", "veterans", "perinatal", "gambling"]
    for name in near:
        found = [s for s in library.services.values() if name in s.needs and confirmed(s)]
        local = [s for s in found if distance(library.areas, "hertfordshire", s) == 0]
        assert any(source.kind == "provider" for service in local for source in service.sources), name
    pages = {page.path: page.body for page in need_pages(context)}
    assert "We could not confirm any of these." in pages["needs/sleep/index.md"]
    assert "services/hertshelp/" in pages["needs/sleep/index.md"]
    assert "We could not confirm any of these." not in pages["needs/gambling/index.md"]


# Standing


@pytest.mark.parametrize("weak", ["low", "unverified"])
def test_the_weaker_confidence_decides(weak: str) -> None:
    phone = {"number": "116 123", "checked_on": "2026-11-01", "source": "list"}
    assert shown_phones(made())
    assert not shown_phones(made(confidence=weak))
    assert not shown_phones(made(phones=[{**phone, "confidence": weak}]))
    assert not shown_phones(made(confidence=weak, phones=[{**phone, "confidence": "high"}]))


def test_a_closed_service_shows_no_number_and_a_paused_one_does(library: Library) -> None:
    closed, paused = made(status="closed"), made(status="paused")
    assert not shown_number(closed, closed.phones[0])
    assert shown_number(paused, paused.phones[0])
    assert not listed(closed, library, TODAY)
    assert listed(paused, library, TODAY)


def test_a_hidden_address_is_not_shown() -> None:
    places = [{"address": "1 Main Street", "area": "town"}]
    assert shown_locations(made(locations=places))
    assert not shown_locations(made(locations=places, safety={"hide_address": True}))


@pytest.mark.parametrize(
    ("today", "late", "gone"),
    [
        (date(2027, 1, 30), False, False),
        (date(2027, 1, 31), False, False),
        (date(2027, 2, 1), True, False),
        (date(2027, 7, 31), True, False),
        (date(2027, 8, 1), True, True),
    ],
)
def test_overdue_and_withheld(service: Service, library: Library, today: date, late: bool, gone: bool) -> None:
    assert overdue(service, today) is late
    assert withheld(service, after(library, 6), today) is gone
    assert listed(service, after(library, 6), today) is not gone
    assert listed(service, after(library, 12), today)


def after(library: Library, months: int) -> Library:
    """The library with another time after which services are withheld."""
    settings = library.settings.model_copy(update={"withhold_after_months": months})
    return replace(library, records={**library.records, Settings: {"site": settings}})


def test_helplines_for_a_crisis_are_never_withheld_for_their_age(library: Library) -> None:
    """A gap where somebody in danger looks for a number does more harm than a number with an old date beside it."""
    today = date(2040, 1, 1)
    shown = {name for name, service in library.services.items() if listed(service, library, today)}
    assert shown == library.helplines
    assert {"samaritans", "national-domestic-abuse-helpline", "childline"} <= shown
    assert all(long_overdue(library.services[name], library, today) for name in shown)


@pytest.mark.parametrize(
    ("day", "months", "then"),
    [
        (date(2027, 1, 31), 1, date(2027, 2, 28)),
        (date(2027, 8, 31), 6, date(2028, 2, 29)),
        (date(2026, 11, 21), 12, date(2027, 11, 21)),
        (date(2026, 12, 1), 1, date(2027, 1, 1)),
    ],
)
def test_months_end_where_the_month_does(day: date, months: int, then: date) -> None:
    assert months_later(day, months) == then


# Places


def test_a_search_goes_outwards(library: Library) -> None:
    assert outwards(library.areas, "borehamwood") == ["borehamwood", "hertsmere", "hertfordshire", "england", "united-kingdom"]
    assert outwards(library.areas, "atlantis") == []


def test_every_area_is_in_the_united_kingdom(library: Library) -> None:
    assert {outwards(library.areas, name)[-1] for name in library.areas} == {"united-kingdom"}


def test_a_wider_search_finds_what_lies_in_it(library: Library) -> None:
    assert distance(library.areas, "hertsmere", library.services["borehamwood-foodbank"]) == 0
    assert distance(library.areas, "st-albans", library.services["borehamwood-foodbank"]) is None


@pytest.mark.parametrize(
    ("words", "area"), [("Boreham  Wood", "borehamwood"), ("herts", "hertfordshire"), ("UK", "united-kingdom"), ("Paris", "")]
)
def test_areas_are_found_by_their_names(library: Library, words: str, area: str) -> None:
    assert Vocabulary(library).areas([words]) == ([area] if area else [])


# Numbers


@pytest.mark.parametrize(
    "number", ["999", "111", "116 123", "0800 1111", "0800 6444 101", "08 088 088 088", "07860 039967", "85258", "82111"]
)
def test_numbers_that_ring(number: str) -> None:
    assert real_number(number)


@pytest.mark.parametrize("number", ["0300 123 339", "020 8207 22777", "01923 25639", "0800", "000 000 000", "1", "+33 1 23 45 67 89"])
def test_numbers_that_do_not(number: str) -> None:
    assert not real_number(number)


# What strangers may send


def test_markup_stays_text(folder: Path) -> None:
    text = WRITTEN.format(name="'<script>alert(1)</script>'", summary="'{{ 1 + 1 }} <b>bold</b> =1+1'", url="https://example.org/?a=1&b=2")
    library, report = loaded(folder, text)
    assert not report.fails
    assert library.services["line"].name == "<script>alert(1)</script>"
    assert library.services["line"].summary == "{{ 1 + 1 }} <b>bold</b> =1+1"


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "https://a b", 'https://a/"onload="x'])
def test_only_web_addresses_are_links(folder: Path, url: str) -> None:
    _, report = loaded(folder, WRITTEN.format(name="Line", summary="It listens.", url=f"'{url}'"))
    assert [problem.code for problem in report] == ["wrong-form"]


@pytest.mark.parametrize(
    ("field", "value", "code"),
    [
        ("phones", '[{number: "<b>999</b>", checked_on: 2026-11-01, source: list}]', "wrong-form"),
        ("phones", "[{number: 999, checked_on: 2026-11-01, source: list}]", "wrong-type"),
        ("email", "not-an-address", "wrong-form"),
        ("hours", '[{days: [monday], opens: "9am"}]', "wrong-form"),
        ("hours", '[{days: [someday], opens: "09:00"}]', "not-a-choice"),
        ("min_age", "-1", "out-of-range"),
        ("fax", '"01632 960 001"', "key-unknown"),
    ],
)
def test_values_that_do_not_fit(folder: Path, field: str, value: str, code: str) -> None:
    _, report = loaded(folder, WRITTEN.format(name="Line", summary="It listens.", url="https://example.org") + f"{field}: {value}\n")
    assert code in [problem.code for problem in report]
