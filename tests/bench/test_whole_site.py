"""`fingerpost bench site` builds a made-up England and the same pages by MkDocs alone."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from generator.cli import app

PROJECT = Path(__file__).parents[2]


@pytest.mark.slow
def test_every_step_is_measured(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(PROJECT)
    result = CliRunner().invoke(app, ["bench", "site", "--sizes", "30", "--format", "json"])
    assert result.exit_code == 0, result.output
    took = {one["what"]: one for one in json.loads(result.output)["took"]}
    assert len(took) == 6
    assert all(one["seconds"] > 0 and one["cpu"] > 0 and one["memory"] > 20 for one in took.values())
    assert took["nothing changed"]["made"] == took["site from clean"]["made"] > 1
    assert took["nothing changed"]["cpu"] < took["site from clean"]["cpu"]
    assert took["plain MkDocs Material, in navigation"]["made"] > took["plain MkDocs Material, not in navigation"]["made"] > 1


@pytest.mark.parametrize("sizes", ["", "0", "many", "200000"])
def test_sizes_that_cannot_be_measured_are_refused(sizes: str) -> None:
    result = CliRunner().invoke(app, ["bench", "site", "--sizes", sizes])
    assert result.exit_code == 2
    assert "300,3000" in result.output
