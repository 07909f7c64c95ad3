"""What was printed before is kept within bounds; how long printing takes is said."""

from __future__ import annotations

import os
from pathlib import Path

from generator.publishing.printing.kept import trim, used
from generator.publishing.printing.rate import Rate


def test_what_was_not_used_for_longest_goes_first(tmp_path: Path) -> None:
    for day, name in enumerate(("old", "used", "new")):
        (tmp_path / name).write_bytes(bytes(100))
        os.utime(tmp_path / name, (day, day))
    assert used(tmp_path / "used")
    assert trim(tmp_path, 200) == 1
    assert sorted(path.name for path in tmp_path.iterdir()) == ["new", "used"]
    assert trim(tmp_path, 199) == 1
    assert [path.name for path in tmp_path.iterdir()] == ["used"]
    assert trim(tmp_path, 199) == trim(tmp_path / "missing") == 0


def test_what_is_not_there_is_not_used(tmp_path: Path) -> None:
    assert not used(tmp_path / "missing")


def test_the_rate_and_the_time_left_are_told_once_they_mean_something() -> None:
    times = iter([0.0, 1.0, 10.0, 1000.0, 1001.0])
    rate = Rate(4, lambda: next(times))
    assert [rate.one_more() for _ in range(4)] == [
        "1 of 4",
        "2 of 4, 0.2 a second, 10 s left",
        "3 of 4, 0.0 a second, 6 min left",
        "4 of 4",
    ]
