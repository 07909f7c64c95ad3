"""What a reader ticked in a list of changes stays when the changes go into another draft, unless they no longer can."""

from __future__ import annotations

from pathlib import Path

from tests.tailor.browser_side import run


def test_ticks_stay_where_they_still_hold_and_come_back(tmp_path: Path) -> None:
    free, met, gone = {"fits": True, "conflict": ""}, {"fits": True, "conflict": "Your words."}, {"fits": False, "conflict": ""}
    file, here = [free] * 5, [free, free, met, gone, met]
    decided = [(0, True, ""), (1, False, ""), (2, True, ""), (3, True, ""), (4, True, "Your words.")]
    ticked = run("ticked", tmp_path, decided=decided, standings=[file, here, file], presets=[False, True, False, False, False])
    assert ticked == [[[True, False, True, True, True], []], [[True, False, False, False, True], [2, 3]], ticked[0]]
