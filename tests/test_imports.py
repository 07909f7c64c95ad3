"""`fingerpost services import`: what is wrong is named and left out, what people wrote stays, what changed is told."""

from __future__ import annotations

import json
import re
import shutil
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from typer.testing import Result
from xlsxwriter import Workbook

from generator.knowledge.directory.importing import found
from generator.knowledge.directory.importing.records import Import
from generator.knowledge.directory.importing.words import clean
from generator.knowledge.directory.openreferral.standard import StandardService
from generator.knowledge.library.library import load
from generator.knowledge.model import Service
from generator.knowledge.reading.schema import validate
from generator.knowledge.reading.yaml_file import parse
from generator.publishing.directory.import_services import incoming

CASES = Path(__file__).parent / "cases" / "imports"
NAMED = sorted(path.parent for path in CASES.glob("*/expected.txt"))


@pytest.fixture
def directory(folder: Path) -> Path:
    """A data folder with small vocabularies and no service."""
    shutil.copytree(CASES / "base", folder, dirs_exist_ok=True)
    (folder / "data" / "services").mkdir()
    return folder


def services(folder: Path) -> dict[str, Service]:
    return dict(load(folder / "data")[0].services)


def text(folder: Path, name: str) -> str:
    return (folder / "data" / "services" / f"{name}.yaml").read_text(encoding="utf-8")


def record(**changes: Any) -> dict[str, Any]:
    return {
        "id": "11111111-1111-4111-8111-111111111111",
        "name": "Tea and talk",
        "status": "active",
        "description": "A weekly group for lonely people.",
        "url": "https://tea.example",
        "organization": {"name": "Tea Trust"},
        "service_areas": [{"name": "North Valley"}],
        "phones": [{"number": "+44 300 123 3393"}],
    } | changes


def feed(folder: Path, *records: dict[str, Any]) -> str:
    page = {"total_pages": 1, "first_page": True, "last_page": True, "contents": list(records)}
    (folder / "feed.json").write_text(json.dumps(page), encoding="utf-8")
    return "feed.json"


# What cannot come in


@pytest.mark.parametrize("case", [pytest.param(case, id=case.name) for case in NAMED])
def test_case(case: Path, directory: Path, fingerpost: Callable[..., Result], golden: Callable[[Path, str], None]) -> None:
    shutil.copytree(case, directory, dirs_exist_ok=True)
    if case.name == "import-too-much":
        rows = "".join(f"tea-{n},Tea,Trust,Tea.,loneliness,everyone,valley,https://tea.example\n" for n in range(found.MOST_RECORDS + 1))
        (directory / "many.csv").write_text("id,name,organisation,summary,needs,audiences,areas,url\n" + rows)
    arguments = case / "arguments.txt"
    file = next((path.name for path in case.glob("*.*") if path.suffix in (".json", ".csv")), "")
    result = fingerpost("services", "import", *(arguments.read_text().split() if arguments.is_file() else [file]))
    golden(case / "expected.txt", result.output)
    assert result.exit_code == (1 if ": error: " in result.output else 0)
    assert [path.name for path in directory.rglob("*") if path.is_file() and path.name.startswith(".")] == []
    assert {path.parent.name for path in directory.rglob("*.yaml") if "tea" in path.name} <= {"services"}


def test_what_came_in_beside_bad_records_is_clean(directory: Path, fingerpost: Callable[..., Result]) -> None:
    shutil.copy(CASES / "bad-records" / "feed.json", directory)
    assert fingerpost("services", "import", "feed.json").exit_code == 1
    assert set(services(directory)) == {"tea-and-talk", "markup-more"}
    assert services(directory)["markup-more"].name == "Markup & more"
    checked = fingerpost("check")
    assert ": error: " not in checked.output
    told = [line for line in checked.output.splitlines() if line.startswith("data/services/")]
    assert all(line.endswith("[stand-in-left]") for line in told), "the feed's own addresses are examples"


