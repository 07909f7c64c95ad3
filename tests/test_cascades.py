"""One mistake, one problem: a file that cannot be read is not called missing by the files that lean on it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

KINDS = ["roles/guide-band-4", "person-specifications/guide-band-4", "sources/handbook", "clauses/safety", "frameworks/contract"]
SINGLE = ["pay/2026-27", "crisis/crisis", "settings/site"]

WAYS: dict[str, Callable[[Path], object]] = {
    "broken": lambda path: path.write_text("id: [\n"),
    "empty": lambda path: path.write_text(""),
    "a list": lambda path: path.write_text("- id\n"),
    "unknown key": lambda path: path.write_text(f"unknown_key: 1\n{path.read_text()}"),
    "other id": lambda path: path.write_text(path.read_text().replace(f"id: {path.stem}", "id: other", 1)),
    "not utf-8": lambda path: path.write_bytes(b"\xff"),
    "other ending": lambda path: path.rename(path.with_suffix(".yml")),
    "in a folder of its own": lambda path: (path.with_suffix("").mkdir(), path.rename(path.with_suffix("") / path.name)),
    "mistyped folder": lambda path: path.parent.rename(path.parent.with_name(f"{path.parent.name}s")),
    "broken link": lambda path: (path.unlink(), path.symlink_to("nowhere")),
}


@pytest.mark.quick_cases(every=3)
@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("name", KINDS + SINGLE)
def test_one_spoilt_file_is_one_problem(name: str, way: str, folder: Path, fingerpost: Callable[..., Result]) -> None:
    WAYS[way](folder / "data" / f"{name}.yaml")
    result = fingerpost("check")
    assert result.exit_code == 1
    assert result.output.endswith("\n\n1 error.\n"), result.output


def test_a_mistyped_key_is_not_a_missing_one_too(folder: Path, fingerpost: Callable[..., Result]) -> None:
    path = folder / "data/roles/guide-band-4.yaml"
    path.write_text(path.read_text().replace("summary:", "sumary:").replace("works_with:", "Works with:"))
    assert fingerpost("check").output.endswith("\n\n2 errors.\n")


def test_problems_of_many_files_are_told_in_one_pass(folder: Path, fingerpost: Callable[..., Result]) -> None:
    """A broken file of settings does not hide what is wrong elsewhere, in form or in meaning."""
    (folder / "data/settings/site.yaml").write_text("id: site\n\ttitle: x\n")
    for name, old, new in (("clauses/safety", "[handbook]", "[handbok]"), ("frameworks/contract", "title:", "titel:")):
        path = folder / f"data/{name}.yaml"
        path.write_text(path.read_text().replace(old, new, 1))
    output = fingerpost("check").output
    assert [code for code in ("yaml-tab", "reference-unknown", "key-unknown") if f"[{code}]" in output] == [
        "yaml-tab",
        "reference-unknown",
        "key-unknown",
    ]
    assert output.endswith("\n\n3 errors.\n")
