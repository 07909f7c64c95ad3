"""Workers print the same files as one process, in the same order; a pack that fails, or whose worker dies, is the only one lost."""

from __future__ import annotations

import multiprocessing
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest
from pdf.packs import PACKS

from generator.documents.formats.nhs_jobs.boxes import NHS_JOBS
from generator.documents.packs.model import Pack
from generator.documents.templating.environment import environment
from generator.problems import Report, Stopped
from generator.publishing.printing.local_pool import LocalPool
from generator.publishing.printing.press import Press
from generator.publishing.printing.print_queue import print_all
from tests.ours import LIBRARY
from tests.test_child_process import assert_gone

SMALL = [replace(PACKS["shortest"], stem=f"small-{i}", place=f"Network {i}") for i in range(5)]
BAD = replace(PACKS["shortest"], stem="bad", place="Network 漢")


def press_in(folder: Path | None, *forms: str) -> Press:
    return Press(environment(), folder, LIBRARY.recruitment[NHS_JOBS], forms=forms)


@pytest.mark.slow
def test_two_workers_make_what_one_makes_in_the_same_order(tmp_path: Path) -> None:
    told: list[str] = []
    one = print_all(press_in(None), SMALL[:3], 1)
    two = print_all(press_in(tmp_path), SMALL[:3], 2, lambda pack: told.append(pack.stem))
    assert [(made.pack.stem, made.format.suffix, made.content) for made in two] == [(m.pack.stem, m.format.suffix, m.content) for m in one]
    assert told == ["small-0", "small-1", "small-2"]
    kept = print_all(press_in(tmp_path), SMALL[:3], 2)
    assert [made.content for made in kept] == [made.content for made in one]


@pytest.mark.slow
@pytest.mark.parametrize("workers", [1, 2])
def test_packs_of_one_role_follow_one_another_and_come_back_in_their_places(workers: int, tmp_path: Path) -> None:
    roles = [SMALL[0].role.model_copy(update={"id": name}) for name in ("nurse", "adviser")]
    packs = [replace(pack, role=roles[number % 2]) for number, pack in enumerate(SMALL)]
    told: list[str] = []
    made = print_all(press_in(tmp_path, "xlsx"), packs, workers, lambda pack: told.append(pack.stem))
    assert told == ["small-1", "small-3", "small-0", "small-2", "small-4"]
    assert [printed.pack for printed in made] == packs


@pytest.mark.slow
def test_a_pack_that_fails_is_named_and_the_others_are_made(tmp_path: Path) -> None:
    press = press_in(tmp_path, "pdf")
    with pytest.raises(Stopped) as stopped:
        print_all(press, [SMALL[0], BAD, replace(BAD, stem="worse"), SMALL[1]], 2)
    assert [problem.place.file for problem in stopped.value.report] == ["bad", "worse"]
    assert all("漢" in problem.message for problem in stopped.value.report)
    assert press.has(SMALL[0])
    assert press.has(SMALL[1])
    assert not press.has(BAD)


@pytest.fixture
def forks(monkeypatch: pytest.MonkeyPatch) -> None:
    """Workers are forked although the tests' own runner has a thread: what is tried here uses no font map, and no lock of the runner's."""
    if sys.platform != "linux":
        pytest.skip("elsewhere nothing is forked")
    monkeypatch.setattr("generator.publishing.printing.local_pool.may_fork", lambda: True)


def deadly(press: Press, name: str) -> Press:
    """A press that dies at one pack, as a process does when memory runs out."""
    real: Callable[..., object] = press.print_pack

    def print_or_die(pack: Pack) -> object:
        if pack.stem == name:
            os.kill(os.getpid(), signal.SIGKILL)
        return real(pack)

    press.print_pack = print_or_die  # type: ignore[assignment, method-assign]
    return press


@pytest.mark.slow
@pytest.mark.usefixtures("forks")
def test_a_worker_that_dies_loses_only_the_pack_it_was_at(tmp_path: Path) -> None:
    press, told = deadly(press_in(tmp_path, "xlsx"), "small-1"), list[str]()
    with pytest.raises(Stopped) as stopped:
        print_all(press, SMALL, 2, lambda pack: told.append(pack.stem))
    assert [problem.place.file for problem in stopped.value.report] == ["small-1"]
    assert "--workers 1" in next(iter(stopped.value.report)).message
    assert [pack.stem for pack in SMALL if press.has(pack)] == ["small-0", "small-2", "small-3", "small-4"]
    assert sorted(told) == [pack.stem for pack in SMALL]


