"""What is made aside is what would have been made here, whatever becomes of the process that makes it."""

from __future__ import annotations

import os
import signal
import sys
import threading

import pytest

from generator.knowledge.aside import aside
from generator.problems import Place, Report, Stopped, rule

HERE = os.getpid()


def process() -> dict[str, bytes]:
    return {"made by": str(os.getpid()).encode(), "large": bytes(10_000_000)}


@pytest.mark.skipif(sys.platform != "linux", reason="a fork is only tried on Linux")
def test_files_are_made_by_another_process() -> None:
    with aside(process) as made:
        found = made()
    assert found["made by"] != str(HERE).encode()
    assert found["large"] == process()["large"]


@pytest.mark.skipif(sys.platform != "linux", reason="a fork is only tried on Linux")
@pytest.mark.parametrize("background", [True, False])
def test_beside_a_thread_that_works_they_are_made_here(background: bool) -> None:
    waiting = threading.Event()
    thread = threading.Thread(target=waiting.wait, daemon=background)
    thread.start()
    with aside(process) as made:
        here = made()["made by"] == str(HERE).encode()
    waiting.set()
    thread.join()
    assert here is not background


@pytest.mark.parametrize("end", [lambda: os._exit(3), lambda: os.kill(os.getpid(), signal.SIGKILL), lambda: 1 / 0])
def test_what_a_process_cannot_make_is_made_here(end: object) -> None:
    def make() -> dict[str, bytes]:
        if os.getpid() != HERE:
            end()  # type: ignore[operator]
        return process()

    with aside(make) as made:
        assert made()["made by"] == str(HERE).encode()


def test_what_is_wrong_is_told_here_and_nobody_is_left_behind() -> None:
    def make() -> dict[str, bytes]:
        raise Stopped(Report([rule("file-empty").at(Place("data/x.yaml"))]))

    with pytest.raises(Stopped), aside(make) as made:
        made()
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)


def test_nobody_waits_for_files_that_are_not_asked_for() -> None:
    with aside(lambda: process() if os.getpid() == HERE else signal.pause() or {}):
        pass
