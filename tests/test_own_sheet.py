"""Our own sheet, edited as people and their programs edit it: a cell that was changed is changed, and nothing else is."""

from __future__ import annotations

import datetime
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from typer.testing import Result

from generator.knowledge.library.loading import load

CASES = Path(__file__).parent / "cases" / "imports"
TEA = """\
id: tea
name: Tea and talk
organisation: Tea Trust
summary: A weekly group.
needs: [loneliness]
audiences: [everyone]
areas: [valley]
min_age: 18
phones:
  - {number: "020 7946 0601", label: Jo, checked_on: 2026-10-01, source: own}
url: https://tea.example
confidence: high
assured_on: 2026-10-01
assured_by: Ann
review_after: 2027-10-01
sources:
  - {id: own, title: Its own page, kind: provider, url: "https://tea.example", read_on: 2026-10-01}
"""
SHED = TEA.replace("id: tea", "id: shed").replace("Tea and talk", "Shed")


@pytest.fixture
def area(folder: Path, fingerpost: Callable[..., Result]) -> Path:
    """An area with two services, and its sheet `ours.xlsx`."""
    shutil.copytree(CASES / "base", folder, dirs_exist_ok=True)
    (folder / "data" / "services").mkdir()
    for name, text in (("tea", TEA), ("shed", SHED)):
        (folder / "data" / "services" / f"{name}.yaml").write_text(text, encoding="utf-8")
    assert fingerpost("services", "export", "ours.xlsx").exit_code == 0
    return folder


Edit = Callable[[Any, Callable[[str], Any]], None]


def edited(area: Path, fingerpost: Callable[..., Result], edit: Edit) -> tuple[dict[str, Any], str]:
    """The fields that differ after a sheet was edited and imported, each of a service as `tea.name`, and what was said."""
    saved(area, edit)
    return imported(area, fingerpost)


def saved(area: Path, edit: Edit) -> None:
    """The sheet after an edit."""
    book = load_workbook(area / "ours.xlsx", rich_text=True)
    sheet = book["Services"]
    columns = {cell.value: at for at, cell in enumerate(sheet[1], 1)}
    rows = {sheet.cell(row, columns["id"]).value: row for row in (2, 3)}
    edit(sheet, lambda name: sheet.cell(rows["tea"], columns[name]))
    book.save(area / "ours.xlsx")


def imported(area: Path, fingerpost: Callable[..., Result]) -> tuple[dict[str, Any], str]:
    before = {name: service.model_dump(mode="json") for name, service in load(area / "data")[0].services.items()}
    result = fingerpost("services", "import", "ours.xlsx")
    after = {name: service.model_dump(mode="json") for name, service in load(area / "data")[0].services.items()}
    assert set(after) >= set(before)
    new: dict[str, Any] = dict.fromkeys(set(after) - set(before), "new")
    fields = {f"{name}.{key}": after[name][key] for name in before for key in before[name] if before[name][key] != after[name][key]}
    return new | fields, result.output


def put(name: str, value: Any, form: str = "General") -> Edit:
    def edit(_: Any, cell: Callable[[str], Any]) -> None:
        cell(name).value = value
        cell(name).number_format = form

    return edit


STRICT = b"http://purl.oclc.org/ooxml/spreadsheetml/main"
RICH = CellRichText("Every ", TextBlock(InlineFont(b=True), "Monday"), ".")


