"""What people have written reaches the disk before it takes the place of what was there."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

from generator.machine import atomic_write
from generator.machine.atomic_write import FEW, remove, replace_file, write_all, write_whole

Seen = list[tuple[str, str]]


@pytest.fixture
def seen(monkeypatch: pytest.MonkeyPatch) -> Seen:
    """What reaches the disk and what is put in place, in order."""
    events: Seen = []
    sync, replace, whole = os.fsync, os.replace, atomic_write.sync_disk_of

    def fsync(number: int) -> None:
        events.append(("on disk", str(Path(f"/proc/self/fd/{number}").readlink())))
        sync(number)

    def put(source: Path | str, target: Path | str) -> None:
        events.append(("in place", str(Path(source).absolute())))
        replace(source, target)

    def disk(folder: Path) -> None:
        events.extend(("on disk", str(part.absolute())) for part in folder.parent.rglob("*.part"))
        whole(folder)

    monkeypatch.setattr(os, "fsync", fsync)
    monkeypatch.setattr(os, "replace", put)
    monkeypatch.setattr(atomic_write, "sync_disk_of", disk)
    return events


@pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="the name of an open file is only found in /proc")
@pytest.mark.parametrize("command", [("new", "role", "x-band-4"), ("schema", "--out", "schemas"), ("services", "export", "all.json")])
def test_what_a_command_writes_is_on_the_disk_first(
    folder: Path, fingerpost: Callable[..., Result], seen: Seen, command: tuple[str, ...]
) -> None:
    assert fingerpost(*command).exit_code == 0
    put = [name for what, name in seen if what == "in place"]
    assert put
    for name in put:
        assert seen.index(("on disk", name)) < seen.index(("in place", name))
        assert ("on disk", str(Path(name).parent)) in seen[seen.index(("in place", name)) :], "and then its new name"


@pytest.mark.parametrize("count", [2, FEW + 2])
def test_files_are_changed_only_when_all_are_written(tmp_path: Path, count: int) -> None:
    files = {tmp_path / f"{number}.yaml": b"new" for number in range(count)}
    for path in files:
        path.write_bytes(b"old")
    (tmp_path / "in-the-way").write_text("x")
    with pytest.raises(OSError, match="in-the-way"):
        write_all({**files, tmp_path / "in-the-way" / "last.yaml": b"new"})
    assert {path.read_bytes() for path in files} == {b"old"}
    assert len(list(tmp_path.iterdir())) == count + 1
    write_all(files)
    assert {path.read_bytes() for path in files} == {b"new"}


def test_a_file_of_somebody_is_never_replaced_by_removing_a_folder(tmp_path: Path) -> None:
    (tmp_path / "letters" / "to-keep").mkdir(parents=True)
    with pytest.raises(OSError, match="letters"):
        write_whole(tmp_path / "letters", b"x")
    assert (tmp_path / "letters" / "to-keep").is_dir()
    assert [path.name for path in tmp_path.iterdir()] == ["letters"]


def test_what_is_in_the_way_of_a_file_of_our_own_goes(tmp_path: Path) -> None:
    (tmp_path / "cache").symlink_to("nowhere")
    replace_file(tmp_path / "cache" / "entry", b"1")
    remove(tmp_path / "cache" / "entry")
    (tmp_path / "cache" / "entry").mkdir()
    replace_file(tmp_path / "cache" / "entry", b"2")
    assert (tmp_path / "cache" / "entry").read_bytes() == b"2"
