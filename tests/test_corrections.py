"""“Correct this”: what a reader sends is shown first, changes only what they corrected, and never what was changed here since."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from typer.testing import Result

from generator.documents.browser.correction_data import correction_data, correction_record
from generator.knowledge.directory.corrections import shown_fields
from generator.knowledge.library.loading import load
from generator.knowledge.model import Service
from tests.ours import LIBRARY

Run = Callable[..., Result]

SERVICE = """\
id: tea-and-talk
name: Tea and talk
organisation: Tea Trust
summary: A weekly group for lonely people.
needs: [loneliness]
audiences: [everyone]
areas: [valley]
phones:
  # The desk in the hall.
  - number: "0300 123 3393"
    checked_on: 2026-10-01
    source: own
    note: Ask for Pat.
  - number: "0300 123 3394"
    label: For groups
    checked_on: 2026-10-01
    source: own
url: https://tea.example
hours:
  - days: [monday, tuesday]
    opens: "09:00"
    closes: "17:00"
    closed_on_bank_holidays: true
locations:
  - name: The hall
    address: 1 High Street, North Valley
    area: valley
    note: Ring twice.
confidence: high
assured_on: 2026-10-01
assured_by: the team
review_after: 2027-10-01
sources:
  - id: own
    title: Tea Trust
    kind: provider
    url: https://tea.example
    read_on: 2026-10-01
