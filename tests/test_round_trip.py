"""A round trip loses nothing: export, then import into an empty folder, gives the same records in every form."""

from __future__ import annotations

import csv
import io
import json
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from typer.testing import Result

from generator.documents.directory.openreferral.feed import feed
from generator.knowledge.directory.importing.found import ImportedRecord
from generator.knowledge.directory.importing.merging import values_of
from generator.knowledge.directory.importing.records import Import
from generator.knowledge.directory.importing.yaml_files import patched, yaml_text
from generator.knowledge.directory.table_columns import guarded, unguarded
from generator.knowledge.library.library import Library
from generator.knowledge.library.loading import load
from generator.knowledge.model import Service
from generator.knowledge.reading.schema import validate
from generator.knowledge.reading.yaml_file import parse
from generator.problems import HIDDEN
from generator.publishing.directory.export_services import ENDINGS, outgoing
from tests.ours import LIBRARY
from tests.tiers import examples

PROJECT = Path(__file__).parent.parent
TODAY = date(2026, 11, 22)


def library() -> Library:
    return LIBRARY


# Any record that the model allows

hidden = "".join(chr(code) for code in range(0x110000) if HIDDEN.match(chr(code)))
letters = st.characters(exclude_categories=["Cs", "Cn"], exclude_characters=f"{hidden}\n\r")
nasty = st.sampled_from(
    ["=1+1", "+44", "-x", "@a", "'=a", "''", '"a; b: c"', "a; number: 1", "key: value", "<b>&amp;", "a #b", "# c", "- d", "null", "yes",
     "18:30", "_x0041_", "_x000D_a", "2024-05-01", "{a", "[b]", "%", "\t a", "  two  spaces ", "é\u00a0ü", "😀", "\u3000wide", "1e5",
     "0x1F", "~", "!tag"]
)  # fmt: skip


def text(longest: int = 60) -> st.SearchStrategy[str]:
    return st.one_of(nasty, st.text(letters, max_size=longest - 1).map(lambda t: f"{t.strip()}."))


slugs = st.from_regex(r"[a-z0-9]{1,8}(-[a-z0-9]{1,4})?", fullmatch=True)
days = st.dates(date(2000, 1, 1), date(2040, 1, 1)).map(date.isoformat)
clocks = st.one_of(st.just("24:00"), st.from_regex(r"([01][0-9]|2[0-3]):[0-5][0-9]", fullmatch=True))
addresses = st.sampled_from(["https://a.example", "http://b.example/?q=1&r=2;3", "https://c.example/#x"])
numbers = st.from_regex(r"0[0-9]{3} [0-9]{3} [0-9]{4}", fullmatch=True)
sure = st.sampled_from(["high", "medium", "low", "unverified"])


def some(strategy: st.SearchStrategy[Any], least: int = 0) -> st.SearchStrategy[list[Any]]:
    return st.lists(strategy, min_size=least, max_size=3)


def group(needed: dict[str, st.SearchStrategy[Any]], optional: dict[str, st.SearchStrategy[Any]]) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries(needed, optional=optional)


