"""`fingerpost check` remembers what it found, says the same with and without, and believes only what is whole and its own."""

from __future__ import annotations

import json
import shutil
import sqlite3
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from typer.testing import Result

import generator.checks
from generator.checks import check_library, danger, read_alone, wording
from generator.checks.clean_services import CleanServices
from generator.checks.memory import Memory
from generator.knowledge.library.loading import load
from generator.knowledge.reading.pages import read_pages
from generator.problems import Place, Problem
from generator.problems.stored import problems_as_bytes, problems_in
from generator.publishing.disk.cache import Cache
from generator.publishing.disk.remembering import program, recalling
from tests.conftest import CASES, TODAY

Run = Callable[..., Result]
Edit = Callable[[Path], object]


class Worked(Exception):
    """Something was done that had been done before."""


@pytest.fixture
def kept(folder: Path) -> Path:
    """A folder in which a build has begun the caches, with something to find in a service, a role and a page."""
    (folder / ".cache").mkdir()
    (folder / "content").mkdir(exist_ok=True)
    (folder / "content" / "a-page.md").write_text("---\ntitle: A page\ndescription: A page.\n---\n\nThe mentally ill.\n")
    shutil.copytree(CASES.parents[1] / "data" / "wording", folder / "data" / "wording", dirs_exist_ok=True)
    shutil.copytree(CASES / "imports" / "base" / "data", folder / "data", dirs_exist_ok=True)
    (folder / "data" / "services").mkdir()
    service(folder).write_text(SERVICE, encoding="utf-8")
    return folder


SERVICE = """\
id: tea
name: Tea and talk
organisation: Tea Trust
summary: A weekly group for lonely people.
needs: [loneliness]
audiences: [everyone]
areas: [valley]
url: https://tea.example
status: active
sources:
  - id: page
    title: Tea Trust
    kind: provider
    url: https://tea.example
    read_on: 2026-11-01
review_after: 2027-02-01
assured_on: 2026-11-01
assured_by: Us
confidence: high
"""


@pytest.fixture
def dangers(kept: Path) -> Path:
    """The same, with our words of danger. Trying their examples takes half a second."""
    shutil.copytree(CASES.parents[1] / "data" / "danger", kept / "data" / "danger")
    return kept


def service(folder: Path) -> Path:
    return folder / "data" / "services" / "tea.yaml"


def replaced(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


EDITS: dict[str, Edit] = {
    "nothing": lambda folder: None,
    "a service": lambda folder: replaced(service(folder), "summary: ", "summary: Committed suicide. "),
    "a page": lambda folder: replaced(folder / "content" / "a-page.md", "ill", "ill and lunatics"),
    "a page that is new": lambda folder: shutil.copy(folder / "content" / "a-page.md", folder / "content" / "other.md"),
    "a rule": lambda folder: next((folder / "data" / "wording").glob("*.yaml")).unlink(),
    "a stray file": lambda folder: (folder / "data" / "services" / "notes.txt").write_text("x"),
    "a folder": lambda folder: (folder / "data" / "servces").mkdir(),
    "a link": lambda folder: (folder / "data" / "services" / "b.yaml").symlink_to("/nowhere"),
    "a service that is gone": lambda folder: service(folder).unlink(),
}


@pytest.mark.parametrize("what", EDITS)
def test_the_same_is_found_with_and_without(what: str, kept: Path, fingerpost: Run) -> None:
    fingerpost("check")
    EDITS[what](kept)
    with_memory = [fingerpost("check", "--format", "json").output for _ in range(2)]
    shutil.rmtree(kept / ".cache")
    assert with_memory == [fingerpost("check", "--format", "json").output] * 2
    assert not (kept / ".cache").exists()


def test_nothing_is_read_or_checked_again_where_nothing_changed(kept: Path, fingerpost: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    first = fingerpost("check")
    monkeypatch.setattr(generator.checks, "check_library", forbidden)
    assert fingerpost("check").output == first.output
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(TODAY) + 86_400))
    with pytest.raises(Worked):
        fingerpost("check")


def forbidden(*_: object, **__: object) -> None:
    raise Worked


