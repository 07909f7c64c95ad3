"""What a child process makes is what would have been made here, whatever becomes of the child."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from generator.machine.child_process import in_child_process
from generator.machine.processes import cores
from generator.problems import Place, Report, Stopped, rule

HERE = os.getpid()

on_linux = pytest.mark.skipif(sys.platform != "linux", reason="a fork is only tried on Linux")


def process() -> dict[str, bytes]:
    return {"made by": str(os.getpid()).encode(), "large": bytes(10_000_000)}


@on_linux
def test_it_is_made_by_another_process() -> None:
    program = "from tests.test_child_process import in_child_process, process\n"
    program += (
        "with in_child_process(process) as made: found = made()\nprint(found['made by'] != process()['made by'], len(found['large']))"
    )
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, timeout=60)
    assert ran.stdout == ("True 10000000\n" if cores() > 1 else "False 10000000\n")


@pytest.mark.parametrize("daemon", [True, False])
def test_beside_a_thread_of_python_it_is_made_here(daemon: bool) -> None:
    waiting = threading.Event()
    thread = threading.Thread(target=waiting.wait, daemon=daemon)
    thread.start()
    with in_child_process(process) as made:
        assert made()["made by"] == str(HERE).encode()
    waiting.set()
    thread.join()


UNKNOWN_TO_PYTHON = """
import ctypes, threading
libc = ctypes.CDLL(None)
thread = ctypes.c_ulong()
pause = ctypes.cast(libc.pause, ctypes.c_void_p)
assert libc.pthread_create(ctypes.byref(thread), None, pause, None) == 0
assert threading.active_count() == 1
import os
from generator.machine.child_process import in_child_process
with in_child_process(os.getpid) as made:
    print(made() == os.getpid())
os._exit(0)
"""


@on_linux
def test_beside_a_thread_that_only_the_system_knows_it_is_made_here() -> None:
    """Such as the one that each font map has since Pango 1.51.2."""
    ran = subprocess.run([sys.executable, "-u", "-c", UNKNOWN_TO_PYTHON], capture_output=True, text=True, check=True, timeout=60)
    assert ran.stdout == "True\n"


@pytest.fixture
def forks(monkeypatch: pytest.MonkeyPatch) -> None:
    """A child is forked although the tests' own runner has a thread, which holds nothing that these children need."""
    monkeypatch.setattr("generator.machine.child_process.may_fork", lambda: sys.platform == "linux")


@on_linux
@pytest.mark.usefixtures("forks")
def test_a_child_that_never_answers_is_not_waited_for() -> None:
    def make() -> str:
        if os.getpid() != HERE:
            signal.pause()
        return "made here"

    with in_child_process(make, patience=0.2) as made:
        assert made() == "made here"


ORPHAN = """
import os, signal, sys, time
from generator.machine.child_process import in_child_process
for end in (signal.SIGTERM, signal.SIGHUP, signal.SIGINT):
    signal.signal(end, signal.SIG_DFL)  # whoever runs the tests may ignore some of them, as nohup does
def make():
    print(os.getpid(), flush=True)
    return bytes(10_000_000)  # more than a pipe holds
with in_child_process(make):
    sys.stdin.read()
"""


@on_linux
@pytest.mark.parametrize("end", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT, signal.SIGKILL])
def test_a_child_ends_with_its_parent(end: signal.Signals) -> None:
    command = [sys.executable, "-c", ORPHAN]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as parent:
        assert parent.stdout
        child = int(parent.stdout.readline())
        parent.send_signal(end)
        parent.wait()
        assert_gone(child)


INTERRUPTED = """
import os, signal, sys
from concurrent.futures import ProcessPoolExecutor
from generator.machine.child_process import in_child_process
from generator.machine.processes import interrupts_held
signal.signal(signal.SIGINT, signal.default_int_handler)  # whoever runs the tests may ignore it, as nohup does
asked = []
def interrupt():
    if not asked:
        asked.append(os.kill(os.getpid(), signal.SIGINT))
os.register_at_fork(before=interrupt)
try:
    {fork}
except KeyboardInterrupt:
    print("interrupted")
"""


@on_linux
@pytest.mark.parametrize(
    "fork",
    [
        "with in_child_process(os.getpid) as made: made()",
        "with interrupts_held(): ProcessPoolExecutor(2).submit(os.getpid)",
    ],
)
def test_an_interrupt_during_a_fork_is_not_lost(fork: str) -> None:
    """Python calls what libraries have registered for a fork, and forgets what is raised there, even Ctrl-C."""
    command = [sys.executable, "-c", INTERRUPTED.replace("{fork}", fork)]
    ran = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)
    assert ran.stdout == "interrupted\n", ran.stderr
    assert ran.stderr == ""


def assert_gone(process: int) -> None:
    end = time.monotonic() + 5
    while Path(f"/proc/{process}").exists() and "State:\tZ" not in Path(f"/proc/{process}/status").read_text():
        assert time.monotonic() < end
        time.sleep(0.01)


@pytest.mark.usefixtures("forks")
@pytest.mark.parametrize("end", [lambda: os._exit(3), lambda: os.kill(os.getpid(), signal.SIGKILL), lambda: 1 / 0])
def test_what_a_process_cannot_make_is_made_here(end: object) -> None:
    def make() -> dict[str, bytes]:
        if os.getpid() != HERE:
            end()  # type: ignore[operator]
        return process()

    with in_child_process(make) as made:
        assert made()["made by"] == str(HERE).encode()


@on_linux
@pytest.mark.usefixtures("forks")
def test_what_is_wrong_is_told_here_and_nobody_is_left_behind(monkeypatch: pytest.MonkeyPatch) -> None:
    begun: list[int] = []
    fork = os.fork
    monkeypatch.setattr(os, "fork", lambda: begun.append(fork()) or begun[-1])

    def make() -> dict[str, bytes]:
        raise Stopped(Report([rule("file-empty").at(Place("data/x.yaml"))]))

    with pytest.raises(Stopped), in_child_process(make) as made:
        made()
    assert begun or cores() < 2
    for child in begun:  # the runner may have children of its own
        with pytest.raises(ChildProcessError):
            os.waitpid(child, os.WNOHANG)


@pytest.mark.usefixtures("forks")
def test_nobody_waits_for_files_that_are_not_asked_for() -> None:
    with in_child_process(lambda: process() if os.getpid() == HERE else signal.pause() or {}):
        pass
