"""A folder that is filled file by file ends as one that is filled at once: with exactly these files, whatever was there."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.publishing.disk.files import Filling, put

FILES: dict[str, bytes | Path] = {"a.md": b"a", "b/c.md": b"c", "d": b"d", "B.md": b"new"}

BEFORE: dict[str, dict[str, bytes | Path]] = {
    "nothing": {},
    "the same": FILES,
    "other words": {"a.md": b"other", "b/c.md": b"other"},
    "a file in place of a folder": {"b": b"a file"},
    "a folder in place of a file": {"d/e/f.md": b"f", "a.md/g.md": b"g"},
    "names in other letters": {"b.md": b"old", "A.md": b"old"},
    "more": {"gone.md": b"gone", "b/gone.md": b"gone", ".keep": b""},
}


def files_of(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file() and path.name != ".keep"}


@pytest.mark.parametrize("before", BEFORE)
def test_file_by_file_is_the_same_as_at_once(tmp_path: Path, before: str) -> None:
    put(tmp_path, BEFORE[before])
    filling = Filling(tmp_path)
    for name, content in FILES.items():
        filling.put(name, content)
    filling.remove_others(FILES)
    assert files_of(tmp_path) == FILES
    assert not [path for path in tmp_path.rglob("*") if path.is_dir() and not any(path.iterdir())]
    assert (filling.changed == 0) is (before == "the same")
    assert put(tmp_path, FILES) == 0