def test_after_an_edit_only_what_it_touches_is_checked(dangers: Path, fingerpost: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    fingerpost("check")
    replaced(service(dangers), "summary: ", "summary: Here. ")
    monkeypatch.setattr(danger, "examples_not_held", forbidden)
    monkeypatch.setattr(wording, "page_words_right", forbidden)
    fingerpost("check")
    replaced(dangers / "data" / "danger" / "self.yaml", "examples: [", "examples: [tea with my aunt, ")
    with pytest.raises(Worked):
        fingerpost("check")


def swapped(file: Path) -> None:
    """Every entry gets the content of the first."""
    with sqlite3.connect(file) as kept:
        kept.execute("UPDATE made SET content = (SELECT content FROM made LIMIT 1)")


def test_a_number_is_unknown_once_no_other_service_has_it(kept: Path, fingerpost: Run) -> None:
    """A file that did not change may have a problem because of another."""
    replaced(service(kept), "summary: ", "summary: Call 020 7946 0601. ")
    other = kept / "data" / "services" / "other.yaml"
    phone = 'phones:\n  - number: "020 7946 0601"\n    checked_on: 2026-11-01\n    source: page\n'
    other.write_text(SERVICE.replace("id: tea", "id: other").replace("status:", f"{phone}status:"), encoding="utf-8")
    assert "[number-in-text]" not in fingerpost("check").output
    replaced(other, phone, "")
    assert "data/services/tea.yaml:4:" in next(line for line in fingerpost("check").output.splitlines() if "[number-in-text]" in line)


def test_only_services_that_changed_or_had_problems_are_looked_at(kept: Path, tmp_path: Path) -> None:
    (kept / "data" / "services" / "bad.yaml").write_text(SERVICE.replace("id: tea", "id: bad").replace("[valley]", "[choose-an-area]"))
    (kept / "data" / "services" / "good.yaml").write_text(SERVICE.replace("id: tea", "id: good").replace("tea.example", "www.nhs.uk"))
    for edited, left in ((False, {"bad", "good", "tea"}), (True, {"bad", "tea"})):
        if edited:
            replaced(service(kept), "lonely people", "anyone")
        cache = Cache(tmp_path / "pages.sqlite")
        library, _ = load(kept / "data", recall=recalling(cache))
        memory = Memory(cache, b"program")
        assert set(CleanServices.of(library, memory, memory.key("services alone", read_alone(library))).to_check) == left
        check_library(library, date(2026, 11, 22), (), memory)
        cache.close()


DAMAGE: dict[str, Edit] = {
    "cut": lambda file: file.write_bytes(file.read_bytes()[:5000]),
    "other bytes": lambda file: file.write_bytes(b"\x00" * 9000),
    "a folder": lambda file: file.rename(file.with_name("moved")).with_name("checks.sqlite").mkdir(),
    "an entry of another": swapped,
}


@pytest.mark.parametrize("what", DAMAGE)
def test_what_is_not_whole_is_not_believed(what: str, kept: Path, fingerpost: Run) -> None:
    before = fingerpost("check").output
    DAMAGE[what](kept / ".cache" / "checks.sqlite")
    assert [fingerpost("check").output for _ in range(2)] == [before] * 2


PROBLEM = Problem("number-invalid", "error", "‘1’ is no number.", "Cure.", Place("data/a.yaml", 3, 4, "   1", 1))


def test_problems_come_back_as_they_went() -> None:
    assert problems_in(problems_as_bytes([PROBLEM, PROBLEM])) == [PROBLEM, PROBLEM]
    assert problems_in(problems_as_bytes([])) == []


@pytest.mark.parametrize(
    "content",
    [b"", b"\xff", b"{}", b"1", b"[1]", b"[[]]", b"[" * 100_000]
    + [json.dumps([row]).encode() for row in (
        ["no-code", "error", "", "", "f", 1, 1, "", 1],
        ["number-invalid", "fatal", "", "", "f", 1, 1, "", 1],
        ["number-invalid", "error", "", "", "f", True, 1, "", 1],
        ["number-invalid", "error", "", "", "f", 1, 1, "", 1, 1],
    )],
)  # fmt: skip
def test_anything_else_is_no_list_of_problems(content: bytes) -> None:
    assert problems_in(content) is None


def test_a_memory_changes_nothing_that_is_found(kept: Path, tmp_path: Path) -> None:
    """The checks as a build runs them: from files that are remembered, twice in one cache."""
    EDITS["a service"](kept)
    day = date(2026, 11, 22)
    pages, _ = read_pages(kept / "content")
    bare, _ = load(kept / "data")
    expected = list(check_library(bare, day, pages))
    for _ in range(2):
        cache = Cache(tmp_path / "pages.sqlite")
        library, _problems = load(kept / "data", recall=recalling(cache))
        assert list(check_library(library, day, pages, Memory(cache, program()))) == expected
        cache.close()
    assert {"wording-contested"} <= {problem.code for problem in expected}
