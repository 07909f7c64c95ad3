"""A pack made in the browser from first gap to last file, and the same pack made by the command from the file that was saved."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from html import unescape
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import openpyxl
import pikepdf
import pytest
from docx.oxml.ns import qn
from playwright.sync_api import Browser

from generator.documents.packs.compose import all_packs
from generator.documents.page import Page
from generator.documents.pages import SiteContext
from generator.documents.pages.networks import network_pages
from generator.documents.templating.environment import environment
from generator.knowledge.library.loading import load
from tests.browser.conftest import PROJECT
from tests.browser.tailor.maker import BAND_7, Maker
from tests.conftest import value_made_once
from tests.word import reading
from tests.word.reading import Word
from tests.word.test_standard import VALIDATOR, validated

pytestmark = pytest.mark.browser

PROFILE = "North Valley is four practices along one river.\n\nWe look after 31,400 people, and we meet every Wednesday."


@dataclass(frozen=True)
class Both:
    """What the browser made and what the command made of the file that it saved."""

    statements: dict[str, tuple[str, str]]
    criteria: dict[str, tuple[str, str]]
    facts: dict[str, str]
    boxes: dict[str, str]
    saved: Path
    word: Path
    workbook: Path
    everything: Path
    printed: Path
    checked: str
    check_passes: bool
    packs: Path
    page: str


def tailor(maker: Maker) -> None:
    """A whole tailoring: every kind of gap and every kind of change."""
    maker.fill("Network’s name", "North Valley")
    maker.fill("Base", "Mill Surgery (three days a week); Weir Practice (two days a week)")
    maker.fill("Employer", "Valley Federation Ltd")
    maker.fill("The post in three lines", "You see adults.\nYou lead a team.")
    maker.fill("Hours", "30 to 37.5 a week")
    maker.fill("Contract", "Permanent")
    maker.fill("Clinical supervision", "Every month, by the trust")
    maker.fill("Who you are", PROFILE)
    maker.practice(0, name="Mill Surgery", ods_code="a12345", population="13,420")
    maker.page.get_by_role("button", name="Add a practice").click()
    maker.practice(1, name="Weir Practice", ods_code="A12346", population="9000")
    maker.fill("List size date", "1 October 2026")
    maker.fill("Your network’s code", "U12345")
    maker.page.locator('[data-lines="overlay.fill.reports_to"] [data-key="where"]').first.fill("North Valley")
    maker.page.get_by_role("button", name="Add a body").click()
    maker.page.get_by_label("Its part").select_option("funds")
    maker.page.get_by_label("Its name").fill("Valley County Council")
    maker.field("High cost area supplement").select_option("none")
    maker.fill("Holiday", "27 days a year & 8 bank holidays.")
    maker.field("Checks before they start").fill("enhanced DBS check\ntwo references")
    dates = {"Opens": "2027-01-04", "Closes": "2027-01-25", "Interviews": "2027-02-08"}
    contact = {"Name": "Jo <Marsh>", "Job": "network manager", "Email": "jobs@example.org"}
    for label, words in {"Reference on NHS Jobs": "NV7-1", **dates, **contact}.items():
        maker.fill(label, words)
    maker.fill("Adjustments and other formats", "Write to jobs@example.org for large print.")
    maker.reword("prompt-advice", "Give GPs prompt advice, every working day.", "We promise a day.")
    maker.leave_out("shared-decisions", "Our link worker does this.")
    maker.leave_out("employment", "We employ the post ourselves.")
    maker.leave_out("presentation", "Our interviews have none.")
    maker.reword("travel", "Able to travel between two practices", "It says how many.")
    row = maker.add("clinical", "Run a group on Mondays at “The Mill” & elsewhere.", "Practices asked for it.")
    row.get_by_role("button", name="Move up").click()
    maker.suggest("clinical", "triage")
    for heading, after in (("Work with schools", "Clinical"), ("Courses", "General")):
        maker.add_section(heading, after, f"Plan {heading.lower()} each term.", "Practices asked for it.")
    maker.page.locator('[data-clause="sustainability"]').get_by_role("button", name="Leave out").click()
    maker.page.locator("#k-sustainability").fill("Our handbook says it.")
    maker.add_criterion("skills", "Able to lead a group", "Essential", "The post runs one.")
    for name in [n for n in maker.statements() if n in maker.page.evaluate(_IN, "research-and-audit")]:
        maker.leave_out(name, "Another post does research.")


_IN = 'name => [...document.querySelectorAll(`[data-section="${name}"] [data-statement]`)].map(row => row.dataset.statement)'


@pytest.fixture(scope="module")
def both(browser: Browser, address: str, tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Both:
    """One tailoring, in the browser and by the command."""
    return value_made_once(tmp_path_factory, worker_id, "whole", lambda folder: tailored(browser, address, folder))


def tailored(browser: Browser, address: str, folder: Path) -> Both:
    context = browser.new_context(viewport={"width": 1280, "height": 900}, accept_downloads=True)
    page = context.new_page()
    page.goto(f"{address}tailor/{BAND_7}/")
    maker = Maker(page)
    tailor(maker)
    page.wait_for_timeout(400)
    boxes = maker.boxes()
    saved, *files = [maker.download(name, folder) for name in ("save", "word", "workbook", "everything")]
    printed = maker.printed(folder)
    said = maker.statements(), maker.criteria(), maker.facts()
    context.close()
    return Both(*said, boxes, saved, *files, printed, *by_the_command(folder, saved))


def by_the_command(folder: Path, saved: Path) -> tuple[str, bool, Path, str]:
    """Check and pack the saved file, and make its page."""
    from typer.testing import CliRunner

    from generator.cli import app

    data = folder / "data"
    shutil.copytree(PROJECT / "data", data)
    shutil.copy(saved, data / "networks" / saved.name)
    checked = CliRunner().invoke(app, ["check", "--data", str(data)], catch_exceptions=False)
    made = CliRunner().invoke(
        app, ["pack", BAND_7, "--network", saved.stem, "--to", "docx,pdf,txt,xlsx", "--data", str(data), "--out", str(folder / "packs")],
        catch_exceptions=False,
    )  # fmt: skip
    assert made.exit_code == 0, made.output
    return checked.output, checked.exit_code == 0, folder / "packs" / saved.stem, page_of(data, saved.stem)


def page_of(data: Path, network: str) -> str:
    """The page of the network's pack, as the site has it."""
    library, _ = load(data)
    today = date.today()
    packs = all_packs(library, today)
    context = SiteContext(library, packs, {pack.stem: [] for pack in packs}, environment(()), today)
    found: Page = next(page for page in network_pages(context) if page.path == f"networks/{network}/{BAND_7}/index.md")
    return found.body