@pytest.mark.slow
def test_fresh_workers_print_what_one_process_prints_beside_a_thread(tmp_path: Path) -> None:
    """A process that has a font map has a thread of Pango's, which no fork copies: a forked worker would wait for it for ever."""
    one = press_in(None, "pdf").print_all(SMALL[:2])
    waiting = threading.Event()
    thread = threading.Thread(target=waiting.wait)
    thread.start()
    two = print_all(press_in(tmp_path, "pdf"), SMALL[:2], 2)
    waiting.set()
    assert [printed.content for printed in two] == [printed.content for printed in one]


@pytest.mark.usefixtures("forks")
def test_workers_that_die_lose_nothing(tmp_path: Path) -> None:
    press, killed = press_in(tmp_path, "xlsx"), list[int]()

    def kill_one(_: Pack) -> None:
        if not killed:
            worker = multiprocessing.active_children()[0]
            killed.append(worker.pid or 0)
            worker.kill()

    made = print_all(press, SMALL, 2, kill_one)
    assert killed
    assert [printed.pack.stem for printed in made] == [pack.stem for pack in SMALL]


@pytest.mark.slow
@pytest.mark.usefixtures("forks")
def test_a_worker_that_dies_waiting_for_work_keeps_nobody_waiting(tmp_path: Path) -> None:
    """It has the lock on the queue of work, which the other one waits for. Which of the two has it is chance, so each is killed in turn."""
    press = press_in(tmp_path, "txt")
    press.warm()
    for number in range(6):
        with LocalPool(press, SMALL[:2], 2, 120) as pool, pool.executor(2) as executor:
            for future in [pool.submit(executor, index) for index in (0, 1)]:
                pool.result(future)
            time.sleep(0.1)  # until both wait
            worker = sorted(multiprocessing.active_children(), key=lambda child: child.pid or 0)[number % 2]
            worker.kill()


@pytest.mark.slow
@pytest.mark.usefixtures("forks")
def test_a_worker_that_does_not_answer_is_named_and_its_packs_are_made_otherwise(tmp_path: Path) -> None:
    press, notes = press_in(tmp_path, "xlsx"), Report()
    real: Callable[..., object] = press.print_pack

    def print_or_hang(pack: Pack) -> object:
        if pack.stem == "small-1" and multiprocessing.parent_process():
            signal.pause()
        return real(pack)

    press.print_pack = print_or_hang  # type: ignore[assignment, method-assign]  # a fresh worker has a press of its own, without it
    made = print_all(press, SMALL, 2, patience=8, notes=notes)
    assert [printed.pack.stem for printed in made] == [pack.stem for pack in SMALL]
    assert [(problem.place.file, problem.code, problem.severity) for problem in notes] == [("small-1", "worker-silent", "warning")]


WORKERS = """
import sys
from pathlib import Path
from tests.publishing.test_print_queue import SMALL, press_in, print_all
def tell(pack):
    import multiprocessing
    print(*(child.pid for child in multiprocessing.active_children()), flush=True)
    sys.stdin.read()
if __name__ == "__main__":
    print_all(press_in(None, "xlsx"), SMALL * 2, 2, tell)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux ends a child with its parent")
def test_workers_end_with_the_process_that_shares_the_work_out(tmp_path: Path) -> None:
    (tmp_path / "printing.py").write_text(WORKERS)
    command = [sys.executable, str(tmp_path / "printing.py")]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment) as parent:
        assert parent.stdout
        workers = [int(word) for word in parent.stdout.readline().split()]
        parent.kill()
    assert len(workers) == 2
    for worker in workers:
        assert_gone(worker)


def test_two_builds_at_once_share_one_cache(tmp_path: Path) -> None:
    """Both write the same names at the same time, and neither ever reads half a file."""
    presses = [press_in(tmp_path, "xlsx", "txt") for _ in range(2)]
    with ThreadPoolExecutor(2) as both:
        one, two = both.map(lambda press: [m.content for m in press.print_all(SMALL)], presses)
    assert one == two
    assert [m.content for m in press_in(tmp_path, "xlsx", "txt").print_all(SMALL)] == one
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []
