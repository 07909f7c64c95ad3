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
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from uuid import uuid4

import pytest

from generator.bench.fictional_data import make_fictional_data
from tests.browser.conftest import PROJECT
from tests.publishing.conftest import BUILD, ENVIRONMENT, build, project
from tests.publishing.test_memory import DIRECTORY

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="processes are only looked for in /proc")

QUICK = (*BUILD, "--no-packs")
SOON = 5.0
"""Seconds after which nothing of an ended build may be there."""

CHILDREN = 3
"""What a build has at work at the same time: the site engine, the rules on words, and the feed."""

PIPE = 65_536
"""Bytes that a pipe holds on Linux: a child that sends more waits for its reader."""

RUN = "FINGERPOST_TEST_RUN"
"""Every process of a build has this in its environment."""


@dataclass(frozen=True)
class End:
    """A way to end a build. On a terminal, the system itself ends those who have it too; without one, nobody tells them."""

    end: Callable[[subprocess.Popen[bytes], int], object]
    on_terminal: bool = False


def signalled(number: signal.Signals) -> End:
    """Sent to the command alone, as `kill` does."""
    return End(lambda process, _: process.send_signal(number))


ENDS: dict[str, End] = {
    "SIGTERM": signalled(signal.SIGTERM),
    "SIGHUP": signalled(signal.SIGHUP),
    "SIGINT": signalled(signal.SIGINT),
    "SIGKILL of the parent alone": signalled(signal.SIGKILL),
    "Ctrl-C": End(lambda _, terminal: os.write(terminal, b"\x03"), on_terminal=True),
    "a closed terminal": End(lambda _, terminal: os.close(terminal), on_terminal=True),
}


def project_of(area: Path, services: int) -> Path:
    """A small project with so many services, built once. Its feed is larger than a pipe."""
    project(area)
    for kind, names in DIRECTORY.items():
        (area / "data" / kind).mkdir(exist_ok=True)
        for name in names:
            shutil.copy(PROJECT / "data" / kind / f"{name}.yaml", area / "data" / kind)
    few = (area / "data").rename(area / "few")
    make_fictional_data(few, area / "data", services, 0)
    ran = build(area, "--no-packs")
    assert ran.returncode == 0, ran.stdout
    assert sum(path.stat().st_size for path in (area / "site" / "openreferral").rglob("*")) > 4 * PIPE
    return area


def begun(area: Path, run: str, its_side: int) -> subprocess.Popen[bytes]:
    """A build in a session of its own: on the terminal that has this side, or on none where there is no such number."""
    silent = subprocess.DEVNULL if its_side < 0 else its_side
    environment = {**ENVIRONMENT, RUN: run}
    return subprocess.Popen(
        QUICK,
        cwd=area,
        env=environment,
        stdin=silent,
        stdout=silent,
        stderr=silent,
        start_new_session=True,
        preexec_fn=partial(_as_by_hand, its_side >= 0),  # noqa: PLW1509
    )


def _as_by_hand(on_terminal: bool) -> None:
    """As a shell begins a command: on its terminal, and with no signal ignored that whoever runs the tests ignores, as nohup does."""
    for number in (signal.SIGTERM, signal.SIGHUP, signal.SIGINT):
        signal.signal(number, signal.SIG_DFL)
    if on_terminal:
        fcntl.ioctl(0, termios.TIOCSCTTY, 0)


def ended(area: Path, way: End, seconds: float | None) -> None:
    """A build that is ended after some time, or when all its children are at work. Nothing of it is there soon, nobody holds the lock."""
    run = str(uuid4())
    terminal, its_side = pty.openpty() if way.on_terminal else (-1, -1)
    process = begun(area, run, its_side)
    if way.on_terminal:
        os.close(its_side)
    until = time.monotonic() + (60 if seconds is None else seconds)
    while time.monotonic() < until and process.poll() is None and not (seconds is None and len(alive(run, process)) > CHILDREN):
        drain(terminal) if way.on_terminal else time.sleep(0.02)
    if process.poll() is None or way.end is ENDS["a closed terminal"].end:
        way.end(process, terminal)
    since = time.monotonic()
    while (still_there := alive(run, process)) or held(area / "build" / ".lock"):
        assert time.monotonic() - since < SOON, still_there or "somebody holds the lock"
        time.sleep(0.05)
    process.wait(SOON)
    if way.on_terminal and way.end is not ENDS["a closed terminal"].end:
        os.close(terminal)


def drain(terminal: int) -> None:
    """Read what is on a terminal: what nobody reads would stop whoever writes it."""
    with suppress(OSError):  # nobody has it any more
        if select.select([terminal], [], [], 0.02)[0]:
            os.read(terminal, 4096)


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


@pytest.mark.slow
def test_an_ended_build_leaves_nobody_behind(tmp_path: Path) -> None:
    area = project_of(tmp_path / "area", 60)
    for way in ("SIGTERM", "SIGKILL of the parent alone", "a closed terminal"):
        ended(area, ENDS[way], None)
    survives(area, 1, random.Random(5))


@pytest.mark.slow
def test_every_way_to_end_a_build_leaves_nobody_behind(tmp_path: Path) -> None:
    area = project_of(tmp_path / "area", 60)
    for way in ENDS.values():
        ended(area, way, None)


@pytest.mark.slow
@pytest.mark.timeout(7200)
def test_two_hundred_ended_builds_of_3000_services_leave_nobody_behind(tmp_path: Path) -> None:
    survives(project_of(tmp_path / "area", 3000), 200, random.Random(200))