def statements_of(page: str) -> dict[str, tuple[str, str]]:
    """Number and words of each statement of a page, by id."""
    found = re.findall(r'data-statement="([^"]+)"><a class="n"[^>]*>([^<]*)</a> <span>([^<]*)', page)
    return {name: (number, unescape(words).strip()) for name, number, words in found}


def words_of(file: Path, *how: str) -> str:
    """The letters of a PDF. Lines may part a word at its hyphen, so neither blanks nor hyphens count."""
    area = ["-r", "72", "-x", "0", "-y", "50", "-W", "596", "-H", "738"]  # without heads and feet, which a sentence may run across
    ran = subprocess.run(["pdftotext", *how, *area, str(file), "-"], capture_output=True, text=True, check=True)
    return letters(ran.stdout)


def letters(text: str) -> str:
    """A text without blanks and hyphens."""
    return re.sub(r"[\s-]+", "", text)


@pytest.mark.slow
def test_the_check_accepts_what_was_saved(both: Both) -> None:
    assert both.check_passes
    ours = [line for line in both.checked.splitlines() if "north-valley.yaml" in line and ("error" in line or "placeholder" in line)]
    assert ours == []


@pytest.mark.slow
def test_the_changes_are_there(both: Both) -> None:
    assert both.statements["prompt-advice"][1] == "Give GPs prompt advice, every working day."
    assert "shared-decisions" not in both.statements
    assert "presentation" not in both.criteria
    assert sum(name.startswith("clinical-own") for name in both.statements) == 1
    assert any("riage" in words for name, (_, words) in both.statements.items() if name == "triage")
    assert not any(number.startswith("8.") for number, _ in both.statements.values())


@pytest.mark.slow
def test_html_says_the_same(both: Both) -> None:
    assert statements_of(both.page) == both.statements
    filled = {name: unescape(words) for name, words in re.findall(r'data-fill="([^"]+)">([^<]*)<', both.page)}
    kept = {name: words for name, words in both.facts.items() if name not in ("revision", "date")}
    assert {name: filled.get(name) for name in kept if name in filled} == {name: words for name, words in kept.items() if name in filled}
    assert {"hours", "bases", "employer", "supervision", "holiday", "checks"} <= kept.keys() & filled.keys()


@pytest.mark.slow
def test_word_says_the_same(both: Both) -> None:
    ours, theirs = Word(both.word.read_bytes()), Word((both.packs / f"{BAND_7}.docx").read_bytes())
    assert ours.of("statement") == theirs.of("statement") == {name: words for name, (_, words) in both.statements.items()}
    assert ours.of("criterion") == theirs.of("criterion") == {name: words for name, (_, words) in both.criteria.items()}
    assert list(ours.numbered) == list(theirs.numbered)
    assert ours.headings == theirs.headings
    opening = [[reading.words(p) for p in file.body.iter(qn("w:p")) if file.style(p) == "Opening Lines"] for file in (ours, theirs)]
    assert opening == [["You see adults.", "You lead a team."]] * 2
    ours_filled, theirs_filled = ours.of("fill"), theirs.of("fill")
    assert list(ours_filled) == list(theirs_filled)
    assert {n: w for n, w in ours_filled.items() if n != "revision"} == {n: w for n, w in theirs_filled.items() if n != "revision"}