def test_a_formula_in_a_workbook_is_refused_and_text_like_one_is_not(directory: Path, fingerpost: Callable[..., Result]) -> None:
    with Workbook(directory / "services.xlsx", {"strings_to_formulas": False}) as book:
        sheet = book.add_worksheet()
        row = ["tea", "Tea", "=HYPERLINK(1)", "Tea.", "loneliness", "everyone", "valley", "https://tea.example"]
        sheet.write_row(0, 0, ["id", "name", "organisation", "summary", "needs", "audiences", "areas", "url"])
        sheet.write_row(1, 0, row)
        sheet.write_row(2, 0, ["bad", *row[1:]])
        sheet.write_formula(2, 1, "=1+1")
    result = fingerpost("services", "import", "services.xlsx")
    assert result.exit_code == 1
    assert "services.xlsx:3:1: error: Record ‘bad’: ‘name’ holds a formula, not a text. [import-cell]" in result.output
    assert services(directory)["tea"].organisation == "=HYPERLINK(1)"
    assert set(services(directory)) == {"tea"}


@pytest.mark.parametrize("content", [b'[{"a": 1e400}]', b'[{"a": ' + b"1" * 20_000 + b"}]", b"[" * 100_000])
def test_numbers_and_nesting_beyond_measure_are_told(content: bytes, directory: Path, fingerpost: Callable[..., Result]) -> None:
    (directory / "feed.json").write_bytes(content)
    result = fingerpost("services", "import", "feed.json")
    assert result.exit_code == 1
    assert "[import-unreadable]" in result.output or "[import-not-a-record]" in result.output


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 no zip", b"\x00" * 100, b"<html>"])
@pytest.mark.parametrize("name", ["services.json", "services.csv", "services.xlsx"])
def test_no_file_breaks_the_import(name: str, content: bytes, directory: Path, fingerpost: Callable[..., Result]) -> None:
    (directory / name).write_bytes(content)
    result = fingerpost("services", "import", name)
    assert "Traceback" not in result.output
    assert services(directory) == {}
    assert result.exit_code == (0 if not content and name == "services.csv" else 1)


def test_deep_and_giant_records_are_named(directory: Path, fingerpost: Callable[..., Result]) -> None:
    deep: Any = []
    for _ in range(200):
        deep = [deep]
    file = feed(directory, record(fingerpost={"site": deep}), record(id="22222222-2222-4222-8222-222222222222", description="x" * 300_000))
    result = fingerpost("services", "import", file)
    assert "[import-not-a-record]" in result.output
    assert "‘summary’ has 300,000 characters. The maximum is 4,000 characters. [too-long]" in result.output
    assert services(directory) == {}


