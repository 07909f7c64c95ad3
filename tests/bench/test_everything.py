"""Bare `fingerpost bench` measures everything, at several sizes, and says what it left out."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

Run = Callable[..., Result]

PROJECT = Path(__file__).parents[2]


@pytest.mark.slow
def test_everything_at_its_own_size(monkeypatch: pytest.MonkeyPatch, fingerpost: Run) -> None:
    monkeypatch.chdir(PROJECT)
    result = fingerpost("bench", "--scale", "1", "--format", "json")
    assert result.exit_code == 0, result.output
    found = json.loads(result.output)
    assert found["machine"]["cores"] >= 1
    assert {"packs from clean", "packs, nothing changed", "packs, one network changed"} < {row["what"] for row in found["packs"]}
    for row in [*found["packs"], *found["site"]]:
        assert min(row["seconds"], row["cpu"], row["memory"]) > 0
        assert ("ours" in row) is bool(row["beside"])
    assert sum(bool(row["beside"]) for row in found["site"]) == 2
    assert [speed["name"] for speed in found["search"]["speeds"]][:2] == ["Fingerpost", "Material"]
    assert found["wording"]["recall"] > 0.9
    assert any("Typst" in said for said in found["left_out"]) is not any(row["what"].startswith("Typst") for row in found["packs"])
    assert any("Pagefind" in said for said in found["left_out"]) is not any(one["name"] == "Pagefind" for one in found["search"]["speeds"])


@pytest.mark.parametrize("scale", ["", "0", "ten", "1,,10"])
def test_scales_that_are_none(folder: Path, fingerpost: Run, scale: str) -> None:
    result = fingerpost("bench", "--scale", scale)
    assert result.exit_code == 2
    assert "1,10,100" in result.output


def test_a_format_that_there_is_not(folder: Path, fingerpost: Run) -> None:
    assert fingerpost("bench", "--format", "xml").exit_code == 2


def test_data_with_errors_is_told(folder: Path, fingerpost: Run) -> None:
    (next((folder / "data" / "roles").glob("*.yaml"))).write_text("id: broken\n")
    result = fingerpost("bench", "--scale", "1")
    assert result.exit_code == 1
    assert "field-missing" in result.output
