"""Every case in `cases/invalid`: files laid over the smallest data folder, and what `fingerpost check` then says."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from hostile_files import HOSTILE
from typer.testing import Result

from generator.problems import RULES

CASES = Path(__file__).parent / "cases"
INVALID = sorted(path.parent for path in (CASES / "invalid").glob("*/expected.txt"))

ELSEWHERE = {
    "engine-failed": "the site engine stops, not the data",
    "export-too-long": "an export stops, not the data",
    "pack-not-printed": "the printing stops, not the data",
    "worker-silent": "a process does not answer, not the data",
    "dask-missing": "other machines print, not the data",
    "scheduler-silent": "other machines print, not the data",
    "workers-gone": "other machines print, not the data",
    "worker-differs": "other machines print, not the data",
    "reference-doc-refused": "a file that lends its look is not data",
    "attachment-too-large": "files are measured when they are printed",
    "advert-text-cut": "a text is cut when it is printed",
    "advert-text-refused": "a text is measured when it is printed",
    "document-cut": "a document that is reviewed is not data",
    "document-empty": "a document that is reviewed is not data",
    "document-fault": "a document that is reviewed is not data",
    "import-sheet-unread": "a workbook is no file of text",
    "draft-of-nothing": "a Word file that came home is not data",
    "draft-damaged": "a Word file that came home is not data",
    "draft-of-base-role": "a Word file that came home is not data",
    "draft-carries-nothing": "a file that a draft left in is not data",
    "draft-of-other-role": "a file that a draft left in is not data",
    "earlier-misfit": "a file that a draft left in is not data",
    "earlier-edited": "a file that a draft left in is not data",
    "draft-not-word": "a Word file that came home is not data",
    "document-locked": "a document that is reviewed is not data",
    "document-no-job": "a document that a role is made from is not data",
    "document-old": "a document that is reviewed is not data",
    "document-picture": "a document that is reviewed is not data",
    "document-too-large": "a document that is reviewed is not data",
    "document-unknown": "a document that is reviewed is not data",
    "document-unreadable": "a document that is reviewed is not data",
    "front-matter-broken": "hand-written pages are not data",
    "template-broken": "templates are not data",
    "page-outside": "hand-written pages are not data",
    "page-name-refused": "hand-written pages are not data",
    "not-written": "the disk says no, not the data",
    "out-not-a-site": "it is about where the site goes",
    "build-day-wrong": "the environment is wrong, not the data",
    "build-under-way": "another build is in the way, not the data",
}
"""Rules that no data folder can break, each with the reason."""


def lay_over(case: Path, folder: Path) -> None:
    """Put a case's files over a data folder, and take away what its `removed.txt` names."""
    if (case / "data").is_dir():
        shutil.copytree(case / "data", folder / "data", dirs_exist_ok=True)
    for name in (case / "removed.txt").read_text().split() if (case / "removed.txt").is_file() else []:
        path = folder / name
        shutil.rmtree(path) if path.is_dir() else path.unlink()


@pytest.mark.parametrize("case", [pytest.param(case, id=case.name) for case in INVALID])
def test_case(case: Path, folder: Path, fingerpost: Callable[..., Result], golden: Callable[[Path, str], None]) -> None:
    lay_over(case, folder)
    result = fingerpost("check")
    golden(case / "expected.txt", result.output)
    assert result.exit_code == (1 if ": error: " in result.output else 0)
    named = max((code for code in RULES if f"{case.name}-".startswith(f"{code}-")), key=len)
    assert f"[{named}]" in result.output


def test_the_smallest_folder_is_clean(folder: Path, fingerpost: Callable[..., Result]) -> None:
    result = fingerpost("check")
    assert result.output == "No problems found.\n"
    assert result.exit_code == 0


def test_every_rule_has_a_case() -> None:
    imports = sorted(path.parent for path in (CASES / "imports").glob("*/expected.txt"))
    golden_texts = "".join((case / "expected.txt").read_text(encoding="utf-8") for case in [*INVALID, *imports])
    shown = {code for code in RULES if f"[{code}]" in golden_texts} | {hostile.code for hostile in HOSTILE}
    assert set(RULES) - shown == set(ELSEWHERE)


def test_a_build_stops_and_leaves_the_site_as_it_was(folder: Path, fingerpost: Callable[..., Result]) -> None:
    lay_over(CASES / "invalid" / "key-twice", folder)
    (folder / "site").mkdir()
    (folder / "site" / "index.html").write_text("the last good site")
    result = fingerpost("build")
    assert result.exit_code == 1
    assert "[key-twice]" in result.output
    assert [(p.name, p.read_text()) for p in (folder / "site").iterdir()] == [("index.html", "the last good site")]