number = {"number": numbers, "checked_on": days, "source": slugs}
beside = {"label": text(), "confidence": sure, "note": text()}
hours = group(
    {"days": st.lists(st.sampled_from(["monday", "friday", "sunday"]), min_size=1, max_size=7), "opens": clocks},
    {
        "label": text(), "closes": clocks, "closed_on_bank_holidays": st.booleans(), "every": st.integers(2, 52), "from": days,
        "until": days, "week": some(st.sampled_from([1, 2, 3, 4, 5, -1])), "term_time": st.booleans(), "by_appointment": st.booleans(),
    },
)  # fmt: skip
place = group({"address": text(), "area": slugs}, {"name": text(), "note": text()})
source = group(
    {"id": slugs, "title": text(), "kind": st.sampled_from(["provider", "news"]), "read_on": days}, {"url": addresses, "published": text()}
)
about = st.sampled_from(["phone", "hours", "provider"])
safety = group({}, {"leave_fast": st.booleans(), "notes": some(group({"text": text(), "source": slugs}, {}))})
records = group(
    {
        "id": slugs, "name": text(), "organisation": text(), "summary": text(300), "needs": some(slugs, 1), "audiences": some(slugs, 1),
        "areas": some(slugs, 1), "confidence": sure, "review_after": days, "sources": some(source, 1),
    },
    {
        "other_names": some(text()), "status": st.sampled_from(["active", "paused", "closed"]), "alert": text(), "paused_until": days,
        "closed_on": days, "replaced_by": some(slugs), "min_age": st.integers(0, 120), "max_age": st.integers(0, 120), "ages_note": text(),
        "eligibility": some(text()), "not_for": some(group({"who": text(), "because": text()}, {"instead": some(slugs)})),
        "area_basis": st.sampled_from(["home-address", "registered-practice"]), "area_note": text(), "phones": some(group(number, beside)),
        "texts": some(group(number, {**beside, "word": st.just("SHOUT")})), "email": st.just("a.b+c@example.org"), "url": addresses,
        "reach_through": some(slugs), "hours": some(hours), "hours_note": text(),
        "referral": some(st.sampled_from(["self", "turn-up"])), "how_to_refer": text(), "cost": st.sampled_from(["free", "contribution"]),
        "cost_note": text(), "delivery": some(st.sampled_from(["phone", "home-visit"])), "locations": some(place), "access": some(text()),
        "languages": some(text()), "care_steps": some(st.integers(1, 4)), "severity": some(st.just("less-severe")), "safety": safety,
        "not_confirmed": some(text()), "assured_on": days, "assured_by": text(),
        "conflicts": some(group({"about": about, "says": text(), "source": slugs, "kept": text()}, {})),
        "came_from": group({"feed": text(), "id": text(), "seen": text()}, {}),
    },
).map(Service.model_validate)  # fmt: skip


def read_back(content: bytes, ending: str, folder: Path) -> list[Service]:
    """What an import makes of a file, in a folder that has no settings and no vocabulary."""
    file = folder / f"moved{ending}"
    file.write_bytes(content)
    empty = Library({}, {}, frozenset())
    met = list(Import(file, file.name, "", empty, TODAY).batch().read())
    assert all(isinstance(one, ImportedRecord) and one.own for one in met), met
    return [Service.model_validate(one.values) for one in met if isinstance(one, ImportedRecord)]


@pytest.fixture(scope="module")
def place_to_write(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("moved")


@pytest.mark.parametrize("ending", [".json", ".csv"])
@settings(max_examples=examples(15), deadline=None)
@given(service=records)
def test_any_record_comes_back(ending: str, place_to_write: Path, service: Service) -> None:
    assert read_back(outgoing(library(), [service], ending), ending, place_to_write) == [service]


@settings(max_examples=examples(5), deadline=None)
@given(services=st.lists(records, min_size=1, max_size=4))
def test_any_records_come_back_from_a_workbook(place_to_write: Path, services: list[Service]) -> None:
    assert read_back(outgoing(library(), services, ".xlsx"), ".xlsx", place_to_write) == services


@pytest.mark.parametrize("ending", [".csv", ".xlsx"])
def test_what_means_nothing_in_other_tables_is_a_text_in_ours(ending: str, place_to_write: Path) -> None:
    service = library().services["samaritans"].model_copy(update={"eligibility": ["null"], "assured_by": "n/a", "cost_note": "-"})
    assert read_back(outgoing(library(), [service], ending), ending, place_to_write) == [service]


@settings(max_examples=examples(15), deadline=None)
@given(service=records, other=records)
def test_a_file_reads_as_the_record_it_was_written_from(service: Service, other: Service) -> None:
    file = yaml_text(values_of(service), {"summary": "Look at it."}, "From somewhere.")
    document, problems = parse(file.encode(), "a.yaml")
    assert problems == []
    assert validate(Service, document, "a service")[0] == service
    # Any other record put into that file, a field at a time, reads as the other one.
    new = values_of(other)
    changed = [name for name in Service.model_fields if new.get(name) != values_of(service).get(name)]
    document, problems = parse(patched(document, new, changed).encode(), "a.yaml")
    assert problems == []
    assert validate(Service, document, "a service")[0] == other


@settings(max_examples=examples(300), deadline=None)
@given(cell=st.one_of(nasty, st.text(max_size=20)))
def test_no_cell_of_csv_is_a_formula_and_each_comes_back(cell: str) -> None:
    assert not guarded(cell).startswith(("=", "+", "-", "@", "\t", "\r"))
    assert unguarded(guarded(cell)) == cell


def test_formula_text_stays_text_in_both_tables() -> None:
    hostile = {"name": "=HYPERLINK(1)", "summary": "+1", "organisation": "@x", "alert": "-1"}
    service = library().services["samaritans"].model_copy(update=hostile)
    text_of = outgoing(library(), [service], ".csv").decode("utf-8-sig")
    cells = [cell for row in csv.reader(io.StringIO(text_of, newline="")) for cell in row]
    assert "'=HYPERLINK(1)" in cells
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))]
    sheet = load_workbook(io.BytesIO(outgoing(library(), [service], ".xlsx")))["Services"]
    assert {cell.data_type for row in sheet.iter_rows() for cell in row} <= {"s", "n"}
    assert not [cell for row in sheet.iter_rows() for cell in row if cell.data_type == "n" and cell.value is not None]
    assert {cell.quotePrefix for cell in sheet[2] if cell.value} == {True}