def test_a_bomb_is_not_unpacked(directory: Path, fingerpost: Callable[..., Result], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.knowledge.directory.importing.sheets.MOST_UNPACKED", 1000)
    with Workbook(directory / "services.xlsx") as book:
        book.add_worksheet().write_row(0, 0, ["id", "name"])
    assert "[import-too-much]" in fingerpost("services", "import", "services.xlsx").output


# What comes from others is unverified


def test_a_foreign_record_is_unverified_and_says_what_to_check(directory: Path, fingerpost: Callable[..., Result]) -> None:
    term = {"name": "Counselling", "description": "Counselling"}
    file = feed(
        directory,
        record(
            attributes=[{"taxonomy_term": term}, {"taxonomy_term": {"name": "Carer"}}], assured_date="2026-10-01",
            schedules=[{"freq": "WEEKLY", "byday": "MO,WE", "opens_at": "09:30", "closes_at": "17:00:00Z"}],
            service_at_locations=[{"location": {"addresses": [{"address_1": "1 High Street", "city": "Milltown", "postal_code": "Z1"}]}}],
        ),
    )  # fmt: skip
    assert fingerpost("services", "import", file, "--feed", "Valley Council, directory").exit_code == 0
    service = services(directory)["tea-and-talk"]
    assert service.confidence == "unverified"
    assert service.assured_on is service.assured_by is None
    assert (service.needs, service.audiences, service.areas) == (["counselling"], ["carers"], ["valley"])
    assert service.phones[0].number == "0300 123 3393"
    assert service.locations[0].model_dump(exclude_defaults=True) == {"address": "1 High Street, Milltown, Z1", "area": "mill-town"}
    assert service.hours[0].model_dump(exclude_defaults=True) == {"days": ["monday", "wednesday"], "opens": "09:30", "closes": "17:00"}
    assert service.sources[0].title == "Valley Council, directory"
    lines = text(directory, "tea-and-talk").split("\n")
    assert lines[0] == "# yaml-language-server: $schema=../schemas/service.json"
    assert lines[1].startswith("# Imported from Valley Council, directory on 2026-11-22. ")
    assert lines[lines.index("confidence: unverified") - 1].startswith("# Stays unverified")
    assert ": error: " not in fingerpost("check").output


@pytest.mark.parametrize("site", ["https://elsewhere.example", "", None, 7])
def test_nobody_else_can_vouch_for_a_record(site: object, directory: Path, fingerpost: Callable[..., Result]) -> None:
    beside = {"site": site, "id": "tea", "confidence": "high", "assured_by": "Someone", "needs": ["loneliness"]}
    fingerpost("services", "import", feed(directory, record(fingerpost=beside)))
    assert [service.confidence for service in services(directory).values()] == ["unverified"]


def test_a_table_from_elsewhere_is_unverified(directory: Path, fingerpost: Callable[..., Result]) -> None:
    heading = "id,name,organisation,summary,needs,audiences,areas,url,confidence,assured_by,review_after"
    row = "tea,Tea,Trust,Tea.,loneliness,everyone,valley,https://tea.example,high,Somebody,2029-01-01"
    (directory / "t.csv").write_text(f"{heading}\n{row}\n")
    assert fingerpost("services", "import", "t.csv").exit_code == 0
    service = services(directory)["tea"]
    assert (service.confidence, service.assured_by, service.review_after.isoformat()) == ("unverified", None, "2027-02-22")


@pytest.mark.parametrize(
    ("given", "seen"),
    [
        ("<p>One</p><p>two</p>", "One two"),
        ("a <script>alert(1)</script>b", "a b"),
        ("Fish &amp; chips &lt;3", "Fish & chips <3"),
        ("5 < 6 and\n7\u202e", "5 < 6 and 7"),
        ("<!--x--><img src=x onerror=alert(1)>", ""),
        ("<script>if (a<b) alert(1)</SCRIPT >seen<style>p{}", "seen"),
        ("a<br/>b<svg/onload=alert(1)>c <!-- never closed", "a b c"),
        ("<![CDATA[<a <a", "<![CDATA[<a <a"),
        ("a &lt;b&gt; c", "a <b> c"),
    ],
)
def test_markup_becomes_words(given: str, seen: str) -> None:
    assert clean(given) == seen


PIECES = ["<a ", "<!", "<![", "<?", "&#x", "<!--", "<a b='", "</", "<script>", "<script", "&amp", "<a/ ", "< ", "<b>"]


@pytest.mark.parametrize("piece", PIECES)
def test_no_markup_makes_it_slow(piece: str) -> None:
    text = (piece * 50_000)[:50_000]
    begun = time.process_time()
    clean(text)
    assert time.process_time() - begun < 1


hostile = ["<b>x", "=1", "../x", "javascript:1", "https://a.example", "09:00", "MO,TU", "2026-01-01", "0300 123 3393", "England", "active"]
keys = st.sampled_from([*StandardService.model_fields, "number", "location", "fingerpost", "taxonomy_term", "name", "byday"])
anything = st.recursive(
    st.none() | st.booleans() | st.integers(-5, 200) | st.floats(-1, 1e300) | st.text(max_size=12) | st.sampled_from(hostile),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(keys, inner, max_size=4),
    max_leaves=8,
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(spoilt=st.dictionaries(st.sampled_from([*StandardService.model_fields]), anything, min_size=1, max_size=4), own=st.booleans())
def test_nothing_in_a_record_breaks_the_import(directory: Path, spoilt: dict[str, Any], own: bool) -> None:
    beside = {"site": load(directory / "data")[0].settings.address, "id": "tea"} if own else None
    whole = {**record(fingerpost=beside), **spoilt}
    (directory / "feed.json").write_text(json.dumps([whole, record(id="33333333-3333-4333-8333-333333333333", name="Sound")]))
    asked = Import(directory / "feed.json", "feed.json", "feed", load(directory / "data")[0], date(2026, 11, 22))
    outcome = incoming(asked)
    assert {"sound"} <= set(outcome.added)
    for path, text in outcome.files.items():
        assert re.fullmatch(r"services/[a-z0-9-]+\.yaml", path)
        document, problems = parse(text.encode(), path)
        assert problems == []
        assert validate(Service, document, "a service")[0]


# Importing again


def test_the_same_feed_again_changes_nothing_even_what_people_rewrote(directory: Path, fingerpost: Callable[..., Result]) -> None:
    file = feed(directory, record())
    fingerpost("services", "import", file)
    path = directory / "data/services/tea-and-talk.yaml"
    path.write_text(text(directory, "tea-and-talk").replace("A weekly group for lonely people.", "Tea every week."), encoding="utf-8")
    before = text(directory, "tea-and-talk")
    result = fingerpost("services", "import", file)
    assert "Unchanged: 1\n" in result.output
    assert text(directory, "tea-and-talk") == before


def test_additions_and_comments_stay_and_changes_are_told(directory: Path, fingerpost: Callable[..., Result]) -> None:
    fingerpost("services", "import", feed(directory, record()))
    path = directory / "data/services/tea-and-talk.yaml"
    mine = "# Ours: they asked for this.\nnot_for:\n  - who: Children\n    because: The group is for adults.\ncost_note: Bring a cup.\n"
    kept = text(directory, "tea-and-talk").replace("areas:", f"{mine}areas:").replace("unverified\n", "high  # called on Monday\n")
    path.write_text(kept.replace("review_after: ", "assured_by: Ours\nreview_after: "), encoding="utf-8")
    result = fingerpost("services", "import", feed(directory, record(url="https://new.example", email="tea@example.org")))
    assert "Changed: 1\n  tea-and-talk: email, url, confidence," in result.output
    after = text(directory, "tea-and-talk")
    assert mine in after
    assert "url: https://new.example\n" in after
    service = services(directory)["tea-and-talk"]
    assert service.not_for[0].who == "Children"
    assert (service.confidence, service.assured_by) == ("unverified", None)
    assert ": error: " not in fingerpost("check").output


def test_what_is_gone_is_told_and_stays(directory: Path, fingerpost: Callable[..., Result]) -> None:
    other = record(id="22222222-2222-4222-8222-222222222222", name="Walk and talk")
    fingerpost("services", "import", feed(directory, record(), other))
    result = fingerpost("services", "import", feed(directory, record()))
    assert "No longer in the file: 1\n  walk-and-talk\n" in result.output
    assert set(services(directory)) == {"tea-and-talk", "walk-and-talk"}


def test_two_of_one_name_keep_their_files(directory: Path, fingerpost: Callable[..., Result]) -> None:
    other = record(id="22222222-2222-4222-8222-222222222222")
    for records in ([record(), other], [other, record()]):
        fingerpost("services", "import", feed(directory, *records))
        assert set(services(directory)) == {"tea-and-talk", "tea-and-talk-22222222"}


def test_a_dry_run_writes_nothing(directory: Path, fingerpost: Callable[..., Result]) -> None:
    result = fingerpost("services", "import", feed(directory, record()), "--dry-run")
    assert "Added: 1\n  tea-and-talk\n" in result.output
    assert services(directory) == {}


def test_options_say_what_a_feed_does_not(directory: Path, fingerpost: Callable[..., Result]) -> None:
    file = feed(directory, record(description="Gardens.", name="Gardens", service_areas=[]))
    assert fingerpost("services", "import", file, "--need", "loneliness", "--area", "valley").exit_code == 0
    assert services(directory)["gardens"].areas == ["valley"]


# What says where people are hidden

GIVEAWAY = "Call 020 7946 0123, mail spy@tell.example, Mondays at 7.15pm, 12 Telltale Lane, ZE9 9ZE."


def refuge(**changes: Any) -> dict[str, Any]:
    place = {"location": {"location_type": "physical", "addresses": [{"address_1": "12 Telltale Lane", "postal_code": "ZE9 9ZE"}]}}
    return record(name="Women’s refuge", description=f"For lonely people. {GIVEAWAY}", service_at_locations=[place], **changes)


def test_an_imported_refuge_says_nowhere_where_it_is(directory: Path, fingerpost: Callable[..., Result]) -> None:
    result = fingerpost(
        "services", "import", feed(directory, refuge(alert="Moved to 12 Telltale Lane.", url="https://maps.example/ze9-9ze"))
    )
    assert "About abuse, so imported without anything that says where they are: 1\n  womens-refuge\n" in result.output
    written = text(directory, "womens-refuge")
    assert "Telltale" not in written
    assert "9ze" not in written.lower()
    assert "# The import decided this: " in written
    safety = services(directory)["womens-refuge"].safety
    assert (safety.hide_address, safety.leave_fast) == (True, True)
    assert ": error: " not in fingerpost("check").output


@pytest.mark.parametrize("columns", ["", ",hide_address,leave_fast"])
def test_a_table_from_elsewhere_decides_nothing(columns: str, directory: Path, fingerpost: Callable[..., Result]) -> None:
    heading = "id,name,organisation,summary,needs,audiences,areas,url,locations" + columns
    row = "stay,Stay,Trust,A safe house.,loneliness,everyone,valley,https://tea.example,address: 12 Telltale Lane; area: valley"
    (directory / "t.csv").write_text(f"{heading}\n{row}{',false,false' if columns else ''}\n")
    assert fingerpost("services", "import", "t.csv").exit_code == 0
    service = services(directory)["stay"]
    assert (service.safety.hide_address, service.safety.leave_fast, service.locations) == (True, True, [])


def test_what_we_decided_stays_and_the_next_import_changes_nothing(directory: Path, fingerpost: Callable[..., Result]) -> None:
    file = feed(directory, refuge())
    fingerpost("services", "import", file)
    path = directory / "data/services/womens-refuge.yaml"
    path.write_text(path.read_text().replace("hide_address: true", "hide_address: false"))
    before = path.read_text()
    assert "Unchanged: 1\n" in fingerpost("services", "import", file).output
    assert path.read_text() == before
    fingerpost("services", "import", feed(directory, refuge(email="new@tea.example")))
    service = services(directory)["womens-refuge"]
    assert service.safety.hide_address is False
    assert [place.address for place in service.locations] == ["12 Telltale Lane, ZE9 9ZE"]


def test_a_decision_survives_an_export(directory: Path, fingerpost: Callable[..., Result]) -> None:
    fingerpost("services", "import", feed(directory, refuge()))
    path = directory / "data/services/womens-refuge.yaml"
    path.write_text(path.read_text().replace("hide_address: true", "hide_address: false"))
    for name in ("s.json", "s.csv", "s.xlsx"):
        fingerpost("services", "export", name)
        path.unlink()
        assert fingerpost("services", "import", name).exit_code == 0
        safety = services(directory)["womens-refuge"].safety
        assert (safety.hide_address, safety.leave_fast) == (False, True), name
