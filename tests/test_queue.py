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

from generator.knowledge.library.loading import load

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
    assert [cell.value for cell in sheet[1]][:4] == ["id", "look_at", "done_on", "done_by"]
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


# Done


def test_a_service_is_done_with_a_day_and_who(folder: Path, fingerpost: Callable[..., Result]) -> None:
    lay("by-risk", folder)
    result = fingerpost("services", "queue", "--done", "withheld", "--done", "calm", "--by", "Valley team", "--on", "2026-11-20")
    assert "withheld: done on 2026-11-20 by Valley team. Next review: 2027-11-20." in result.output
    old, calm = (load(folder / "data")[0].services[name] for name in ("withheld", "calm"))
    assert (old.assured_by, str(old.assured_on), str(old.phones[0].checked_on)) == ("Valley team", "2026-11-20", "2026-11-20")
    assert str(old.sources[0].read_on) == "2026-11-20"
    assert str(calm.review_after) == "2027-02-20", "a need with danger is due after three months"
    queue = fingerpost("services", "queue").output
    assert "(withheld)" not in queue
    assert ": error: " not in fingerpost("check").output


def test_an_unconfirmed_service_stays_so_until_someone_says_how_sure_they_are(folder: Path, fingerpost: Callable[..., Result]) -> None:
    lay("by-risk", folder)
    result = fingerpost("services", "queue", "--done", "gone", "--by", "Valley team")
    assert "Still to look at: Not confirmed, so no number is shown." in result.output
    assert "no longer in" not in result.output
    assert load(folder / "data")[0].services["gone"].assured_by is None
    fingerpost("services", "queue", "--done", "gone", "--by", "Valley team", "--confidence", "high")
    gone = load(folder / "data")[0].services["gone"]
    assert (gone.assured_by, gone.not_confirmed, gone.guessed) == ("Valley team", [], ["needs"])


def test_a_copied_number_is_the_provider_s_once_it_was_checked(folder: Path, fingerpost: Callable[..., Result]) -> None:
    lay("by-risk", folder)
    path = folder / "data/services/withheld.yaml"
    path.write_text(path.read_text().replace("checked_on", "copied_on").replace("kind: provider", "kind: directory"))
    fingerpost("services", "queue", "--done", "withheld", "--by", "Valley team")
    service = load(folder / "data")[0].services["withheld"]
    assert (str(service.phones[0].checked_on), service.phones[0].copied_on) == ("2026-11-22", None)
    assert [(one.kind, one.title) for one in service.sources][1:] == [("provider", "Old Trust, asked by Valley team")]
    assert ": error: " not in fingerpost("check").output


def test_the_sheet_does_the_same(folder: Path, fingerpost: Callable[..., Result]) -> None:
    lay("by-risk", folder)
    fingerpost("services", "queue", "--to", "queue.csv")
    rows = {row["id"]: row for row in csv.DictReader((folder / "queue.csv").read_text("utf-8-sig").splitlines())}
    rows["withheld"] |= {"done_on": "2026-11-20", "done_by": "Valley team", "url": "https://withheld.example/new"}
    rows["late"] |= {"done_on": "20 November", "done_by": "Valley team"}
    rows["calm"] |= {"done_on": "2026-11-20"}
    with (folder / "queue.csv").open("w", newline="") as file:
        writer = csv.DictWriter(file, list(rows["calm"]))
        writer.writeheader()
        writer.writerows(rows.values())
    by_sheet = fingerpost("services", "import", "queue.csv")
    assert "‘assured_on’: not a day as 2026-04-01, so the row is not done (done_on). The file has ‘20 November’." in by_sheet.output
    assert "‘assured_by’: nobody is named, so the row is not done (done_by)." in by_sheet.output
    services = load(folder / "data")[0].services
    assert (str(services["withheld"].review_after), services["withheld"].url) == ("2027-11-20", "https://withheld.example/new")
    assert services["calm"].assured_on is None
    lay("by-risk", folder)
    path = folder / "data/services/withheld.yaml"
    path.write_text(path.read_text().replace("url: https://withheld.example\n", "url: https://withheld.example/new\n"))
    fingerpost("services", "queue", "--done", "withheld", "--by", "Valley team", "--on", "2026-11-20")
    again = load(folder / "data")[0].services["withheld"]
    assert again.model_dump(mode="json") == services["withheld"].model_dump(mode="json")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["calm"], "Say who checked it"),
        (["calm", "--by", "us", "--on", "soon"], "must be a day"),
        (["calm", "--by", "us", "--on", "2027-01-01"], "in the future"),
        (["calm", "--by", "us", "--confidence", "sure"], "must be high or medium"),
        (["clam", "--by", "us"], "Did you mean ‘calm’?"),
    ],
)
def test_a_review_that_cannot_be(arguments: list[str], said: str, folder: Path, fingerpost: Callable[..., Result]) -> None:
    lay("by-risk", folder)
    result = fingerpost("services", "queue", "--done", *arguments)
    assert result.exit_code == 2
    assert said in " ".join(result.output.split())