@pytest.mark.parametrize(
    ("edit", "changed"),
    [
        pytest.param(put("review_after", datetime.datetime(2028, 1, 2), "dd/mm/yyyy"), {"tea.review_after": "2028-01-02"}, id="date"),
        pytest.param(put("review_after", 46754), {"tea.review_after": "2028-01-02"}, id="serial"),
        pytest.param(put("review_after", "2/1/2028"), {"tea.review_after": "2028-01-02"}, id="date-as-text"),
        pytest.param(put("review_after", "2 Jan 2028"), {"tea.review_after": "2028-01-02"}, id="date-in-words"),
        pytest.param(put("min_age", 21), {"tea.min_age": 21}, id="number"),
        pytest.param(put("min_age", 21.0), {"tea.min_age": 21}, id="float"),
        pytest.param(put("min_age", "21"), {"tea.min_age": 21}, id="number-as-text"),
        pytest.param(put("min_age", 18.0), {}, id="same-number"),
        pytest.param(put("review_after", datetime.date(2027, 10, 1), "dd mmm yy"), {}, id="same-date"),
        pytest.param(put("summary", RICH), {"tea.summary": "Every Monday."}, id="rich-text"),
        pytest.param(put("summary", CellRichText("A weekly ", TextBlock(InlineFont(b=True), "group"), ".")), {}, id="same-in-bold"),
        pytest.param(put("summary", " A weekly group. "), {}, id="spaces"),
        pytest.param(put("summary", "Weekly.\r\n"), {"tea.summary": "Weekly."}, id="carriage-return"),
        pytest.param(put("needs", "Loneliness"), {}, id="same-by-title"),
        pytest.param(put("needs", "COUNSELLING "), {"tea.needs": ["counselling"]}, id="title"),
        pytest.param(put("needs", "Counselling, Loneliness"), {"tea.needs": ["counselling", "loneliness"]}, id="titles"),
        pytest.param(put("audiences", "Unpaid carers"), {"tea.audiences": ["carers"]}, id="audience-by-title"),
        pytest.param(put("areas", "Mill Town"), {"tea.areas": ["mill-town"]}, id="area-by-title"),
        pytest.param(put("phones", "Jo 020 79460601"), {}, id="same-number-typed-alone"),
        pytest.param(put("phones", "020 7946 0699"), {}, id="number-without-its-day"),
        pytest.param(put("name", "=A1"), {}, id="formula"),
    ],
)  # fmt: skip
def test_one_cell(edit: Edit, changed: dict[str, Any], area: Path, fingerpost: Callable[..., Result]) -> None:
    found, said = edited(area, fingerpost, edit)
    assert found == changed, said


def test_a_number_of_a_row_that_says_who_checked_it(area: Path, fingerpost: Callable[..., Result]) -> None:
    def edit(sheet: Any, cell: Callable[[str], Any]) -> None:
        cell("phones").value = "020 7946 0699"
        for name, value in (("done_on", "2026-11-20"), ("done_by", "Ann")):
            sheet.cell(1, sheet.max_column + 1).value = name
            sheet.cell(cell("phones").row, sheet.max_column).value = value

    found, said = edited(area, fingerpost, edit)
    assert [(one["number"], one["checked_on"], one["source"]) for one in found["tea.phones"]] == [("020 7946 0699", "2026-11-20", "own")], (
        said
    )
    assert {name.partition(".")[0] for name in found} == {"tea"}


def test_hidden_rows_merged_cells_and_columns_in_another_order_change_nothing_else(area: Path, fingerpost: Callable[..., Result]) -> None:
    def edit(sheet: Any, cell: Callable[[str], Any]) -> None:
        sheet.row_dimensions[2].hidden = sheet.row_dimensions[3].hidden = True
        sheet.merge_cells(start_row=6, start_column=1, end_row=6, end_column=4)
        at = cell("summary").column
        sheet.move_range(f"{sheet.cell(1, at).column_letter}1:{sheet.cell(1, at).column_letter}3", cols=sheet.max_column + 2 - at)
        sheet.delete_cols(at)

    found, said = edited(area, fingerpost, edit)
    assert found == {}, said


def test_a_changed_id_is_told_as_a_likely_new_name(area: Path, fingerpost: Callable[..., Result]) -> None:
    def edit(_: Any, cell: Callable[[str], Any]) -> None:
        cell("id").value = "tea-and-talk"
        cell("summary").value = "Every Monday."

    found, said = edited(area, fingerpost, edit)
    assert found == {"tea.summary": "Every Monday."}
    assert "fingerpost services rename tea tea-and-talk" in said


@pytest.mark.parametrize("above", [False, True])
def test_a_copied_row_with_an_id_of_its_own_is_a_new_service(above: bool, area: Path, fingerpost: Callable[..., Result]) -> None:
    def edit(sheet: Any, cell: Callable[[str], Any]) -> None:
        row = cell("id").row
        values = [one.value for one in sheet[row]]
        sheet.insert_rows(2 if above else 4)
        for column, value in enumerate(values, 1):
            sheet.cell(2 if above else 4, column).value = value
        sheet.cell(2 if above else 4, 1).value = "tea-two"

    found, said = edited(area, fingerpost, edit)
    assert found == {"tea-two": "new"}, said


def test_saved_as_strict_open_xml(area: Path, fingerpost: Callable[..., Result]) -> None:
    saved(area, put("min_age", 21))
    with zipfile.ZipFile(area / "ours.xlsx") as packed:
        parts = {name: packed.read(name) for name in packed.namelist()}
    with zipfile.ZipFile(area / "ours.xlsx", "w") as written:
        for name, content in parts.items():
            written.writestr(name, content.replace(b"http://schemas.openxmlformats.org/spreadsheetml/2006/main", STRICT))
    found, said = imported(area, fingerpost)
    assert found == {"tea.min_age": 21}, said


