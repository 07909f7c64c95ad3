"""`fingerpost new service`: a file that says what is still to be written and chosen, and whose notes can be used as they stand."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

from generator.knowledge.library.loading import load

CASES = Path(__file__).parent / "cases" / "imports"
NAME = "example-helpline"
FILE = f"data/services/{NAME}.yaml"


@pytest.fixture
def directory(folder: Path) -> Path:
    shutil.copytree(CASES / "base", folder, dirs_exist_ok=True)
    return folder


def test_a_new_service_has_only_texts_to_write_and_choices_to_make(directory: Path, fingerpost: Callable[..., Result]) -> None:
    before = fingerpost("check").output.count(f"{NAME}.yaml")
    result = fingerpost("new", "service", NAME)
    assert result.exit_code == 0
    assert result.output.splitlines()[0] == FILE
    text = (directory / FILE).read_text(encoding="utf-8")
    assert text.startswith("# yaml-language-server: $schema=../schemas/service.json\n")
    checked = fingerpost("check")
    assert checked.exit_code == 1
    told = [line for line in checked.output.splitlines() if line.startswith(FILE)]
    assert before == 0
    codes = [line.rpartition(" ")[2] for line in told]
    assert all(": error: " in line for line in told)
    assert codes.count("[placeholder-left]") == text.count('"[')
    assert codes.count("[choice-left]") == 3
    assert set(codes) == {"[placeholder-left]", "[choice-left]", "[service-unreachable]"}
    built = fingerpost("build", "--no-packs")
    assert built.exit_code == 1
    assert not (directory / "site").exists()
    service = load(directory / "data")[0].services[NAME]
    assert "crisis" not in service.needs
    assert (service.confidence, service.review_after.isoformat()) == ("unverified", "2027-02-22")


def test_every_note_can_be_used_as_it_stands(directory: Path, fingerpost: Callable[..., Result]) -> None:
    fingerpost("new", "service", "another-service")
    fingerpost("new", "service", NAME)
    text = (directory / FILE).read_text(encoding="utf-8")
    # A note with a colon after its first word is a field, and what is further in belongs to it.
    used = re.sub(r"(?m)^( *)# (?=(?:[a-z_]+:( |$)|  +(?:- )?[A-Za-z]))(?!url: https://$)", r"\1", text)
    used = re.sub(r"(?m)^(closed_on|replaced_by|alert|safety|  hide_address|  leave_fast).*\n", "", used).replace("# - ", "- ")
    assert used != text
    used = used.replace("choose-a-need", "loneliness").replace("choose-an-audience", "everyone").replace("choose-an-area", "valley")
    (directory / FILE).write_text(used, encoding="utf-8")
    checked = fingerpost("check")
    wrong = [line for line in checked.output.splitlines() if line.startswith(FILE) and "[placeholder-left]" not in line]
    # Nobody can publish the example: it is a number for plays and films, and a mailbox that nobody has.
    assert [line.rpartition(" ")[2] for line in wrong] == ["[number-invalid]", "[stand-in-left]"]
    service = load(directory / "data")[0].services[NAME]
    assert service.phones[0].number == "01632 960 001"
    assert service.locations[0].area == service.areas[0]
    assert service.hours[0].closes == "17:00"


@pytest.mark.parametrize("name", ["../x", "Link Worker", "a--b", "", "x" * 71])
def test_what_is_no_id_is_refused(name: str, directory: Path, fingerpost: Callable[..., Result]) -> None:
    result = fingerpost("new", "service", "--", name)
    assert result.exit_code == 2
    assert "cannot be an id" in result.output
    assert not (directory / "data" / "services").exists()


def test_nothing_is_written_over(directory: Path, fingerpost: Callable[..., Result]) -> None:
    (directory / "data" / "services").mkdir()
    (directory / FILE).write_text("mine")
    assert fingerpost("new", "service", NAME).exit_code == 2
    assert (directory / FILE).read_text() == "mine"
