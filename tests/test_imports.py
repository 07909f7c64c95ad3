"""`fingerpost services import`: what is wrong is named and left out, what people wrote stays, what changed is told."""

from __future__ import annotations

import csv
import json
import re
import shutil
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from typer.testing import Result
from xlsxwriter import Workbook

from generator.knowledge.directory.importing import found
from generator.knowledge.directory.importing.records import Import
from generator.knowledge.directory.importing.words import clean
from generator.knowledge.directory.openreferral.standard import StandardService
from generator.knowledge.library.loading import load
from generator.knowledge.model import Service
from generator.knowledge.reading import late_document
from generator.knowledge.reading.schema import validate
from generator.knowledge.reading.yaml_file import parse
from generator.publishing.directory.import_services import incoming
from tests.tiers import examples

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


@pytest.mark.slow_cases("import-too-much")
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


def test_tables_that_strangers_keep_come_in_as_they_are_meant(directory: Path, fingerpost: Callable[..., Result]) -> None:
    """A form’s answers, a list with headings between its rows, a mailing list, several sites: what the fields of each are."""
    for name in ("form-answers", "charity-list", "mailing-list", "several-sites", "welsh-headings", "open-referral-table"):
        shutil.copy(CASES / name / "services.csv", directory / f"{name}.csv")
        fingerpost("services", "import", f"{name}.csv")
    found = services(directory)
    written = "".join(path.read_text(encoding="utf-8") for path in (directory / "data" / "services").glob("*.yaml"))
    assert not [person for person in ("Pat Smith", "pat.private", "jo@home", "Ann", "Sue", "Lee") if person in written]
    assert (found["knit-natter"].email, found["mens-shed"].email) == ("pat@knit.example", None)
    assert found["knit-natter"].cost_note == "Is there a charge? No"
    assert [row.term_time for row in found["knit-natter"].hours] == [True]
    assert found["north-valley-foodbank"].locations[0].address == "12 High St, North Valley, NV1 1AA, GB"
    assert [phone.number for phone in found["valley-talking-therapies"].phones] == ["020 7946 0601", "020 7946 0602"]
    assert [text.word for text in found["young-minds-matter"].texts] == ["YOUNG"]
    assert {"MENTAL HEALTH", "BEREAVEMENT"} & {one.name for one in found.values()} == set()
    assert found["community-wellbeing-hub-nv1-1ab"].locations[0].address == "South, 2 South St, NV1 1AB"
    assert found["warm-space"].locations[0].area == "england"
    assert found["evening-listening-line"].phones[0].label == "6pm-midnight"
    assert found["caffi-cof"].cost == "free"
    crisis = found["5d2a1f0e-7c55-4a0f-9a51-1d2b3c4d5e6f"]
    assert (crisis.other_names, crisis.eligibility) == (["Safe Haven"], ["Adults living in North Valley"])


def test_what_came_in_beside_bad_records_is_clean(directory: Path, fingerpost: Callable[..., Result]) -> None:
    shutil.copy(CASES / "bad-records" / "feed.json", directory)
    assert fingerpost("services", "import", "feed.json").exit_code == 1
    assert set(services(directory)) == {"tea-and-talk", "markup-more", "wrong-types", "a-wrong-number", "upside-down"}
    assert services(directory)["markup-more"].name == "Markup & more"
    checked = fingerpost("check")
    assert ": error: " not in checked.output
    told = [line for line in checked.output.splitlines() if line.startswith("data/services/")]
    assert all(line.endswith("[stand-in-left]") for line in told), "the feed's own addresses are examples"


def test_a_formula_in_a_workbook_is_left_out_and_text_like_one_is_not(directory: Path, fingerpost: Callable[..., Result]) -> None:
    with Workbook(directory / "services.xlsx", {"strings_to_formulas": False}) as book:
        sheet = book.add_worksheet()
        row = ["tea", "Tea", "=HYPERLINK(1)", "Tea.", "loneliness", "everyone", "valley", "https://tea.example"]
        sheet.write_row(0, 0, ["id", "name", "organisation", "summary", "needs", "audiences", "areas", "url"])
        sheet.write_row(1, 0, row)
        sheet.write_row(2, 0, ["other", *row[1:]])
        sheet.write_formula(2, 2, "=1+1")
    result = fingerpost("services", "import", "services.xlsx")
    assert result.exit_code == 0
    assert "services.xlsx:3:1: warning: Record ‘other’: ‘organisation’: a formula, not a text. [import-left-out]" in result.output
    assert services(directory)["tea"].organisation == "=HYPERLINK(1)"
    assert services(directory)["other"].organisation == "Tea"


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
    assert result.exit_code == 1


def test_deep_and_giant_records_are_named(directory: Path, fingerpost: Callable[..., Result]) -> None:
    deep: Any = []
    for _ in range(200):
        deep = [deep]
    file = feed(directory, record(fingerpost={"site": deep}), record(id="22222222-2222-4222-8222-222222222222", description="x" * 300_000))
    result = fingerpost("services", "import", file)
    assert "[import-not-a-record]" in result.output
    assert "‘summary’: the end of a text longer than 4,000 characters." in result.output
    assert len(services(directory)["tea-and-talk"].summary) == 4000