def test_a_plain_list_four_times_with_edits_between(area: Path, fingerpost: Callable[..., Result]) -> None:
    """A list without ids: what changed there comes in, what was written here stays, a second one of the name is its own."""
    heading = "Name,Organisation,Description,Phone,Email\n"
    row = "Choir,Song Trust,{0},{1},choir@song.example\n"
    other = "Choir,Other Trust,Another choir.,020 7946 0633,other@song.example\n"

    def bring(*rows: str) -> str:
        (area / "list.csv").write_text(heading + "".join(rows), encoding="utf-8")
        return fingerpost("services", "import", "list.csv", "--feed", "List").output

    def choirs() -> dict[str, Any]:
        return {name: one for name, one in load(area / "data")[0].services.items() if "choir" in name}

    bring(row.format("We sing.", "020 7946 0631"), other)
    assert sorted(choirs()) == ["choir", "choir-other-tr"]
    bring(row.format("We sing loud.", "020 7946 0631"), other)
    assert choirs()["choir"].summary == "We sing loud."
    path = area / "data" / "services" / "choir.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("We sing loud.", "A choir for all."), encoding="utf-8")
    said = bring(row.format("We sing softly.", "020 7946 0632"), other)
    assert (choirs()["choir"].summary, choirs()["choir"].phones[0].number) == ("A choir for all.", "020 7946 0632"), said
    assert "Added: 0" in bring(other, row.format("We sing softly.", "020 7946 0632"))
    assert len(choirs()) == 2


def test_rows_of_one_name_all_come_in(area: Path, fingerpost: Callable[..., Result]) -> None:
    rows = "".join(f"Stay and play,Tots,{town},07400 12345{n}\n" for n, town in enumerate(("Elm", "Oak", "Ash", "Ash")))
    (area / "list.csv").write_text("Name,Organisation,Description,Phone\n" + rows, encoding="utf-8")
    assert "Added: 4" in fingerpost("services", "import", "list.csv").output
    assert "Added: 0" in fingerpost("services", "import", "list.csv").output


def test_headings_of_open_data(area: Path, fingerpost: Callable[..., Result]) -> None:
    """Lists of places, the hours of each day in a column, nothing said in words, a site of an organisation, quotes after a space."""
    days = ",".join(f"opening_hours_{day}" for day in ("monday", "tuesday", "wednesday"))
    (area / "pharmacies.csv").write_text(
        f"pharmacy_name,address,postcode,{days},email\nOld Chemist,1 High St,NV1 1AA,09:00-17:00,CLOSED,09:00-17:00,NA\n", encoding="utf-8"
    )
    (area / "sites.csv").write_text(
        "organisation_name,location_name,phone_number,email\nFood Aid,,020 7946 0641,\nFood Aid,St Ann’s,020 7946 0642,not known\n",
        encoding="utf-8",
    )
    (area / "libraries.csv").write_text("service,name,email\nBury,Ainsworth Library,a@bury.example\n", encoding="utf-8")
    (area / "spaced.csv").write_text(
        '"Organization Name", "Address", "Phone"\n"Tea, Ltd", "1 High St, NV1 1AA", "020 7946 0643"\n', encoding="utf-8"
    )
    for name in ("pharmacies", "sites", "libraries", "spaced"):
        assert fingerpost("services", "import", f"{name}.csv").exit_code == 0, name
    found = load(area / "data")[0].services
    assert [(row.days, row.opens) for row in found["old-chemist"].hours] == [(["monday"], "09:00"), (["wednesday"], "09:00")]
    assert {"food-aid", "ainsworth-library", "tea-ltd"} <= set(found)
    assert any(one.phones and one.phones[0].number == "020 7946 0642" for one in found.values())


def test_a_long_name_is_cut_at_a_word(area: Path, fingerpost: Callable[..., Result]) -> None:
    name = "The association of friends of the neighbourhood centre for wellbeing of Milltown"
    (area / "list.csv").write_text(f"Name,Email\n{name},a@b.example\n", encoding="utf-8")
    fingerpost("services", "import", "list.csv")
    assert "the-association-of-friends-of-the-neighbourhood-centre-for" in load(area / "data")[0].services
