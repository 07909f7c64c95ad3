"""`fingerpost services queue`: what to look at next, with reasons, as a list, a sheet and a page."""

from __future__ import annotations

import csv
import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import load_workbook
from typer.testing import Result

from generator.knowledge.library.library import load

CASES = Path(__file__).parent / "cases" / "queue"
ARGUMENTS = {"by-risk": ["--opened", "opened.csv"]}


def lay(case: str, folder: Path) -> None:
    shutil.copytree(CASES / case, folder, dirs_exist_ok=True)


@pytest.mark.parametrize("case", sorted(path.parent.name for path in CASES.glob("*/expected.txt")))
def test_case(case: str, folder: Path, fingerpost: Callable[..., Result], golden: Callable[[Path, str], None]) -> None:
    lay(case, folder)
    result = fingerpost("services", "queue", *ARGUMENTS.get(case, []))
    golden(CASES / case / "expected.txt", result.output)
    assert result.exit_code == 0


def test_the_sheet_is_filled_in_and_comes_back(folder: Path, fingerpost: Callable[..., Result]) -> None:
    lay("by-risk", folder)
    assert "3 services to look at" in fingerpost("services", "queue", "--to", "queue.csv", "--first", "3").output
    rows = list(csv.DictReader((folder / "queue.csv").read_text("utf-8-sig").splitlines()))
    assert [row["id"] for row in rows] == ["calm", "gone", "withheld"]
    assert "Withheld from every list" in rows[2]["look_at"]
    rows[2] |= {"review_after": "2027-05-01", "sources": rows[2]["sources"].replace("2024-06-01", "2026-11-22"), "look_at": "Done by me."}
    with (folder / "queue.csv").open("w", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    result = fingerpost("services", "import", "queue.csv")
    assert "withheld: review_after, sources" in result.output
    assert "No longer in the file: 0" in result.output, "a queue is no whole directory"
    assert "warning" not in result.output
    assert load(folder / "data")[0].services["withheld"].review_after.isoformat() == "2027-05-01"


def test_the_sheet_as_a_workbook(folder: Path, fingerpost: Callable[..., Result]) -> None:
    lay("by-risk", folder)
    assert fingerpost("services", "queue", "--to", "queue.xlsx").exit_code == 0
    sheet = load_workbook(folder / "queue.xlsx")["Services"]
    assert [cell.value for cell in sheet[1]][:2] == ["id", "look_at"]
    assert "Unchanged: 7" in fingerpost("services", "import", "queue.xlsx").output


@pytest.mark.parametrize(("arguments", "said"), [(["--to", "queue.json"], ".csv, .xlsx"), (["--opened", "none.csv"], "cannot be read")])
def test_wrong_use(arguments: list[str], said: str, folder: Path, fingerpost: Callable[..., Result]) -> None:
    result = fingerpost("services", "queue", *arguments)
    assert result.exit_code == 2
    assert said in " ".join(result.output.split())


def test_a_service_that_left_its_feed_is_asked_about_until_it_is_back(folder: Path, fingerpost: Callable[..., Result]) -> None:
    lay("nothing", folder)
    records = [
        {"id": f"1111111{n}-1111-4111-8111-111111111111", "name": name, "description": "A group for lonely people.", "url": "https://a.example"}
        for n, name in enumerate(["Choir", "Knitting"])
    ]

    def take(count: int) -> None:
        (folder / "feed.json").write_text(json.dumps(records[:count]))
        assert fingerpost("services", "import", "feed.json", "--area", "valley").exit_code == 0

    take(2)
    before = (folder / "data" / "services" / "knitting.yaml").read_text()
    take(1)
    assert "It was no longer in feed.json on 22 November 2026. Does it still exist?" in fingerpost("services", "queue").output
    take(1)
    take(2)
    assert (folder / "data" / "services" / "knitting.yaml").read_text() == before