@pytest.mark.slow
@pytest.mark.skipif(not VALIDATOR.is_file(), reason="the Open XML validator has no program for this machine")
def test_the_open_xml_sdk_finds_nothing_wrong(both: Both) -> None:
    assert validated(both.word) == []


@pytest.mark.slow
def test_pdf_says_the_same(both: Both) -> None:
    files = both.printed, both.packs / f"{BAND_7}.pdf"
    ours, theirs = map(words_of, files)
    lines = [words_of(file, "-layout") for file in files]
    for number, words in both.statements.values():
        start = letters(f"{number}{' '.join(words.split()[:3])}")
        assert [letters(words) in said for said in (ours, theirs)] == [True, True], words
        assert [start in said for said in lines] == [True, True], start
    assert letters("Our link worker does this") not in ours
    for _, words in both.criteria.values():
        first = letters(" ".join(words.split()[:3]))
        assert first in ours
        assert first in theirs
    assert "Change" not in ours.split("Purposeoftherole")[1].split("Personspecification")[0]
    with pikepdf.open(both.printed) as pdf:
        assert 8 <= len(pdf.pages) <= 16


@pytest.mark.slow
def test_nhs_jobs_says_the_same(both: Both) -> None:
    sheet = (both.packs / f"{BAND_7}.txt").read_bytes().decode().replace("\r\n", "\n")
    for text in both.boxes.values():
        assert text in sheet


def cells_of(file: Path) -> dict[str, list[tuple[str, object]]]:
    """Every cell of a workbook that says something, formulas too, by its sheet."""
    book = openpyxl.load_workbook(file)
    said = {sheet.title: [cell for row in sheet.iter_rows() for cell in row if cell.value is not None] for sheet in book}
    return {name: [(cell.coordinate, cell.value) for cell in cells] for name, cells in said.items()}


@pytest.mark.slow
def test_the_workbook_says_the_same(both: Both) -> None:
    ours, theirs = both.workbook, both.packs / f"{BAND_7}.xlsx"
    assert cells_of(ours) == cells_of(theirs)
    mine, other = openpyxl.load_workbook(ours), openpyxl.load_workbook(theirs)
    for name in mine.sheetnames:
        one, two = mine[name], other[name]
        assert {table.ref for table in one.tables.values()} == {table.ref for table in two.tables.values()}
        assert [(str(v.sqref), v.formula2) for v in one.data_validations.dataValidation] == [
            (str(v.sqref), v.formula2) for v in two.data_validations.dataValidation
        ]
        assert [str(rule.sqref) for rule in one.conditional_formatting] == [str(rule.sqref) for rule in two.conditional_formatting]
        assert {n: d.attr_text for n, d in one.defined_names.items()} == {n: d.attr_text for n, d in two.defined_names.items()}
        heights = [(row, one.row_dimensions[row].height) for row in range(1, one.max_row + 1)]
        assert heights == [(row, two.row_dimensions[row].height) for row in range(1, two.max_row + 1)]
        looks = [[cell.style_id for cell in row] for row in one.iter_rows()]
        assert looks == [[cell.style_id for cell in row] for row in two.iter_rows()]
    assert {n: d.attr_text for n, d in mine.defined_names.items()} == {n: d.attr_text for n, d in other.defined_names.items()}
    assert [getattr(mine.properties, name) for name in ("title", "subject", "creator", "description")] == [
        getattr(other.properties, name) for name in ("title", "subject", "creator", "description")
    ]


@pytest.mark.slow
def test_the_zip_has_everything(both: Both) -> None:
    with ZipFile(both.everything) as archive:
        inside = {name.partition("/")[2]: archive.read(name) for name in archive.namelist()}
        folders = {name.partition("/")[0] for name in archive.namelist()}
    assert folders == {"Mental-Health-Practitioner-band-7-north-valley"}
    assert inside["Job pack.docx"] == both.word.read_bytes()
    assert inside["Shortlisting workbook.xlsx"] == both.workbook.read_bytes()
    assert inside["Text for NHS Jobs.txt"] == (both.packs / f"{BAND_7}.txt").read_bytes()
    assert inside["north-valley.yaml"] == both.saved.read_bytes()
    assert inside["Read me.txt"].decode().splitlines()[-1].startswith("north-valley.yaml: Your draft")
    assert len(inside) == 5


def test_nothing_leaves_the_browser_and_nothing_is_logged(visit: Callable[..., Any], tmp_path: Path) -> None:
    """`visit` fails a page that asks another host for anything, or logs an error."""
    maker = Maker(visit(path=f"tailor/{BAND_7}/", accept_downloads=True))
    maker.fill("Network’s name", "North Valley")
    maker.leave_out("shared-decisions", "Our link worker does this.")
    maker.download("word", tmp_path)
    maker.download("save", tmp_path)