def test_a_text_too_long_for_excel_stops_the_export(fingerpost: Callable[..., Result], folder: Path) -> None:
    (folder / "data" / "services").mkdir()
    long = "".join(f"  - {letter * 3900}\n" for letter in "abcdefghi")
    frank = (PROJECT / "data" / "services" / "frank.yaml").read_text(encoding="utf-8")
    path = folder / "data" / "services" / "frank.yaml"
    path.write_text(frank.replace("confidence:", f"access:\n{long}confidence:"), encoding="utf-8")
    result = fingerpost("services", "export", "all.xlsx")
    assert result.exit_code == 1
    assert "services/frank.yaml: error: ‘access’ has 35,108 characters." in result.output
    assert not (folder / "all.xlsx").exists()
    assert fingerpost("services", "export", "all.csv").exit_code == 0


# The real directory, by the commands


@pytest.mark.quick_cases(".csv")
@pytest.mark.parametrize("ending", ENDINGS)
def test_the_directory_moves_whole(ending: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fingerpost: Callable[..., Result]) -> None:
    monkeypatch.chdir(tmp_path)
    data = str(PROJECT / "data")
    assert fingerpost("services", "export", f"all{ending}", "--data", data).exit_code == 0
    (tmp_path / "empty").mkdir()
    result = fingerpost("services", "import", f"all{ending}", "--data", "empty")
    assert result.exit_code == 0
    assert f"Added: {len(library().services)}\n" in result.output
    assert load(tmp_path / "empty")[0].services == library().services
    again = fingerpost("services", "import", f"all{ending}", "--data", "empty")
    assert f"Changed: 0\nUnchanged: {len(library().services)}\nNo longer in the file: 0\n" in again.output
    first = (tmp_path / f"all{ending}").read_bytes()
    assert fingerpost("services", "export", f"all{ending}", "--data", data).exit_code == 0
    assert (tmp_path / f"all{ending}").read_bytes() == first


def test_a_feed_folder_comes_back_as_what_may_be_taken_for_a_fact(tmp_path: Path, fingerpost: Callable[..., Result]) -> None:
    for name, content in feed(library(), TODAY).items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(content)
    (tmp_path / "empty").mkdir()
    result = fingerpost("services", "import", str(tmp_path / "openreferral"), "--data", str(tmp_path / "empty"))
    back = load(tmp_path / "empty")[0].services
    assert "Traceback" not in result.output
    sure = {name for name, service in library().services.items() if service.confidence in ("high", "medium") and service.status == "active"}
    assert sure <= set(back)
    for name in sure:
        before = library().services[name].model_copy(update={"conflicts": []})
        hidden = {n for n in Service.model_fields if n in ("phones", "texts")}
        assert back[name].model_dump(exclude=hidden) == before.model_dump(exclude=hidden), name


def test_an_import_never_takes_away_what_a_feed_does_not_carry(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(PROJECT / "data", tmp_path / "data")
    from generator.publishing.directory.import_services import incoming

    for name, content in feed(library(), TODAY).items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(content)
    here = load(tmp_path / "data")[0]
    outcome = incoming(Import(tmp_path / "openreferral", "feed", "feed", here, TODAY))
    changed = {name: fields for name, fields in outcome.changed.items() if fields not in (["phones"], ["texts"])}
    assert changed == {}
    assert outcome.added == []
    assert outcome.gone == []


def test_a_file_of_our_own_is_a_page_of_the_standard() -> None:
    page = json.loads(outgoing(library(), list(library().services.values()), ".json"))
    assert page["total_items"] == len(page["contents"]) == len(library().services)
    for entry in page["contents"]:
        service = library().services[entry["fingerpost"]["id"]]
        assert service.confidence in ("high", "medium") or not {"phones", "schedules", "email"} & set(entry)
