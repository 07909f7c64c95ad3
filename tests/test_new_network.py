"""`fingerpost new network`: a file with nothing wrong but what is still to be written, and with ids that are really there."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

from generator.knowledge.library.loading import load
from generator.knowledge.model import Overlay

WRITTEN = "data/networks/north-valley.yaml"


def codes(result: Result) -> list[str]:
    return re.findall(r"^data/.*\[([a-z-]+)\]$", result.output, re.MULTILINE)


def test_a_new_network_has_only_texts_to_write(folder: Path, fingerpost: Callable[..., Result]) -> None:
    result = fingerpost("new", "network", "north-valley")
    assert result.exit_code == 0
    assert result.output.splitlines()[0] == WRITTEN
    text = (folder / WRITTEN).read_text(encoding="utf-8")
    assert text.startswith("# yaml-language-server: $schema=../schemas/network.json\n")
    assert text.endswith("\n")
    assert "\n\n" not in text
    checked = fingerpost("check")
    assert checked.exit_code == 1
    found = codes(checked)
    assert set(found) == {"placeholder-left", "network-code-missing", "stand-in-left"}
    assert found.count("placeholder-left") == text.count('"[')


def test_the_file_says_that_reasons_can_be_read_by_anyone(folder: Path, fingerpost: Callable[..., Result]) -> None:
    fingerpost("new", "network", "north-valley")
    lines = (folder / WRITTEN).read_text(encoding="utf-8").splitlines()
    told = [number for number, line in enumerate(lines) if "reasons are public" in line]
    reasons = [number for number, line in enumerate(lines) if re.match(r"\s*#\s+because:", line)]
    assert len(told) == 1
    assert told[0] < min(reasons)


def test_every_comment_can_be_used(folder: Path, fingerpost: Callable[..., Result]) -> None:
    """With the # taken away from each of them, the file still has no error: the ids and the forms are right."""
    fingerpost("new", "network", "north-valley")
    path = folder / WRITTEN
    used = re.sub(r"^( *)# (( *)(- )?[a-z_]+:|( *)- )", r"\1\2", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
    path.write_text(used, encoding="utf-8")
    checked = fingerpost("check")
    wrong = [line for line in checked.output.splitlines() if ": error: " in line]
    assert all(line.endswith("[placeholder-left]") for line in wrong), checked.output
    library, report = load(folder / "data")
    assert not len(report)
    overlay = library.networks["north-valley"].roles[0]
    for name in ("add_sections", "add", "add_criteria", "drop", "move", "rename", "reword", "drop_clauses", "accept", "vacancies"):
        assert getattr(overlay, name), name
    assert {"add", "drop", "require"} <= Overlay.model_fields.keys() & overlay.model_fields_set


@pytest.mark.parametrize("name", ["../x", "North Valley", "", "x" * 71])
def test_what_is_no_id_is_refused(name: str, folder: Path, fingerpost: Callable[..., Result]) -> None:
    result = fingerpost("new", "network", "--", name)
    assert result.exit_code == 2
    assert "cannot be an id" in result.output
    assert not (folder / "data/networks").exists()


def test_nothing_is_written_over(folder: Path, fingerpost: Callable[..., Result]) -> None:
    (folder / "data/networks").mkdir()
    (folder / WRITTEN).write_text("mine")
    result = fingerpost("new", "network", "north-valley")
    assert result.exit_code == 2
    assert "exists already" in result.output
    assert (folder / WRITTEN).read_text() == "mine"


def test_a_library_without_roles_has_a_network_without_roles(folder: Path, fingerpost: Callable[..., Result]) -> None:
    for kind in ("roles", "person-specifications"):
        for path in (folder / "data" / kind).iterdir():
            path.unlink()
    assert fingerpost("new", "network", "north-valley").exit_code == 0
    assert "roles: []" in (folder / WRITTEN).read_text(encoding="utf-8")
