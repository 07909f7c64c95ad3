"""What was printed before is kept within bounds, and not believed; how long printing takes is said."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.publishing.printing.pack_cache import PackCache
from generator.publishing.printing.rate import Rate

KEYS = [f"{number:064x}" for number in range(3)]
CONTENT = b"%PDF-1.7 a pack " * 6


def names(folder: Path) -> list[str]:
    """The keys of what is kept, by their numbers."""
    return sorted(str(int(path.name.split("-")[0], 16)) for path in folder.iterdir())


def test_what_was_not_used_for_longest_goes_first(tmp_path: Path) -> None:
    for day, key in enumerate(KEYS):
        os.utime(PackCache(tmp_path).put(key, "pdf", CONTENT), (day, day))
    size = len(CONTENT)
    assert PackCache(tmp_path).get(KEYS[0], "pdf")
    assert PackCache(tmp_path).trim(2 * size) == 1
    assert names(tmp_path) == ["0", "2"]
    assert PackCache(tmp_path).trim(2 * size - 1) == 1
    assert names(tmp_path) == ["0"]
    assert PackCache(tmp_path).trim(2 * size - 1) == PackCache(tmp_path / "missing").trim(0) == 0


def test_what_is_not_there_is_not_found(tmp_path: Path) -> None:
    assert PackCache(tmp_path / "missing").get(KEYS[0], "pdf") is None


DAMAGE: dict[str, Callable[[Path], object]] = {
    "empty": lambda file: file.write_bytes(b""),
    "cut": lambda file: file.write_bytes(CONTENT[:-1]),
    "a byte": lambda file: file.write_bytes(b"#" + CONTENT[1:]),
    "gone": lambda file: file.unlink(),
    "a folder": lambda file: (file.unlink(), file.mkdir(), (file / "x").write_text("x")),
    "a pipe": lambda file: (file.unlink(), os.mkfifo(file)),
    "a link": lambda file: (file.rename(file.with_name("moved")), file.symlink_to("moved")),
    "a loop": lambda file: (file.unlink(), file.symlink_to(file)),
    "another key": lambda file: file.rename(file.with_name(file.name.replace(KEYS[1], KEYS[0]))),
}


@pytest.mark.parametrize("what", DAMAGE)
def test_what_is_not_whole_is_made_anew(tmp_path: Path, what: str) -> None:
    DAMAGE[what](PackCache(tmp_path).put(KEYS[1], "pdf", CONTENT))
    cache = PackCache(tmp_path)
    assert cache.get(KEYS[0], "pdf") is None
    assert cache.get(KEYS[1], "pdf") is None
    cache.put(KEYS[1], "pdf", CONTENT)
    for again in (cache, PackCache(tmp_path)):
        kept = again.get(KEYS[1], "pdf")
        assert kept is not None
        assert kept.read_bytes() == CONTENT


def test_a_file_in_place_of_the_folder_is_in_nobodys_way(tmp_path: Path) -> None:
    (tmp_path / "packs").write_text("x")
    assert PackCache(tmp_path / "packs").get(KEYS[0], "pdf") is None
    assert PackCache(tmp_path / "packs").put(KEYS[0], "pdf", CONTENT).read_bytes() == CONTENT


def test_the_rate_and_the_time_left_are_told_once_they_mean_something() -> None:
    times = iter([0.0, 1.0, 10.0, 1000.0, 1001.0])
    rate = Rate(4, lambda: next(times))
    assert [rate.one_more() for _ in range(4)] == [
        "1 of 4",
        "2 of 4, 0.2 a second, 10 s left",
        "3 of 4, 0.0 a second, 6 min left",
        "4 of 4",
    ]