def test_a_bomb_is_not_unpacked(directory: Path, fingerpost: Callable[..., Result], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.knowledge.directory.importing.workbook_rows.MOST_UNPACKED", 1000)
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


@settings(max_examples=examples(60), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
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


def test_what_we_wrote_stays_and_what_they_changed_comes_in_or_is_told(directory: Path, fingerpost: Callable[..., Result]) -> None:
    fingerpost("services", "import", feed(directory, record()))
    path = directory / "data/services/tea-and-talk.yaml"
    mine = "# Ours: they asked for this.\nnot_for:\n  - who: Children\n    because: The group is for adults.\n"
    kept = text(directory, "tea-and-talk").replace("areas:", f"{mine}cost_note: Bring a cup.\nareas:")
    kept = kept.replace("url: https://tea.example", "url: https://ours.example")
    path.write_text(kept, encoding="utf-8")
    changes = record(url="https://new.example", email="tea@example.org", fees="£2")
    result = fingerpost("services", "import", feed(directory, changes))
    assert "Changed: 1\n  tea-and-talk: email\n" in result.output
    assert "Changed in the file, and kept as it is here: 2\n  tea-and-talk: url: the file has ‘https://new.example’\n" in result.output
    after = text(directory, "tea-and-talk")
    assert mine in after
    assert "# On 2026-11-22 feed.json has something else here: ‘https://new.example’. Ours stays.\nurl: https://ours.example\n" in after
    assert services(directory)["tea-and-talk"].cost_note == "Bring a cup."
    assert "Unchanged: 1\n" in fingerpost("services", "import", "feed.json").output
    assert text(directory, "tea-and-talk") == after
    assert ": error: " not in fingerpost("check").output


def test_lists_that_the_feed_no_longer_has_go(directory: Path, fingerpost: Callable[..., Result]) -> None:
    fingerpost("services", "import", feed(directory, record(languages=[{"name": "Welsh"}], eligibility_description="Adults.")))
    assert services(directory)["tea-and-talk"].phones
    result = fingerpost("services", "import", feed(directory, record(phones=[])))
    assert "Changed: 1\n  tea-and-talk: eligibility, phones, languages\n" in result.output
    service = services(directory)["tea-and-talk"]
    assert [*service.phones, *service.languages, *service.eligibility] == []


def test_a_cell_of_a_list_that_was_emptied_empties_the_list(directory: Path, fingerpost: Callable[..., Result]) -> None:
    fingerpost("services", "import", feed(directory, record()))
    fingerpost("services", "export", "s.csv")
    edited(directory / "s.csv", "tea-and-talk", {"phones": ""})
    assert "Changed: 1\n  tea-and-talk: phones\n" in fingerpost("services", "import", "s.csv").output
    assert not services(directory)["tea-and-talk"].phones


@pytest.mark.parametrize("email", ["feed60000@tea.example", "tea.01923555123@tea.example"])
def test_figures_in_an_email_address_are_no_number(email: str, directory: Path, fingerpost: Callable[..., Result]) -> None:
    fingerpost("services", "import", feed(directory, record(phones=[], email=email)))
    service = services(directory)["tea-and-talk"]
    assert (service.email, list(service.phones)) == (email, [])


def test_a_number_beside_an_email_address_is_read(directory: Path, fingerpost: Callable[..., Result]) -> None:
    fingerpost("services", "import", feed(directory, record(phones=[], email="01923 555123 or tea7@tea.example")))
    service = services(directory)["tea-and-talk"]
    assert (service.email, [phone.number for phone in service.phones]) == ("tea7@tea.example", ["01923 555123"])


def test_nothing_changes_under_the_name_of_who_stands_by_a_record(directory: Path, fingerpost: Callable[..., Result]) -> None:
    fingerpost("services", "import", feed(directory, record()))
    path = directory / "data/services/tea-and-talk.yaml"
    path.write_text(path.read_text().replace("unverified\n", "high  # called on Monday\n").replace("review_", "assured_by: Ours\nreview_"))
    result = fingerpost("services", "import", feed(directory, record(url="https://new.example", description="Another.", phones=[])))
    assert "Changed in the file, and kept as it is here: 3\n" in result.output
    service = services(directory)["tea-and-talk"]
    assert (service.confidence, service.assured_by, service.url) == ("high", "Ours", "https://tea.example")
    assert "phones: the file has nothing" in result.output


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_a_sheet_changes_the_cells_that_were_edited(ending: str, directory: Path, fingerpost: Callable[..., Result]) -> None:
    fingerpost("services", "import", feed(directory, record(), record(id="22222222-2222-4222-8222-222222222222", name="Walk")))
    fingerpost("services", "export", f"s.{ending}")
    edited(directory / f"s.{ending}", "tea-and-talk", {"summary": "Edited in the sheet.", "cost_note": "£1", "min_age": "old"})
    path = directory / "data/services/tea-and-talk.yaml"
    path.write_text(path.read_text().replace("areas:", "cost_note: Bring a cup.\nareas:").replace("name: Tea and talk", "name: Tea"))
    result = fingerpost("services", "import", f"s.{ending}")
    assert "Changed: 1\n  tea-and-talk: summary\nUnchanged: 1\n" in result.output
    assert "kept as it is here: 1\n  tea-and-talk: cost_note: the file has ‘£1’\n" in result.output
    assert "‘min_age’ stays as it was. " in result.output
    assert "No longer in the file: 0" in result.output
    service = services(directory)["tea-and-talk"]
    assert (service.name, service.summary, service.cost_note) == ("Tea", "Edited in the sheet.", "Bring a cup.")


def edited(path: Path, name: str, cells: dict[str, str]) -> None:
    """Change cells of a record in an exported table, as someone does in a spreadsheet."""
    if path.suffix == ".csv":
        table = list(csv.reader(path.read_text(encoding="utf-8-sig").splitlines(keepends=True)))
        for column, cell in cells.items():
            next(row for row in table if row[0] == name)[table[0].index(column)] = cell
        with path.open("w", encoding="utf-8-sig", newline="") as file:
            csv.writer(file).writerows(table)
        return
    book = load_workbook(path)
    sheet = book["Services"]
    heading = [cell.value for cell in sheet[1]]
    for column, text in cells.items():
        next(row for row in sheet.iter_rows() if row[0].value == name)[heading.index(column)].value = text
    book.save(path)


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


# Fields that are mended, and fields that are left out


REACHED = {"url": "https://tea.example"}


@pytest.mark.parametrize(
    ("changes", "seen", "comment"),
    [
        ({"url": "www.tea.example/now"}, {"url": "https://www.tea.example/now"}, "Corrected: https:// put before a web address"),
        ({"url": "not known", "phones": [{"number": "0300 123 3393"}]}, {"url": None}, "Left out: not a web address: ‘not known’"),
        ({"email": "a@tea.example; b@tea.example"}, {"email": "a@tea.example"}, "Left out: further email addresses"),
        ({"minimum_age": "18", "maximum_age": 150}, {"min_age": 18, "max_age": None}, "an age over 120"),
        ({"minimum_age": 60, "maximum_age": 18}, {"min_age": None, "max_age": None}, "the youngest age is above the oldest"),
        ({"status": "Temporarily Closed "}, {"status": "paused"}, ""),
        ({"status": "open", **REACHED}, {"status": "active"}, "not a status of the standard: ‘open’"),
        ({"fees": "£2", "wait_time": "3 weeks", **REACHED}, {"cost_note": "£2", "how_to_refer": "Waiting time: 3 weeks."}, ""),
        ({"eligibilitys": [{"eligibility": "Carers", "minimum_age": 16}]}, {"eligibility": ["Carers"], "min_age": 16}, ""),
        ({"organization": None}, {"organisation": "Tea and talk"}, "The feed does not say who runs it"),
        ({"name": "n" * 200}, {"name": "n" * 159 + "…"}, "the end of a text longer than 160 characters"),
    ],
)  # fmt: skip
def test_what_is_certain_is_mended_and_the_rest_left_out(
    changes: dict[str, Any], seen: dict[str, Any], comment: str, directory: Path, fingerpost: Callable[..., Result]
) -> None:
    fingerpost("services", "import", feed(directory, record(**changes)))
    [(name, service)] = services(directory).items()
    assert {field: getattr(service, field) for field in seen} == seen
    assert comment in text(directory, name)
    assert ": error: " not in fingerpost("check").output


@pytest.mark.parametrize(
    ("phone", "seen"),
    [
        ({"number": "020 7946 0958", "extension": 3421, "description": "Ask"}, [("020 7946 0958", "Ask, extension 3421")]),
        ({"number": "020 7946 0958 ext. 12"}, [("020 7946 0958", "extension 12")]),
        ({"number": "0300 123 3393 (option 2)"}, [("0300 123 3393", "option 2")]),
        ({"number": "Office: 0300 123 3393 / fax 020 7946 0958"}, [("0300 123 3393", "Office")]),
        ({"number": "0300 123 3393 020 7946 0958"}, [("0300 123 3393", None), ("020 7946 0958", None)]),
        ({"number": 3001233393}, [("0300 123 3393", None)]),
        ({"number": "+44 (0)300 123 3393"}, [("0300 123 3393", None)]),
        ({"number": "18001 0300 123 3393", "type": "textphone"}, [("18001 0300 123 3393", "Relay UK")]),
        ({"number": "0300 123 3393", "type": "fax"}, []),
        ({"number": "0300 12"}, []),
        ({"number": "116 123"}, [("116 123", None)]),
    ],
)
def test_numbers_are_read_for_what_they_are(
    phone: dict[str, Any], seen: list[tuple[str, str | None]], directory: Path, fingerpost: Callable[..., Result]
) -> None:
    result = fingerpost("services", "import", feed(directory, record(phones=[phone])))
    assert [(one.number, one.label) for one in services(directory)["tea-and-talk"].phones] == seen
    if not seen:
        assert f"The file has ‘{phone['number']}’" in result.output


WEEKLY = {"freq": "WEEKLY", "byday": "TU", "opens_at": "10:00", "closes_at": "12:00"}
ROW = {"days": ["tuesday"], "opens": "10:00", "closes": "12:00"}


@pytest.mark.quick_cases(every=4)
@pytest.mark.parametrize(
    ("schedule", "row", "said"),
    [
        ({**WEEKLY, "opens_at": "9:30"}, {**ROW, "opens": "09:30"}, ""),
        ({**WEEKLY, "interval": 2, "dtstart": "2026-11-03"}, {**ROW, "every": 2, "from": "2026-11-03"}, ""),
        ({**WEEKLY, "interval": "2"}, None, "Every 2 weeks, Tuesday 10:00-12:00."),
        ({**WEEKLY, "byday": "1TU"}, None, "The first Tuesday 10:00-12:00."),
        ({**WEEKLY, "freq": "MONTHLY", "byday": "1TU,-1TU"}, {**ROW, "week": [1, -1]}, ""),
        ({**WEEKLY, "freq": None, "byday": "2TU"}, {**ROW, "week": [2]}, ""),
        ({**WEEKLY, "freq": "MONTHLY", "byday": None, "bymonthday": 15}, None, "Every month, on day 15 of the month, 10:00-12:00."),
        ({**WEEKLY, "description": "Alternate weeks"}, None, "Tuesday 10:00-12:00, Alternate weeks."),
        ({**WEEKLY, "description": "Term time only"}, {**ROW, "term_time": True}, ""),
        ({**WEEKLY, "notes": "By appointment"}, {**ROW, "by_appointment": True}, ""),
        ({**WEEKLY, "valid_to": "2025-12-31"}, None, ""),
        ({**WEEKLY, "count": 4, "valid_to": "2027-12-31", "until": "2025-12-31"}, None, ""),
        ({**WEEKLY, "valid_from": "2027-06-01", "until": "2027-08-31"}, {**ROW, "from": "2027-06-01", "until": "2027-08-31"}, ""),
        ({**WEEKLY, "opens_at": "00:00", "closes_at": "24:00:00"}, {**ROW, "opens": "00:00", "closes": "24:00"}, ""),
        ({**WEEKLY, "count": 4}, None, "Tuesday 10:00-12:00."),
    ],
)
@pytest.mark.parametrize("place", ["service", "location"])
def test_no_other_rule_becomes_every_week(
    place: str, schedule: dict[str, Any], row: dict[str, Any] | None, said: str, directory: Path, fingerpost: Callable[..., Result]
) -> None:
    held = {"schedules": [schedule]} if place == "service" else {"service_at_locations": [{"location": {"regular_schedules": [schedule]}}]}
    fingerpost("services", "import", feed(directory, record(**held)))
    service = services(directory)["tea-and-talk"]
    assert [one.model_dump(mode="json", exclude_defaults=True) for one in service.hours] == ([row] if row else [])
    assert (service.hours_note or "") == said
    assert row or said or "Left out: times that have ended" in text(directory, "tea-and-talk")
    fingerpost("services", "export", "s.csv")
    before = text(directory, "tea-and-talk")
    assert "Unchanged: 1\n" in fingerpost("services", "import", "s.csv").output
    assert text(directory, "tea-and-talk") == before


@pytest.mark.parametrize("holder", ["contacts", "organization", "location", "at", "organization contact"])
def test_numbers_are_found_wherever_they_stand(holder: str, directory: Path, fingerpost: Callable[..., Result]) -> None:
    phones = {"phones": [{"number": "020 7946 0958"}]}
    held = {
        "contacts": {"contacts": [phones]},
        "organization": {"organization": {"name": "Tea Trust", **phones}},
        "organization contact": {"organization": {"name": "Tea Trust", "contacts": [phones]}},
        "location": {"service_at_locations": [{"location": phones}]},
        "at": {"service_at_locations": [phones]},
    }[holder]
    fingerpost("services", "import", feed(directory, record(**{"url": None, "phones": [], **held})))
    assert services(directory)["tea-and-talk"].phones[0].number == "020 7946 0958"


def test_a_list_under_any_name_is_read(directory: Path, fingerpost: Callable[..., Result]) -> None:
    for number, key in enumerate(("services", "entries"), 1):
        (directory / "feed.json").write_text(json.dumps({"title": None, "empty": [], key: [record(id=str(number), name=f"Tea {number}")]}))
        assert fingerpost("services", "import", "feed.json").exit_code == 0
        assert f"tea-{number}" in services(directory)
    (directory / "feed.json").write_text('{"version": "1", "numbers": [1, 2]}')
    assert "no list of services was found in it" in fingerpost("services", "import", "feed.json").output


# Safety


def test_no_need_that_carries_danger_is_guessed(directory: Path, fingerpost: Callable[..., Result]) -> None:
    words = [{"taxonomy_term": {"name": "Cutting"}}]
    path = directory / "data/vocabularies/needs.yaml"
    danger = "    danger: {level: urgent, kind: self-harm}\n"
    need = "  - id: self-harm\n    label: Self-harm\n    group: Mental health\n    words: [cutting, harm]\n"
    path.write_text(path.read_text() + need + danger)
    file = feed(directory, record(name="Toe-nail cutting", description="Cutting without harm.", attributes=words))
    assert fingerpost("services", "import", file).exit_code == 0
    service = services(directory)["toe-nail-cutting"]
    assert (service.needs, service.guessed) == ([], ["needs", "audiences"])
    assert fingerpost("services", "import", file, "--need", "self-harm").exit_code == 2
    assert "[reference-unknown]" not in fingerpost("check").output


def test_filters_say_what_they_left_out(directory: Path, fingerpost: Callable[..., Result]) -> None:
    term = {"taxonomy_term": {"name": "Bin days", "taxonomy": "Waste"}}
    other = record(id="22222222-2222-4222-8222-222222222222", name="Bins", attributes=[term])
    file = feed(directory, record(), other)
    for filters in (("--without", "waste"), ("--without", "Bin days"), ("--only", "lonely people", "--without", "bins")):
        result = fingerpost("services", "import", file, *filters, "--dry-run")
        assert "Added: 1\n  tea-and-talk\n" in result.output
        assert "Left out by --only or --without: 1\n  Bins\n" in result.output


# Tables of others


@pytest.mark.parametrize(
    ("text", "options"),
    [
        ("id;name;organisation;summary;needs;audiences;areas;url\ntea;Tea;Trust;Tea.;loneliness;everyone;valley;https://tea.example\n", []),
        ("sep=|\nName|Provider|Website\nTea|Trust|www.tea.example\n", []),
        ("Directory of services\t\t\n\nTitle\tTelephone\tAreas\nTea\t0300 123 3393 / 020 7946 0958\tNorth Valley\n", []),
        ("What it is called,Telephone\nTea,3001233393\n", ["--column", "What it is called=name"]),
    ],
)
def test_any_table_is_read(text: str, options: list[str], directory: Path, fingerpost: Callable[..., Result]) -> None:
    (directory / "t.csv").write_text(text, encoding="utf-8")
    assert fingerpost("services", "import", "t.csv", *options).exit_code == 0
    assert [service.name for service in services(directory).values()] == ["Tea"]
    assert ": error: " not in fingerpost("check").output


def test_ids_are_readable_in_any_script(directory: Path, fingerpost: Callable[..., Result]) -> None:
    (directory / "t.csv").write_text("Name,Telephone\nПомощь рядом,0300 123 3393\nŴyl,0300 123 3393\n", encoding="utf-8")
    fingerpost("services", "import", "t.csv")
    assert set(services(directory)) == {"pomoshch-ryadom", "wyl"}


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


def test_a_number_of_our_own_sheet_without_its_day_does_not_come_in(directory: Path, fingerpost: Callable[..., Result]) -> None:
    fingerpost("services", "import", feed(directory, record()))
    before = text(directory, "tea-and-talk")
    fingerpost("services", "export", "s.csv")
    edited(directory / "s.csv", "tea-and-talk", {"phones": "number: 0300 123 3394; source: feed"})
    assert "‘phones’ stays as it was. " in fingerpost("services", "import", "s.csv").output
    assert text(directory, "tea-and-talk") == before


@pytest.fixture
def council(directory: Path, fingerpost: Callable[..., Result]) -> dict[str, Service]:
    """What came of a table with a council’s own headings and ways of writing."""
    shutil.copy(CASES / "council-headings" / "services.csv", directory)
    fingerpost("services", "import", "services.csv")
    return services(directory)


def test_the_lines_of_an_address_and_several_numbers_come_together(council: dict[str, Service]) -> None:
    found = council["warm-space"]
    assert [place.address for place in found.locations] == ["Church Lane, North Valley, NV1 1AB"]
    assert [(phone.number, phone.label) for phone in found.phones] == [("020 7946 0004", "extension 12"), ("07400 123456", None)]
    assert [(row.days, row.opens, row.closes) for row in found.hours] == [(["wednesday"], "14:00", "16:00")]


def test_a_bare_reference_is_no_address_of_a_page(council: dict[str, Service]) -> None:
    found = council["befriending-over-65s"]
    assert found.came_from
    assert found.came_from.id == "1001"
    assert found.cost == "free"


def test_words_for_codes_become_codes_where_they_mean_one(directory: Path, fingerpost: Callable[..., Result]) -> None:
    shutil.copy(CASES / "words-for-codes" / "services.csv", directory)
    fingerpost("services", "import", "services.csv")
    found = services(directory)
    assert (found["a-group"].cost, found["a-group"].cost_note) == (None, "£2 per session")
    assert (found["a-group"].referral, found["a-group"].delivery) == (["self"], ["in-person", "phone"])
    assert (found["b-group"].cost, found["b-group"].referral, found["b-group"].how_to_refer) == ("free", [], "GP referral only")
    assert found["c-group"].referral == ["self", "family", "professional"]


@pytest.mark.parametrize(
    ("text", "reason"), [("", "there is nothing in it"), ("name,phone\n,\n", "it has headings, and no service below them")]
)
def test_a_table_without_a_service_is_refused(text: str, reason: str, directory: Path, fingerpost: Callable[..., Result]) -> None:
    (directory / "t.csv").write_text(text, encoding="utf-8")
    result = fingerpost("services", "import", "t.csv")
    assert result.exit_code == 1
    assert f"t.csv: error: This cannot be read as a table of services: {reason}." in result.output


def test_a_column_that_stands_twice_is_not_taken_for_a_misspelling(directory: Path, fingerpost: Callable[..., Result]) -> None:
    (directory / "t.csv").write_text("name,name,url\nTea,Tea,https://tea.example\n", encoding="utf-8")
    result = fingerpost("services", "import", "t.csv")
    assert "or it appears twice. [import-column-unknown]" in result.output


def test_columns_of_one_heading_or_none_are_noted_too(directory: Path, fingerpost: Callable[..., Result]) -> None:
    heading = "name,organisation,summary,needs,audiences,areas,url,Extra,Extra,"
    row = "Tea,Trust,Tea.,loneliness,everyone,valley,https://tea.example,first,second,third,fourth"
    (directory / "t.csv").write_text(f"{heading}\n{row}\n", encoding="utf-8")
    result = fingerpost("services", "import", "t.csv")
    written = text(directory, "tea")
    assert [word for word in ("‘Extra: first’", "‘Extra: second’", "‘third’", "‘fourth’") if word not in written] == []
    assert "a column that is no field of ours: 4" in result.output


def test_a_workbook_saved_as_strict_open_xml_is_read(directory: Path, fingerpost: Callable[..., Result]) -> None:
    with Workbook(directory / "usual.xlsx") as book:
        sheet = book.add_worksheet("Groups")
        sheet.write_row(0, 0, ["Service name", "Telephone"])
        sheet.write_row(1, 0, ["Tea and talk", "01923 555123"])
    strict = {
        b"schemas.openxmlformats.org/spreadsheetml/2006/main": b"purl.oclc.org/ooxml/spreadsheetml/main",
        b"schemas.openxmlformats.org/officeDocument/2006/relationships": b"purl.oclc.org/ooxml/officeDocument/relationships",
    }
    with ZipFile(directory / "usual.xlsx") as usual, ZipFile(directory / "strict.xlsx", "w") as file:
        for name in usual.namelist():
            content = usual.read(name)
            for before, after in strict.items():
                content = content.replace(before, after)
            file.writestr(name, content)
    assert "Added: 1\n  tea-and-talk\n" in fingerpost("services", "import", "strict.xlsx").output
    assert [phone.number for phone in services(directory)["tea-and-talk"].phones] == ["01923 555123"]


def test_a_sheet_named_as_ours_hides_no_other(directory: Path, fingerpost: Callable[..., Result]) -> None:
    """The workbook of a council may have a sheet ‘Services’ among others."""
    with Workbook(directory / "book.xlsx") as book:
        for title, service in (("Services", "Tea"), ("Youth", "Youth club"), ("How to use", "")):
            sheet = book.add_worksheet(title)
            sheet.write_row(0, 0, ["name", "url"] if service else ["Read this first."])
            sheet.write_row(1, 0, [service, "https://tea.example"] if service else [])
    result = fingerpost("services", "import", "book.xlsx")
    assert {"tea", "youth-club"} <= set(services(directory))
    assert "How to use" not in result.output


def test_every_sheet_with_services_is_read_and_the_others_are_named(directory: Path, fingerpost: Callable[..., Result]) -> None:
    with Workbook(directory / "book.xlsx") as book:
        book.add_worksheet("Read me").write_column(0, 0, ["This book lists services", "Ask info@example.org"])
        first = book.add_worksheet("Mental health")
        first.write_row(3, 2, ["Service name", "Contact details", "Area", "Opening hours"])
        first.write_row(4, 2, ["Ear", "Tel: 020 7946 0011\nEmail: ear@example.org\nwww.ear.example.org", "North Valley", "Mon-Fri 9-5"])
        first.write_row(5, 2, ["Youth line", 2079460012, "North Valley", "4pm-8pm daily"])
        second = book.add_worksheet("Housing")
        second.write_row(0, 0, ["Service name", "Telephone"])
        second.write_row(1, 0, ["Roof Over", "020 7946 0013"])
        hidden = book.add_worksheet("Old")
        hidden.write_row(0, 0, ["Service name", "Telephone"])
        hidden.write_row(1, 0, ["Gone", "020 7946 0014"])
        hidden.hide()
    result = fingerpost("services", "import", "book.xlsx")
    found = services(directory)
    assert set(found) == {"ear", "youth-line", "roof-over"}
    ear = found["ear"]
    assert ([phone.number for phone in ear.phones], ear.email, ear.url) == (
        ["020 7946 0011"],
        "ear@example.org",
        "https://www.ear.example.org",
    )
    assert "# Check: read from a cell with several ways to make contact" in text(directory, "ear")
    assert found["youth-line"].phones[0].number == "020 7946 0012"
    assert "book.xlsx (Read me): warning: Nothing of this sheet was imported. No heading" in result.output
    assert "book.xlsx (Old): warning: Nothing of this sheet was imported. It is hidden." in result.output


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_the_letters_of_a_table_are_those_of_its_writer(encoding: str, directory: Path, fingerpost: Callable[..., Result]) -> None:
    (directory / "s.csv").write_bytes("Name,Cost,Phone\nCafé’s “open” group,£2,020 7946 0015\n".encode(encoding))
    result = fingerpost("services", "import", "s.csv")
    (only,) = services(directory).values()
    assert (only.name, only.cost_note) == ("Café’s “open” group", "£2")
    assert ("[import-encoding-guessed]" in result.output) == (encoding == "cp1252")


def test_a_list_put_together_from_two_files_has_the_letters_of_both(directory: Path, fingerpost: Callable[..., Result]) -> None:
    rows = "Café’s “open” group,£2,020 7946 0015\n".encode() + "Joe’s group,£3,020 7946 0016\n".encode("cp1252")
    (directory / "s.csv").write_bytes(b"Name,Cost,Phone\n" + rows)
    result = fingerpost("services", "import", "s.csv")
    said = {(each.name, each.cost_note) for each in services(directory).values()}
    assert said == {("Café’s “open” group", "£2"), ("Joe’s group", "£3")}
    assert "[import-encoding-guessed]" in result.output


@pytest.mark.parametrize("kind", ["list", "geojson", "key"])
def test_a_flat_list_in_json_is_a_table(kind: str, directory: Path, fingerpost: Callable[..., Result]) -> None:
    rows = [
        {"Service name": "Tea and talk", "Telephone": "020 7946 0017", "Visits": 12},
        {"Service name": "Choir", "Telephone": 2079460018, "Free": True, "Visits": None},
    ]
    features = [{"type": "Feature", "geometry": {"type": "Point", "coordinates": [-0.2, 51.7]}, "properties": row} for row in rows]
    whole = {"list": rows, "geojson": {"type": "FeatureCollection", "features": features}, "key": {"fields": [{"id": "a"}], "rows": rows}}
    (directory / "s.json").write_text(json.dumps(whole[kind]), encoding="utf-8")
    result = fingerpost("services", "import", "s.json", "--need", "loneliness", "--area", "valley")
    found = services(directory)
    assert {name: [phone.number for phone in one.phones] for name, one in found.items()} == {
        "tea-and-talk": ["020 7946 0017"], "choir": ["020 7946 0018"],
    }, result.output  # fmt: skip
    assert "‘Visits’" in result.output


@pytest.mark.parametrize("kind", ["single", "page"])
def test_flat_parts_of_a_feed_do_not_make_it_a_table(kind: str, directory: Path, fingerpost: Callable[..., Result]) -> None:
    service = {"id": "1", "name": "Tea and talk", "phones": [{"id": "2", "number": "020 7946 0019"}]}
    whole = service if kind == "single" else {"taxonomies": [{"id": "3", "term": "Tea"}], "services": [service]}
    (directory / "s.json").write_text(json.dumps(whole), encoding="utf-8")
    fingerpost("services", "import", "s.json", "--need", "loneliness", "--area", "valley")
    (only,) = services(directory).values()
    assert (only.name, [phone.number for phone in only.phones]) == ("Tea and talk", ["020 7946 0019"])


def test_two_columns_chosen_for_one_field_come_together(directory: Path, fingerpost: Callable[..., Result]) -> None:
    (directory / "s.csv").write_text("Name,What,More,Phone\nTea,A weekly group.,All are welcome.,020 7946 0016\n")
    fingerpost("services", "import", "s.csv", "--column", "What=summary", "--column", "More=summary")
    assert services(directory)["tea"].summary == "A weekly group.; All are welcome."


# Columns that were named are remembered


def test_the_columns_of_a_feed_are_remembered_shown_and_changed(directory: Path, fingerpost: Callable[..., Result]) -> None:
    (directory / "july.csv").write_text("Group,Blurb,Ring\nTea and talk,A weekly group.,0300 123 3393\n", encoding="utf-8")
    (directory / "august.csv").write_text("Group,Blurb,Ring\nChoir,We sing.,0300 123 3394\n", encoding="utf-8")
    named = ["--column", "Group=name", "--column", "Blurb=alert", "--column", "Ring=phones"]
    common = ["--feed", "Valley Council: list", "--need", "loneliness", "--area", "valley"]
    dry = fingerpost("services", "import", "july.csv", *common, *named, "--dry-run")
    assert "Columns of Valley Council: list: Group = name; Blurb = alert; Ring = phones" in dry.output
    assert not (directory / "feeds").exists(), "a dry run writes nothing"
    first = fingerpost("services", "import", "july.csv", *common, *named)
    assert "Remembered in feeds/valley-council-list.yaml" in first.output
    again = fingerpost("services", "import", "august.csv", *common, "--column", "Blurb=summary")
    assert "Columns of Valley Council: list: Group = name; Ring = phones; Blurb = summary" in again.output
    assert services(directory)["choir"].summary == "We sing."
    assert services(directory)["choir"].phones[0].number == "0300 123 3394"
    assert "As in feeds/valley-council-list.yaml" in fingerpost("services", "import", "august.csv", *common).output
    assert fingerpost("services", "import", "august.csv").exit_code == 1, "another feed has its own"


def test_a_remembered_column_that_is_no_field_is_named_in_its_line(directory: Path, fingerpost: Callable[..., Result]) -> None:
    (directory / "feeds").mkdir()
    (directory / "feeds" / "july-csv.yaml").write_text("feed: july.csv\ncolumns:\n  - {heading: Group, field: nmae}\n", encoding="utf-8")
    (directory / "july.csv").write_text("Group\nTea\n", encoding="utf-8")
    result = fingerpost("services", "import", "july.csv")
    assert result.exit_code == 1
    assert "feeds/july-csv.yaml:3:29: error: There is no field ‘nmae’. Did you mean ‘name’? [feed-field-unknown]" in result.output


# What an import costs


def test_no_record_without_a_problem_is_read_again(directory: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    feed(directory, record(), record(id="21111111-1111-4111-8111-111111111111", name="Choir", phones=[{"number": "0300 123 3394"}]))
    monkeypatch.setattr(late_document, "parse", lambda *_: pytest.fail("ten thousand parsed files do not fit into the memory"))
    library = load(directory / "data", "data")[0]
    outcome = incoming(Import(directory / "feed.json", "feed.json", "Valley", library, date(2026, 11, 22)))
    assert len(outcome.added) == 2


@pytest.mark.parametrize("feed", ["[]", '{"contents": []}', '{"services": []}'])
def test_a_feed_without_a_service_is_refused(feed: str, directory: Path, fingerpost: Callable[..., Result]) -> None:
    """Else each service of the last import would be called gone."""
    (directory / "feed.json").write_text(feed)
    result = fingerpost("services", "import", "feed.json")
    assert (result.exit_code, "[import-unreadable]" in result.output) == (1, True)


# Our own sheet, as people and spreadsheets give it back


@pytest.fixture
def sheet(directory: Path, fingerpost: Callable[..., Result]) -> Path:
    """An exported sheet of a service that stands here with every kind of field."""
    shutil.copytree(CASES / "own-sheet", directory, dirs_exist_ok=True)
    fingerpost("services", "export", "s.csv")
    return directory / "s.csv"


@pytest.mark.parametrize("column", ["id", "name", "organisation", "summary", "needs", "audiences", "confidence", "review_after", "sources"])
def test_an_emptied_cell_that_every_service_needs_is_told_and_costs_nothing_else(
    column: str, sheet: Path, fingerpost: Callable[..., Result]
) -> None:
    before = services(sheet.parent)["tea"]
    edited(sheet, "tea", {"cost_note": "Bring a cup.", column: ""})
    result = fingerpost("services", "import", "s.csv")
    assert result.exit_code == 0
    assert f"‘{column}’ stays as it was. " in result.output
    assert "Changed: 1\n  tea: cost_note\n" in result.output
    assert services(sheet.parent) == {"tea": before.model_copy(update={"cost_note": "Bring a cup."})}


@pytest.mark.parametrize(
    ("cells", "seen"),
    [
        ({"assured_on": "01/11/2026", "review_after": "46508"}, {}),  # as Excel shows days, and stores them
        ({"review_after": "31/05/2027", "assured_on": "11/1/2026"}, {"review_after": date(2027, 5, 31)}),
        ({"cost": "Free ", "referral": "Self, Professional", "needs": "Loneliness\r\n"}, {}),
        ({"name": "Tea\u200b and\ntalk", "min_age": "18.0", "email": "mailto:tea@tea.example", "url": "tea.example"}, {}),
        ({"hours": "Mon-Tue 9-5", "delivery": "In person; phone"}, {}),
        ({"phones": "Number: 0300\u00a0123\u00a03393; Checked_on: 01/11/2026; Source: own"}, {}),
        ({"hide_address": "FALSE", "leave_fast": "TRUE", "exported_from": ""}, {}),
    ],
)
def test_what_a_spreadsheet_makes_of_a_cell_is_what_it_was(
    cells: dict[str, str], seen: dict[str, Any], sheet: Path, fingerpost: Callable[..., Result]
) -> None:
    before = services(sheet.parent)["tea"]
    edited(sheet, "tea", cells)
    result = fingerpost("services", "import", "s.csv")
    assert ": warning: " not in result.output
    assert services(sheet.parent) == {"tea": before.model_copy(update=seen)}


@pytest.mark.parametrize(
    ("column", "cell"),
    [
        ("summary", "#REF!"), ("cost", "£2"), ("assured_on", "soon"), ("min_age", "70"), ("areas", "nowhere"), ("hide_address", ""),
        ("phones", "01923 555123"), ("phones", "number: 0300 123 3394; source: own"), ("hours", "days: monday; opens: 9; closes: 9"),
        ("phones", "number: 0300 123 3394; source: own; number: 0300 123 3395"), ("reach_through", "nobody"), ("closed_on", "2026-01-01"),
        ("email", "a@tea.example; b@tea.example"), ("name", "n" * 161), ("came_from", "here"),
    ],
)  # fmt: skip
def test_a_cell_that_cannot_be_used_is_told_in_its_place(column: str, cell: str, sheet: Path, fingerpost: Callable[..., Result]) -> None:
    before = services(sheet.parent)["tea"]
    edited(sheet, "tea", {"cost_note": "Bring a cup.", column: cell})
    result = fingerpost("services", "import", "s.csv")
    heading = sheet.read_text(encoding="utf-8-sig").splitlines()[0].split(",")
    assert f"s.csv:2:{heading.index(column) + 1}: warning: Record ‘tea’: ‘{column}’ stays as it was. " in result.output
    assert services(sheet.parent) == {"tea": before.model_copy(update={"cost_note": "Bring a cup."})}


@pytest.mark.parametrize("column", ["name", "hide_address", "leave_fast", "safety_notes", "as_exported", "came_from"])
def test_a_column_that_is_deleted_changes_nothing(column: str, sheet: Path, fingerpost: Callable[..., Result]) -> None:
    before = services(sheet.parent)
    table = list(csv.DictReader(sheet.read_text(encoding="utf-8-sig").splitlines(keepends=True)))
    with sheet.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, [name for name in table[0] if name != column], extrasaction="ignore")
        writer.writeheader()
        writer.writerows(table)
    assert "Unchanged: 1\n" in fingerpost("services", "import", "s.csv").output
    assert services(sheet.parent) == before


@pytest.mark.parametrize("down", [False, True])
def test_a_row_that_is_added_comes_in_unverified(down: bool, sheet: Path, fingerpost: Callable[..., Result]) -> None:
    """Also where the last columns were filled down from the row above."""
    table = list(csv.DictReader(sheet.read_text(encoding="utf-8-sig").splitlines(keepends=True)))
    last = {name: table[-1][name] for name in ("exported_from", "as_exported") if down}
    with sheet.open("a", encoding="utf-8", newline="") as file:
        csv.DictWriter(file, [*table[0]], restval="").writerow({"name": "Walk", "phones": "0300 123 3394", **last})
    assert "Added: 1\n  walk\n" in fingerpost("services", "import", "s.csv").output
    assert services(sheet.parent)["walk"].confidence == "unverified"


def test_a_table_that_uses_our_id_does_not_take_the_record_from_its_feed(sheet: Path, fingerpost: Callable[..., Result]) -> None:
    before = services(sheet.parent)["tea"].came_from
    (sheet.parent / "t.csv").write_text("id,name,url\ntea,Tea,https://other.example\n", encoding="utf-8")
    fingerpost("services", "import", "t.csv")
    assert services(sheet.parent)["tea"].came_from == before


def test_a_column_that_says_closed_closes(directory: Path, fingerpost: Callable[..., Result]) -> None:
    rows = "Tea,0300 123 3393,False\nWalk,0300 123 3393,True\n"
    (directory / "t.csv").write_text(f"Name,Phone,Closed\n{rows}", encoding="utf-8")
    fingerpost("services", "import", "t.csv")
    assert {name: service.status for name, service in services(directory).items()} == {"tea": "active", "walk": "closed"}


# Fields that come, change and go in a feed


def test_words_that_the_import_made_up_give_way_to_those_of_the_feed(directory: Path, fingerpost: Callable[..., Result]) -> None:
    fingerpost("services", "import", feed(directory, record(description=None, organization=None)))
    result = fingerpost("services", "import", feed(directory, record()))
    service = services(directory)["tea-and-talk"]
    assert (service.summary, service.organisation) == ("A weekly group for lonely people.", "Tea Trust")
    assert "kept as it is here" not in result.output


def test_a_service_that_closes_in_its_feed_closes_here_and_opens_again(directory: Path, fingerpost: Callable[..., Result]) -> None:
    seen = []
    for status in ("active", "temporarily closed", "defunct", "active"):
        assert fingerpost("services", "import", feed(directory, record(status=status))).exit_code == 0
        service = services(directory)["tea-and-talk"]
        seen.append((service.status, bool(service.alert)))
    assert seen == [("active", False), ("paused", False), ("closed", True), ("active", False)]


def test_a_feed_that_takes_every_contact_away_is_told_and_costs_nothing_else(directory: Path, fingerpost: Callable[..., Result]) -> None:
    fingerpost("services", "import", feed(directory, record(phones=[])))
    result = fingerpost("services", "import", feed(directory, record(phones=[], url=None, description="Another.")))
    service = services(directory)["tea-and-talk"]
    assert (service.summary, service.url) == ("Another.", "https://tea.example")
    assert "‘url’ stays as it was. There is no way to contact" in result.output


@pytest.mark.parametrize("nothing", ["null", "n/a", "-", "TBC", "None", "Not applicable", "unknown"])
def test_what_says_nothing_is_no_text(nothing: str, directory: Path, fingerpost: Callable[..., Result]) -> None:
    empty = dict.fromkeys(("description", "alert", "alternate_name", "application_process", "eligibility_description"), nothing)
    fingerpost("services", "import", feed(directory, record(**empty, languages=[{"name": nothing}])))
    found = services(directory)["tea-and-talk"]
    assert (found.alert, list(found.other_names), found.how_to_refer, list(found.eligibility)) == (None, [], None, [])
    assert (found.summary, list(found.languages)) == ("feed.json does not describe it.", [])


def test_every_week_may_be_said_in_other_words(directory: Path, fingerpost: Callable[..., Result]) -> None:
    fingerpost("services", "import", feed(directory, record(regular_schedules=[{**WEEKLY, "freq": "week", "interval": 1}])))
    assert [row.model_dump(mode="json", exclude_defaults=True) for row in services(directory)["tea-and-talk"].hours] == [ROW]
