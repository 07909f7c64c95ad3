"""What `fingerpost bench packs` refuses, and others beside it. What it measures is in `test_missing.py`, on a machine with little."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

Run = Callable[..., Result]


def test_a_format_that_there_is_not(folder: Path, fingerpost: Run) -> None:
    result = fingerpost("bench", "packs", "--format", "xml")
    assert result.exit_code == 2
    assert "table, json" in result.output


def test_data_with_errors_is_told(folder: Path, fingerpost: Run) -> None:
    for path in (folder / "data" / "roles").glob("*.yaml"):
        path.write_text("id: broken\n")
    result = fingerpost("bench", "packs")
    assert result.exit_code == 1
    assert "Nothing stops" not in result.output


@pytest.mark.slow
def test_peers_make_the_same_packs_in_the_same_run(folder: Path, fingerpost: Run) -> None:
    result = fingerpost("bench", "packs", "--documents", "2", "--orders", "1", "--peers", "1", "--format", "json")
    assert result.exit_code == 0, result.output
    ours, naive, *_ = json.loads(result.output)["peers"]
    assert (ours["name"], ours["ours"]) == ("Fingerpost", 1)
    assert naive["cpu"] > 0
    assert naive["ours"] == pytest.approx(ours["cpu"] / naive["cpu"], abs=0.02)
    assert 0.9 < naive["size"] / ours["size"] < 1.2
