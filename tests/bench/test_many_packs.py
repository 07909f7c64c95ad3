"""`fingerpost bench packs --networks` prints the packs of many made-up networks, again, and after one change."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

from generator.bench.commands import Measurement, compared_with_ours, rows_as_figures
from generator.bench.fictional_data import make_fictional_data
from generator.bench.many_packs import CHANGED, ONE, packs_in, packs_of
from generator.bench.peers import PLAIN_WEASYPRINT

Run = Callable[..., Result]

DATA = Path(__file__).parents[2] / "data"


@pytest.mark.slow
def test_every_step_is_measured_by_a_process_of_its_own(folder: Path) -> None:
    took = {row.what: row for row in packs_of(folder, lambda _: None)}
    assert [row.count for row in took.values()][:3] == [2, 2, 1]
    assert all(row.seconds > 0 and row.cpu > 0 and row.memory > 20 and row.made > 0 for row in took.values())
    assert took["packs, nothing changed"].made == took["packs from clean"].made
    assert took["packs, nothing changed"].cpu < took["packs from clean"].cpu
    assert took[PLAIN_WEASYPRINT].beside == ONE
    assert sorted(path.suffix for path in (folder / "packs").iterdir()) == [".docx", ".pdf"]


@pytest.mark.slow
def test_made_up_networks_recruit_to_every_role(tmp_path: Path) -> None:
    make_fictional_data(DATA, tmp_path / "data", 0, 6)
    assert packs_in(tmp_path / "data") == 3 + 6 * 3
    shutil.rmtree(tmp_path / "data" / "networks")
    assert packs_in(tmp_path / "data") == 3


def test_a_peer_is_held_against_ours_of_the_same_size() -> None:
    rows = [
        Measurement("ours", 2, 1, 4, 50, 1),
        Measurement("ours", 8, 1, 80, 50, 1),
        Measurement("peer", 4, 1, 16, 50, 1, "ours"),
        Measurement("peer", 8, 1, 16, 50, 1, "ours"),
    ]
    with pytest.raises(KeyError):
        list(compared_with_ours(rows))
    assert [times for _, times in compared_with_ours([*rows[:2], rows[3]])] == [None, None, 5.0]
    assert "ours" not in rows_as_figures(rows[:2])[0]


@pytest.mark.parametrize("networks", ["0", "many", "3,x", "-1"])
def test_numbers_that_are_none(folder: Path, fingerpost: Run, networks: str) -> None:
    result = fingerpost("bench", "packs", "--networks", networks)
    assert result.exit_code == 2
    assert "100,1250" in result.output


@pytest.mark.slow
def test_one_network_changed(monkeypatch: pytest.MonkeyPatch, fingerpost: Run) -> None:
    monkeypatch.chdir(DATA.parent)
    result = fingerpost("bench", "packs", "--networks", "3")
    assert result.exit_code == 0, result.output
    rows = {line[:46].strip(): line[46:].split() for line in result.output.splitlines()[1:-1]}
    assert {row[0] for name, row in rows.items() if name.startswith("packs")} == {"24"}
    seconds = {name: float(row[2]) for name, row in rows.items()}
    assert seconds["packs, nothing changed"] < seconds[CHANGED] < seconds["packs from clean"]
