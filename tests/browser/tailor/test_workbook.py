"""The shortlisting workbook of drafts that leave a level or a stage without criteria: the same as the command's, cell by cell."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import openpyxl
import pytest
import yaml
from openpyxl.worksheet.worksheet import Worksheet
from playwright.sync_api import Page, expect

from generator.documents.formats.workbook.workbook import write_workbook
from generator.documents.packs.compose import make_network_pack
from generator.knowledge.drafts.carried import from_properties, read_carried
from generator.knowledge.model import Network
from generator.machine.clock import today
from tests.browser.tailor.maker import BAND_7, Maker
from tests.browser.tailor.test_whole import cells_of
from tests.ours import LIBRARY

pytestmark = pytest.mark.browser

CRITERIA = [criterion for category in LIBRARY.specifications[BAND_7].categories for criterion in category.criteria]
CASES: dict[str, Callable[[Any], bool]] = {
    "no desirable": lambda criterion: criterion.level == "desirable",
    "no essential": lambda criterion: criterion.level == "essential",
    "nothing at interview": lambda criterion: bool({"interview", "test"} & set(criterion.assessed_by)),
    "nothing in applications": lambda criterion: "application" in criterion.assessed_by,
    "one certificate": lambda criterion: "certificate" in criterion.assessed_by and criterion.level == "essential",
}


def draft(gone: Callable[[Any], bool]) -> dict[str, Any]:
    """The file of a fictional network that leaves criteria out."""
    day = today().isoformat()
    overlay = {"role": BAND_7, "version": "2.0", "updated": day, "review_by": day}
    drop = [{"id": criterion.id, "because": "Not here."} for criterion in CRITERIA if gone(criterion)]
    return {
        "id": "north-valley", "name": "North Valley", "status": "fictional", "profile": ["Two practices."], "populations_as_of": "today",
        "practices": [{"ods_code": "A12345", "name": "Mill Surgery", "population": 10}], "updated": day,
        "employer": {"name": "Mill Surgery", "kind": "practice", "disability_confident": True}, "roles": [{**overlay, "drop": drop}],
    }  # fmt: skip


@pytest.mark.quick_cases("one certificate")
@pytest.mark.parametrize("case", CASES)
def test_the_workbook_is_the_command_s(case: str, look: Callable[..., Page], tmp_path: Path) -> None:
    maker = Maker(look(path=f"tailor/{BAND_7}/"))
    value = draft(CASES[case])
    file = tmp_path / "north-valley.yaml"
    file.write_text(yaml.safe_dump(value), encoding="utf-8")
    maker.open(file)
    expect(maker.field("Network’s name")).to_have_value("North Valley")
    made = maker.download("workbook", tmp_path)
    network = Network.model_validate(value)
    theirs = write_workbook(make_network_pack(LIBRARY, network, 0, today()))
    (tmp_path / "theirs.xlsx").write_bytes(theirs)
    assert cells_of(made) == cells_of(tmp_path / "theirs.xlsx")
    mine, other = openpyxl.load_workbook(made), openpyxl.load_workbook(BytesIO(theirs))
    assert [marked(sheet) for sheet in mine] == [marked(sheet) for sheet in other]
    assert names(mine) == names(other)
    with ZipFile(made) as one, ZipFile(BytesIO(theirs)) as two:
        assert len(one.namelist()) == len(two.namelist())
    carried = read_carried(from_properties({prop.name: str(prop.value) for prop in mine.custom_doc_props.props}) or "")
    assert carried["network"]["id"] == "north-valley"


def marked(sheet: Worksheet) -> list[tuple[str, list[str | None]]]:
    """Where a sheet marks what stands in it, and by which rules."""
    return [(str(found.sqref), [rule.type for rule in found.rules]) for found in sheet.conditional_formatting]


def names(book: openpyxl.Workbook) -> dict[str, str]:
    """What each name of a workbook stands for."""
    found = {name: value.attr_text for name, value in book.defined_names.items()}
    return found | {f"{sheet.title}!{name}": value.attr_text for sheet in book for name, value in sheet.defined_names.items()}
