"""What Windows lacks, no part of the program needs: everything loads, a site is built, and it is the same to the last byte."""

from __future__ import annotations

import filecmp
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from generator.bench.commands import Failed, make_project, measure_command
from generator.machine import processes
from generator.problems import Stopped
from generator.publishing.disk import lock as locks
from tests.publishing.conftest import BUILD, ENVIRONMENT, PROJECT, project

LACKING = Path(__file__).resolve().parents[1] / "without_posix"
WINDOWS = {**ENVIRONMENT, "PYTHONPATH": os.pathsep.join((str(LACKING), str(PROJECT))), "PYTHONWARNDEFAULTENCODING": "1"}

LOAD_ALL = """
import importlib, os, pkgutil, sys
assert not hasattr(os, "fork") and sys.modules["fcntl"] is None
import generator
names = [found.name for found in pkgutil.walk_packages(generator.__path__, "generator.")]
failed = []
for name in names:
    if name != "generator.__main__":
        try:
            importlib.import_module(name)
        except Exception as error:
            failed.append(f"{name}: {error!r}")
print(len(names), *failed, sep="\\n")
"""


@pytest.mark.slow
def test_every_module_loads() -> None:
    ran = subprocess.run(
        [sys.executable, "-c", LOAD_ALL], cwd=PROJECT, env=WINDOWS, capture_output=True, text=True, timeout=120, check=False
    )
    assert ran.returncode == 0, ran.stderr
    count, *failed = ran.stdout.splitlines()
    assert failed == []
    assert int(count) > 300


def same(one: filecmp.dircmp[str]) -> bool:
    return not (one.left_only or one.right_only or one.diff_files or one.funny_files) and all(map(same, one.subdirs.values()))


@pytest.mark.slow
@pytest.mark.parametrize("workers", ["1", "2"])
def test_a_site_is_the_same_where_there_is_no_fork(workers: str, small_project: Path, tmp_path: Path) -> None:
    area = tmp_path / "area"
    project(area)
    for _ in range(2):  # the second takes the place of the first
        asked = [*BUILD, "--workers", workers]
        ran = subprocess.run(asked, cwd=area, env=WINDOWS, capture_output=True, text=True, timeout=280, check=False)
        assert ran.returncode == 0, ran.stdout + ran.stderr
        assert "Traceback" not in ran.stderr
        assert same(filecmp.dircmp(small_project / "site", area / "site"))
        assert [path.name for path in area.iterdir() if path.name.startswith(".site")] == []


class Locked:
    """Windows' way to lock a part of a file, as far as it is used."""

    LK_NBLCK = 2
    held: set[int]

    def __init__(self) -> None:
        self.held = set()

    def locking(self, file: int, way: int, size: int) -> None:
        assert (way, size) == (self.LK_NBLCK, 1)
        if self.held:
            raise PermissionError(13, "Permission denied")
        self.held.add(file)


@contextmanager
def on_windows(monkeypatch: pytest.MonkeyPatch, lock: Any) -> Iterator[None]:
    with monkeypatch.context() as patched:
        patched.setattr(locks, "fcntl", None)
        patched.setattr(locks, "msvcrt", lock)
        yield


def test_two_builds_wait_for_each_other_by_the_lock_of_windows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lock = Locked()
    with on_windows(monkeypatch, lock), locks.build_lock(tmp_path / "build", lambda _: None):
        assert (tmp_path / "build" / ".lock").read_text() == f"{os.getpid()}\n"
        with pytest.raises(Stopped), locks.build_lock(tmp_path / "build", lambda _: None, wait=0):
            pass


def test_without_any_lock_a_build_goes_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with on_windows(monkeypatch, None), locks.build_lock(tmp_path / "build", lambda _: None):
        pass


class Kernel:
    """The three calls of Windows that say whether a process is there."""

    def __init__(self, code: int | None, error: int = 87) -> None:
        self.code, self.error, self.closed = code, error, 0

    def OpenProcess(self, rights: int, inherit: bool, process: int) -> int:  # noqa: N802
        assert (rights, inherit) == (0x1000, False)
        return 0 if self.code is None else 44

    def GetLastError(self) -> int:  # noqa: N802
        return self.error

    def GetExitCodeProcess(self, handle: int, found: Any) -> int:  # noqa: N802
        assert handle == 44
        found._obj.value = self.code
        return 1

    def CloseHandle(self, handle: int) -> None:  # noqa: N802
        self.closed = handle


@pytest.mark.parametrize(("kernel", "runs"), [(Kernel(259), True), (Kernel(0), False), (Kernel(None), False), (Kernel(None, 5), True)])
def test_whether_a_process_runs_is_asked_without_a_signal(kernel: Kernel, runs: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    """On Windows signal 0 is Ctrl-C: it would end the build that asks."""
    monkeypatch.delattr(os, "fork")
    monkeypatch.setattr(os, "kill", lambda *_: pytest.fail("no signal is sent"))
    monkeypatch.setattr(processes.ctypes, "windll", SimpleNamespace(kernel32=kernel), raising=False)
    assert processes.is_running(4321) is runs
    assert kernel.closed == (0 if kernel.code is None else 44)


def test_what_cannot_be_measured_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(os, "wait4")
    with pytest.raises(Failed, match="WSL"):
        make_project(PROJECT, tmp_path, 1, 1)
    with pytest.raises(Failed, match="WSL"):
        measure_command("nothing", 1, ["true"], tmp_path, None)


def test_where_nobody_can_say_a_process_counts_as_running(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(os, "fork")
    assert processes.is_running(4321)