"""


@pytest.fixture
def directory(folder: Path) -> Path:
    """A data folder with one service, confirmed."""
    shutil.copytree(Path(__file__).parent / "cases" / "imports" / "base", folder, dirs_exist_ok=True)
    (folder / "data" / "services").mkdir()
    (folder / "data" / "services" / "tea-and-talk.yaml").write_text(SERVICE, encoding="utf-8")
    return folder


def record(folder: Path) -> Service:
    return load(folder / "data")[0].services["tea-and-talk"]


def correction(folder: Path, file: str = "correction.yaml", /, **fields: Any) -> str:
    """A file as the page makes it: `fields` are what it should be, and what it was is what the page shows now."""
    was = shown_fields(record(folder))
    lines = [
        "# A correction", "correction_of: tea-and-talk", "made_on: 2026-11-30",
        'how_known: "The service told me"', 'sent_by: "Ann, Elm Surgery"',
        "was:", *(f"  {field}: {json.dumps(was[field])}" for field in fields),
        "now:", *(f"  {field}: {json.dumps(value)}" for field, value in fields.items()), "# The correction ends here",
    ]  # fmt: skip
    (folder / file).write_text("\n".join(lines) + "\n", encoding="utf-8")
    return file


NUMBERS = [{"number": "0300 123 3390"}, {"number": "0300 123 3394", "label": "For groups"}]
HOURS = [{"days": ["monday", "tuesday"], "opens": "10:00", "closes": "18:00", "closed_on_bank_holidays": True}]


def test_the_difference_is_shown_and_nothing_is_written(directory: Path, fingerpost: Run) -> None:
    result = fingerpost("services", "import", correction(directory, phones=NUMBERS, hours=HOURS))
    assert result.exit_code == 0
    assert "Ann, Elm Surgery says so. How they know: The service told me" in result.output
    assert '-  - number: "0300 123 3393"\n' in result.output
    assert '+  - number: "0300 123 3390"\n' in result.output
    assert '+    opens: "10:00"\n' in result.output
    assert "Nothing is written yet." in result.output
    assert (directory / "data/services/tea-and-talk.yaml").read_text(encoding="utf-8") == SERVICE


def test_whoever_checked_it_takes_it_and_the_rest_stays(directory: Path, fingerpost: Run) -> None:
    file = correction(directory, phones=NUMBERS, hours=HOURS)
    assert fingerpost("services", "import", file, "--checked-by", "Ben Ash").exit_code == 0
    new, other = record(directory).phones
    source = record(directory).source_of(new.source)
    assert (new.number, other.number, other.source) == ("0300 123 3390", "0300 123 3394", "own")
    assert source is not None
    assert source.title == "Tea Trust, asked by Ben Ash after a correction"
    assert source.read_on == new.checked_on
    assert [(row.opens, row.closed_on_bank_holidays) for row in record(directory).hours] == [("10:00", True)]
    assert record(directory).locations[0].note == "Ring twice."
    assert ": error: " not in fingerpost("check").output
    assert "No field changes." in fingerpost("services", "import", file).output


def test_what_was_changed_here_since_stays_and_is_named(directory: Path, fingerpost: Run) -> None:
    file = correction(directory, url="https://tea.example/theirs", name="Tea and more talk")
    path = directory / "data/services/tea-and-talk.yaml"
    path.write_text(SERVICE.replace("url: https://tea.example\nhours", "url: https://tea.example/ours\nhours"), encoding="utf-8")
    result = fingerpost("services", "import", file, "--checked-by", "Ben Ash")
    assert "tea-and-talk: url: the file has ‘https://tea.example/theirs’" in result.output
    assert (record(directory).url, record(directory).name) == ("https://tea.example/ours", "Tea and more talk")


def test_the_text_of_a_mail_is_read_and_a_mistake_is_named_in_its_line(directory: Path, fingerpost: Run) -> None:
    file = directory / correction(directory, "mail.txt", phones=[{"number": "0300 123"}])
    mail = f"Dear team,\nplease see below: it has moved.\n\n{file.read_text(encoding='utf-8')}\nBest wishes\nAnn: 12"
    file.write_text(mail, encoding="utf-8")
    result = fingerpost("services", "import", "mail.txt")
    assert result.exit_code == 1
    assert "mail.txt:11:" in result.output
    assert "No field changes." not in result.output
    assert "Record ‘tea-and-talk’" in result.output
    file.write_text(file.read_text(encoding="utf-8").replace("how_known", "how_knwon"), encoding="utf-8")
    assert "mail.txt:7:1: error: ‘how_knwon’ is not a key of a correction" in fingerpost("services", "import", "mail.txt").output


def test_a_place_that_is_kept_private_is_not_shown_and_never_comes_in(directory: Path, fingerpost: Run) -> None:
    places = SERVICE[SERVICE.index("locations:") : SERVICE.index("confidence:")]
    hidden = SERVICE.replace(places, "safety:\n  hide_address: true\n  leave_fast: true\n")
    file = correction(directory, places=[{"address": "2 Secret Street, North Valley"}])
    (directory / "data/services/tea-and-talk.yaml").write_text(hidden, encoding="utf-8")
    result = fingerpost("services", "import", file, "--checked-by", "Ben Ash")
    assert "Secret" not in result.output
    assert record(directory).locations == []


def test_only_a_correction_is_taken_by_whoever_checked_it(directory: Path, fingerpost: Run) -> None:
    (directory / "feed.json").write_text('[{"name": "Tea", "url": "https://tea.example"}]', encoding="utf-8")
    assert fingerpost("services", "import", "feed.json", "--checked-by", "Ben Ash").exit_code == 2


def test_the_form_has_the_limits_of_the_schema_and_nothing_that_pages_do_not_show() -> None:
    forms = correction_data(LIBRARY.settings)["forms"]
    schema = Service.model_json_schema()
    assert forms["number"]["pattern"] == schema["$defs"]["Telephone"]["properties"]["number"]["pattern"]
    assert forms["url"]["longest"] == next(one for one in schema["properties"]["url"]["anyOf"] if "maxLength" in one)["maxLength"]
    assert all(set(form) <= {"pattern", "longest", "says"} and ("pattern" not in form or "says" in form) for form in forms.values())
    unsure = next(one for one in LIBRARY.services.values() if one.confidence == "unverified" and one.phones)
    assert unsure.phones[0].number not in correction_record(unsure, detailed=True)
    assert list(json.loads(correction_record(unsure, detailed=False))) == ["name"]
