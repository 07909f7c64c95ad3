"""The shortlisting workbook, as a spreadsheet program reads it: what it asks, what it adds up, and what it can never run."""

from __future__ import annotations

import csv
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from generator.documents.formats.workbook.workbook import write_workbook
from generator.documents.packs.compose import make_pack
from generator.documents.packs.model import Pack
from tests.ours import LIBRARY
from tests.tiers import examples

PROJECT = Path(__file__).parents[1]
PACKS = [make_pack(LIBRARY, name) for name in LIBRARY.roles]
BAND_7 = make_pack(LIBRARY, "mental-health-practitioner-band-7")

packs = pytest.mark.parametrize("pack", PACKS, ids=lambda pack: pack.stem)

FIRST = 6
"""The first criterion's row."""


def opened(pack: Pack) -> Workbook:
    return openpyxl.load_workbook(BytesIO(write_workbook(pack)))


def criteria(sheet: Worksheet) -> list[tuple[str, str]]:
    """Each criterion of a sheet and its level."""
    rows = [(str(sheet.cell(row, 1).value), sheet.cell(row, 2).value) for row in range(FIRST, sheet.max_row + 1)]
    return [(text, str(level)) for text, level in rows if level]


def row_of(sheet: Worksheet, label: str) -> int:
    return next(row for row in range(1, sheet.max_row + 1) if str(sheet.cell(row, 1).value).startswith(label))


@packs
def test_the_sheets_hold_the_criteria_of_their_stage_essential_first(pack: Pack) -> None:
    book = opened(pack)
    assert book.sheetnames == ["How to use", "Shortlisting", "Decide", "Interview"]
    for name, ways in (("Shortlisting", {"application"}), ("Interview", {"interview", "test"})):
        meant = [line for line in pack.criteria() if ways & set(line.criterion.assessed_by)]
        meant.sort(key=lambda line: line.criterion.level == "desirable")
        assert criteria(book[name]) == [(f"{line.number}. {line.criterion.text}", line.criterion.level.capitalize()) for line in meant]


@packs
def test_each_score_is_held_to_whole_numbers_from_0_to_3(pack: Pack) -> None:
    book = opened(pack)
    for name, right in (("Shortlisting", "AA"), ("Interview", "K")):
        sheet = book[name]
        (rule,) = sheet.data_validations.dataValidation
        assert (rule.type, rule.formula1, rule.formula2, rule.allow_blank, rule.errorStyle) == ("whole", "0", "3", True, None)
        assert str(rule.sqref) == f"D{FIRST}:{right}{FIRST + len(criteria(sheet)) - 1}"
        assert book.defined_names[f"{name}_scores"].attr_text == f"{name}!$D${FIRST}:${right}${FIRST + len(criteria(sheet)) - 1}"


@packs
def test_it_can_be_read_by_ear_and_printed(pack: Pack) -> None:
    book = opened(pack)
    assert pack.title in book.properties.title
    for sheet in book.worksheets:
        assert not sheet.merged_cells.ranges
        assert sheet["A1"].value
        way = "portrait" if sheet.title in ("Shortlisting", "Interview") else "landscape"
        assert (sheet.page_setup.orientation, sheet.page_setup.paperSize, sheet.page_setup.fitToHeight) == (way, 9, 0)
    for name, header in (("Shortlisting", 4), ("Interview", 4), ("Decide", 4)):
        sheet = book[name]
        (table,) = sheet.tables.values()
        assert table.headerRowCount == 1
        assert table.ref.startswith(f"A{header}:")
        assert sheet.defined_names["Title"].attr_text == f"{name}!$A${header}"
        assert sheet.freeze_panes
        assert sheet.print_title_rows.startswith(f"${header}:")
        assert sheet["A6"].alignment.wrap_text or name == "Decide"


def test_no_name_is_asked_for() -> None:
    sheet = opened(BAND_7)["Shortlisting"]
    assert sheet["A5"].value == "Application number, never a name"
    assert sheet["D5"].number_format == "@"


def test_the_first_sheet_says_how_to_shortlist_fairly() -> None:
    told = " ".join(str(row[0].value) for row in opened(BAND_7)["How to use"].iter_rows())
    for words in (
        "At least two people",
        "Never write a name",
        "A 0 on any of them means that the candidate is not shortlisted",
        "Add none now",
    ):
        assert words in told
    assert "certificates for criteria 1, 2, 3 and 4" in told
    assert "Disability Confident" not in told


def test_a_disability_confident_employers_promise_is_kept() -> None:
    network = LIBRARY.networks["example-network"]
    assert network.employer
    confident = network.model_copy(update={"employer": network.employer.model_copy(update={"disability_confident": True})})
    told = " ".join(str(row[0].value) for row in opened(replace(BAND_7, network=confident))["How to use"].iter_rows())
    assert "offer an interview to every disabled applicant who meets the essential criteria" in told


def says(text: str) -> Pack:
    """A pack in which everything that can be written is this text."""
    tables = tuple(
        replace(t, lines=tuple(replace(n, criterion=n.criterion.model_copy(update={"text": text})) for n in t.lines))
        for t in BAND_7.categories
    )
    return replace(BAND_7, title=text, place=text, issue=text, notice=text, categories=tables)


