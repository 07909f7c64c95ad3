"""A build that is ended in any way, at any moment, leaves no process behind, and the next one begins at once."""

from __future__ import annotations

import fcntl
import os
import pty
import random
import select
import shutil
import signal
import subprocess
import sys
import termios
import time
from collections.abc import Callable
from pathlib import Path
from uuid import uuid4

import pytest

from generator.bench.world import make_world
from tests.browser.conftest import PROJECT
from tests.publishing.conftest import BUILD, ENVIRONMENT, build, project
from tests.publishing.test_memory import DIRECTORY

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="processes are only looked for in /proc")

QUICK = (*BUILD, "--no-packs")
SOON = 5.0
"""Seconds after which nothing of an ended build may be there."""

PIPE = 65_536
"""Bytes that a pipe holds on Linux: a child that sends more waits for its reader."""

RUN = "FINGERPOST_TEST_RUN"
"""Every process of a build has this in its environment."""

End = Callable[[subprocess.Popen[bytes], int], object]


def signalled(number: signal.Signals, *, everyone: bool = False) -> End:
    """Sent to the command alone, as `kill` does, or to all of its group, as a terminal does."""
    return lambda process, _: os.killpg(process.pid, number) if everyone else process.send_signal(number)


ENDS: dict[str, End] = {
    "SIGTERM": signalled(signal.SIGTERM),
    "SIGHUP": signalled(signal.SIGHUP),
    "SIGINT": signalled(signal.SIGINT),
    "SIGKILL of the parent alone": signalled(signal.SIGKILL),
    "Ctrl-C": signalled(signal.SIGINT, everyone=True),
    "a closed terminal": lambda _, terminal: os.close(terminal),
}


def project_of(area: Path, services: int) -> Path:
    """A small project with so many services, built once. Its feed is larger than a pipe."""
    project(area)
    for kind, names in DIRECTORY.items():
        (area / "data" / kind).mkdir()
        for name in names:
            shutil.copy(PROJECT / "data" / kind / f"{name}.yaml", area / "data" / kind)
    few = (area / "data").rename(area / "few")
    make_world(few, area / "data", services, 0)
    ran = build(area, "--no-packs")
    assert ran.returncode == 0, ran.stdout
    assert sum(path.stat().st_size for path in (area / "site" / "openreferral").rglob("*")) > 4 * PIPE
    return area


def ended(area: Path, end: End, seconds: float) -> None:
    """A build on a terminal of its own, ended after some time. Nothing of it is there soon, and nobody holds the lock."""
    run = str(uuid4())
    terminal, its_side = pty.openpty()
    process = subprocess.Popen(
        QUICK, cwd=area, env={**ENVIRONMENT, RUN: run}, stdin=its_side, stdout=its_side, stderr=its_side, start_new_session=True,
        preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0),  # noqa: PLW1509  it holds no lock
    )  # fmt: skip
    os.close(its_side)
    until = time.monotonic() + seconds
    while (left := until - time.monotonic()) > 0 and process.poll() is None:
        if select.select([terminal], [], [], left)[0]:
            try:
                os.read(terminal, 4096)
            except OSError:  # it has ended by itself
                break
    end(process, terminal)
    since = time.monotonic()
    while (still_there := alive(run, process)) or held(area / "build" / ".lock"):
        assert time.monotonic() - since < SOON, still_there or "somebody holds the lock"
        time.sleep(0.05)
    process.wait(SOON)
    if end is not ENDS["a closed terminal"]:
        os.close(terminal)


def held(file: Path) -> bool:
    """Whether the next build would wait for this lock. A process that is ending lets go of its files a moment after all else."""
    with file.open("a") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return True
    return False


def alive(run: str, process: subprocess.Popen[bytes]) -> list[str]:
    """What processes of a build are still there."""
    process.poll()
    found = []
    for folder in Path("/proc").iterdir():
        try:
            if folder.name.isdigit() and f"{RUN}={run}".encode() in (folder / "environ").read_bytes():
                found.append((folder / "cmdline").read_bytes().replace(b"\\0", b" ").decode())
        except OSError:  # it has just ended, or is somebody else's
            continue
    return found


def survives(area: Path, moments: int, chance: random.Random) -> None:
    began = time.monotonic()
    assert subprocess.run(QUICK, cwd=area, env=ENVIRONMENT, capture_output=True, check=False).returncode == 0
    whole = time.monotonic() - began
    ends = list(ENDS.values())
    for number in range(moments):
        ended(area, ends[number % len(ends)], chance.uniform(0, whole))
    began = time.monotonic()
    assert subprocess.run(QUICK, cwd=area, env=ENVIRONMENT, capture_output=True, check=False).returncode == 0
    assert time.monotonic() - began < 10 * whole, "it waited for somebody"
    assert [path.name for path in area.iterdir() if path.name.startswith(".site")] == []


def test_an_ended_build_leaves_nobody_behind(tmp_path: Path) -> None:
    survives(project_of(tmp_path / "area", 60), len(ENDS), random.Random(5))


@pytest.mark.slow
@pytest.mark.timeout(7200)
def test_two_hundred_ended_builds_of_3000_services_leave_nobody_behind(tmp_path: Path) -> None:
    survives(project_of(tmp_path / "area", 3000), 200, random.Random(200))
