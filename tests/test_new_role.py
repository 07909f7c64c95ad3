"""`fingerpost new role`: files with nothing wrong but what is still to be written, and a template that can be changed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

ROLE = "peer-worker-band-4"
WRITTEN = [f"data/roles/{ROLE}.yaml", f"data/person-specifications/{ROLE}.yaml", f"data/sources/{ROLE}-draft.yaml"]


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_new_role_has_only_texts_to_write(folder: Path, fingerpost: Callable[..., Result]) -> None:
    before = files(folder)
    result = fingerpost("new", "role", ROLE)
    assert result.exit_code == 0
    assert result.output.splitlines()[:3] == WRITTEN
    after = files(folder)
    assert {name: after[name] for name in before} == before
    assert sorted(set(after) - set(before)) == sorted(WRITTEN)
    for name in WRITTEN:
        text = after[name].decode()
        kind = name.split("/")[1].removesuffix("s")
        assert text.startswith(f"# yaml-language-server: $schema=../schemas/{kind}.json\n")
        assert text.endswith("\n")
        assert "{" not in text
    checked = fingerpost("check")
    assert checked.exit_code == 1
    told = [line for line in checked.output.splitlines() if line.startswith("data/")]
    assert told
    assert all(": error: " in line and line.endswith("[placeholder-left]") for line in told)
    assert len(told) == sum(after[name].count(b'"[') for name in WRITTEN)


def test_a_half_written_role_is_printed_for_its_writer_and_never_published(folder: Path, fingerpost: Callable[..., Result]) -> None:
    fingerpost("new", "role", ROLE)
    built = fingerpost("build", "--no-packs")
    assert built.exit_code == 1
    assert "‘[The job title, as it is advertised]’ is still to be replaced. [placeholder-left]" in built.output
    assert "keep this file outside the data folder." in built.output
    assert not (folder / "site").exists()
    assert fingerpost("pack", ROLE, "--to", "docx").exit_code == 0


@pytest.mark.parametrize(("name", "band"), [("a-band-4", "band: 4"), ("a-band-8a", "band: 4"), ("a", "band: 4"), ("x" * 70, "band: 4")])
def test_the_band_is_one_with_pay(name: str, band: str, folder: Path, fingerpost: Callable[..., Result]) -> None:
    assert fingerpost("new", "role", name).exit_code == 0
    assert band in (folder / f"data/roles/{name}.yaml").read_text().splitlines()
    told = [line for line in fingerpost("check").output.splitlines() if line.startswith("data/")]
    assert all(line.endswith("[placeholder-left]") for line in told)


@pytest.mark.parametrize("name", ["../x", "a/b", "Link Worker", "a--b", "-a", "a.yaml", "", "é", "x" * 71, "a\n"])
def test_what_is_no_id_is_refused(name: str, folder: Path, fingerpost: Callable[..., Result]) -> None:
    before, around = files(folder), sorted(folder.parent.iterdir())
    result = fingerpost("new", "role", "--", name)
    assert result.exit_code == 2
    assert "cannot be an id" in result.output
    assert files(folder) == before
    assert sorted(folder.parent.iterdir()) == around


@pytest.mark.parametrize("name", WRITTEN)
def test_nothing_is_written_over(name: str, folder: Path, fingerpost: Callable[..., Result]) -> None:
    (folder / name).write_text("mine")
    before = files(folder)
    result = fingerpost("new", "role", ROLE)
    assert result.exit_code == 2
    assert "exists already" in result.output
    assert files(folder) == before


def test_without_a_data_folder(folder: Path, fingerpost: Callable[..., Result]) -> None:
    result = fingerpost("new", "role", ROLE, "--data", "elsewhere")
    assert result.exit_code == 1
    assert "elsewhere: error: There is no folder ‘elsewhere’. [folder-missing]" in result.output
    assert not (folder / "elsewhere").exists()


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("id: {{ id }}\n{% if %}\n", 2),
        ("id: {{ id }}\n\n{{ nothing }}\n", 3),
        ("id: {{ id\n", 1),
        ("\n{{ id | no_filter }}\n", 2),
        ("\n{% include 'not-there' %}\n", 2),
        ("\n{{ 1 / 0 }}\n", 2),
    ],
)
def test_a_template_with_a_mistake_is_told_by_file_and_line(text: str, line: int, folder: Path, fingerpost: Callable[..., Result]) -> None:
    (folder / "templates/new").mkdir(parents=True)
    (folder / "templates/new/role.yaml.j2").write_text(text)
    before = files(folder)
    result = fingerpost("new", "role", ROLE, "--templates", "templates")
    assert result.exit_code == 1
    assert result.output.startswith(f"templates/new/role.yaml.j2:{line}:1: error: The template has a mistake: ")
    assert "[template-broken]" in result.output
    assert files(folder) == before