@settings(max_examples=examples(10), deadline=None)
@given(
    st.sampled_from(["=", "+", "-", "@", "\t=", "{=", "https://", "mailto:"]),
    st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=80),
)
def test_text_never_becomes_a_formula_or_a_link(first: str, rest: str) -> None:
    assert formulas(opened(says(first + rest))) == our_formulas(), "the only formulas are our own"


@cache
def our_formulas() -> dict[str, str]:
    return formulas(opened(BAND_7))


def formulas(book: Workbook) -> dict[str, str]:
    found = {}
    for sheet in book.worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                assert cell.hyperlink is None
                if cell.data_type == "f":
                    found[f"{sheet.title}!{cell.coordinate}"] = str(cell.value)
    return found


def test_text_that_looks_like_a_formula_stays_text_when_somebody_edits_it() -> None:
    sheet = opened(says("=1+1"))["Shortlisting"]
    assert sheet["A2"].value.startswith("=1+1")
    assert sheet["A2"].data_type == "s"
    assert sheet["A2"].quotePrefix


def test_no_part_of_the_file_knows_the_clock() -> None:
    with ZipFile(BytesIO(write_workbook(BAND_7))) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        core = archive.read("docProps/core.xml").decode()
    assert core.count(f"{BAND_7.role.updated}T00:00:00Z") == 2


HASH = """
import hashlib, sys
from pathlib import Path
from generator.documents.formats.nhs_jobs.boxes import NHS_JOBS
from generator.documents.formats.nhs_jobs.sheet import write_text
from generator.documents.formats.workbook.workbook import write_workbook
from generator.documents.formats.zip.archive import write_zip
from generator.documents.packs.compose import make_pack
from generator.knowledge.library.loading import load
library, _ = load(Path("data"))
pack = make_pack(library, "link-worker-band-6")
files = {"txt": write_text(pack, library.recruitment[NHS_JOBS]), "xlsx": write_workbook(pack)}
print(hashlib.sha256(write_zip(pack, files)).hexdigest())
"""


@pytest.mark.slow
def test_the_same_bytes_whatever_the_hash_seed_and_time_zone() -> None:
    def run(seed: str, zone: str) -> str:
        surroundings = {**os.environ, "PYTHONHASHSEED": seed, "TZ": zone}
        return subprocess.run(
            [sys.executable, "-c", HASH], cwd=PROJECT, env=surroundings, check=True, capture_output=True, text=True
        ).stdout

    assert run("1", "UTC") == run("2", "Pacific/Auckland")


@pytest.fixture
def recalculated(tmp_path: Path) -> Callable[[Workbook], dict[str, list[list[str]]]]:
    """What LibreOffice Calc works out for a filled workbook, sheet by sheet."""

    def run(book: Workbook) -> dict[str, list[list[str]]]:
        soffice = shutil.which("soffice")
        if not soffice:
            pytest.skip("LibreOffice is not installed")
        book.save(tmp_path / "filled.xlsx")
        form = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1"
        profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
        command = [soffice, "--headless", profile, "--convert-to", form, "--outdir", str(tmp_path), str(tmp_path / "filled.xlsx")]
        subprocess.run(command, check=False, capture_output=True, timeout=120)
        if not (tmp_path / "filled-Decide.csv").is_file():
            pytest.skip("LibreOffice is installed without Calc")
        return {
            path.stem.partition("-")[2]: list(csv.reader(path.read_text(encoding="utf-8").splitlines())) for path in tmp_path.glob("*.csv")
        }

    return run


@pytest.mark.slow
def test_a_filled_workbook_adds_up(recalculated: Callable[[Workbook], dict[str, list[list[str]]]]) -> None:
    book = opened(BAND_7)
    sheet, decide = book["Shortlisting"], book["Decide"]
    levels = [level for _, level in criteria(sheet)]
    musts, wants = levels.count("Essential"), levels.count("Desirable")
    for column, must, want in ((4, 2, 1), (5, 3, 3), (6, 1, None), (7, None, 3)):
        sheet.cell(5, column).value = f"00{column}"
        for row, level in enumerate(levels, FIRST):
            sheet.cell(row, column).value = must if level == "Essential" else want
    sheet.cell(FIRST + 1, 5).value = 0
    decide["E5"], decide["E6"] = "Yes", "Yes"
    found = recalculated(book)
    grid = found["Shortlisting"]
    met = grid[row_of(sheet, "Every essential") - 1]
    assert met[3:8] == ["Yes", "No", "Yes", "Not yet", ""]
    totals = {row[0].partition(",")[0]: row[3:8] for row in grid[row_of(sheet, "Every essential") :]}
    essential, desirable = [musts * 2, musts * 3 - 3, musts, 0], [wants, wants * 3, 0, wants * 3]
    assert totals["Essential criteria"] == [*map(str, essential), ""]
    assert totals["Desirable criteria"] == [*map(str, desirable), ""]
    assert totals["Total"] == [*(str(a + b) for a, b in zip(essential, desirable, strict=True)), ""]
    assert found["Decide"][4][:7] == ["1", "004", "Yes", str(essential[0] + desirable[0]), "Yes", "", "Yes"]
    assert found["Decide"][5][:7] == ["2", "005", "No", str(essential[1] + desirable[1]), "Yes", "", "No: talk"]
    assert found["Decide"][8][:7] == ["5", "", "", "", "", "", ""]
