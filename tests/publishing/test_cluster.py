"""Workers of a Dask scheduler make the files that this machine makes; what stands in their way is told in words."""

from __future__ import annotations

import asyncio
import os
import shutil
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import dask
import pytest
from distributed import Client, LocalCluster
from docx import Document
from pdf.packs import PACKS
from typer.testing import Result

from generator.bench.commands import make_project
from generator.documents.formats.nhs_jobs.boxes import NHS_JOBS
from generator.documents.packs.model import Pack
from generator.documents.templating.environment import environment
from generator.machine.shipped import TEMPLATES
from generator.problems import Stopped
from generator.publishing.disk.files import tree
from generator.publishing.printing import cluster as far
from generator.publishing.printing import worker
from generator.publishing.printing.press import Press
from generator.publishing.printing.print_job import VersionMismatch, print_job_of, print_with_job
from generator.publishing.printing.print_queue import print_all
from generator.publishing.printing.versions import library_versions, version_differences
from generator.publishing.printing.worker import PackFiles
from tests.ours import LIBRARY

Run = Callable[..., Result]

SMALL = [replace(PACKS["shortest"], stem=f"small-{i}", place=f"Network {i}") for i in range(24)]

DEADLY = "{% if pack.stem == 'small-1' %}{{ cycler.__init__.__globals__.os.kill(cycler.__init__.__globals__.os.getpid(), 9) }}{% endif %}"
"""In a template, which is a program: it kills the process that prints one pack, as a system does when memory runs out."""


@pytest.fixture(autouse=True)
def no_loop() -> Iterator[None]:
    """Playwright leaves its event loop running in the process where browser tests were. Dask begins one of its own, as in a command."""
    running = asyncio._get_running_loop()
    asyncio._set_running_loop(None)
    yield
    asyncio._set_running_loop(running)


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A folder with a template of somebody’s own, and a picture that it uses."""
    folder = tmp_path / "own"
    (folder / "pack").mkdir(parents=True)
    shutil.copy(TEMPLATES / "pack" / "cover.html.j2", folder / "pack")
    style = (TEMPLATES / "pack" / "pack.css").read_text()
    (folder / "pack" / "pack.css").write_text(f"{style}\nbody {{ color: #123456; }}\n")
    return folder


@pytest.fixture
def lent(tmp_path: Path) -> Path:
    """A Word file whose look packs take on."""
    made = Document()
    made.styles["Normal"].font.name = "Georgia"
    made.save(str(tmp_path / "look.docx"))
    return tmp_path / "look.docx"


@pytest.fixture
def scheduler() -> Iterator[str]:
    """The address of a scheduler with two workers, each a process."""
    with (
        dask.config.set({"distributed.scheduler.allowed-failures": 1}),
        LocalCluster(n_workers=2, threads_per_worker=1, processes=True, dashboard_address=":0") as cluster,
    ):
        yield cluster.scheduler_address


def press_in(cache: Path | None, own: Path, lent: Path | None = None, forms: tuple[str, ...] = ()) -> Press:
    return Press(environment([own]), cache, LIBRARY.recruitment[NHS_JOBS], reference=lent, forms=forms)


@pytest.mark.slow
def test_a_worker_is_killed_half_way_and_the_files_are_those_of_this_machine(own: Path, lent: Path, scheduler: str, tmp_path: Path) -> None:
    told: list[str] = []
    killed: list[int] = []

    with Client(scheduler, set_as_default=False) as client:
        processes = client.run(os.getpid)

        def done(pack: Pack) -> None:
            told.append(pack.stem)
            at_work = [worker for worker, tasks in client.processing().items() if tasks]
            if at_work and not killed:
                killed.append(processes[at_work[0]])
                os.kill(killed[0], signal.SIGKILL)

        press = press_in(tmp_path / "cache", own, lent)
        there = print_all(press, SMALL, 0, done, scheduler=scheduler)
        assert killed, "no worker was at work any more when the first pack was back"
        assert killed[0] not in client.run(os.getpid).values()
    here = print_all(press_in(None, own, lent), SMALL, 1)
    assert [(made.pack.stem, made.format.suffix, made.content) for made in there] == [
        (made.pack.stem, made.format.suffix, made.content) for made in here
    ]
    assert told == [pack.stem for pack in SMALL]
    assert all(press.has(pack) for pack in SMALL)
    plain = print_all(Press(environment(), None, LIBRARY.recruitment[NHS_JOBS]), SMALL[:1])
    changed = {made.format.suffix for made, other in zip(there, plain, strict=False) if made.content != other.content}
    assert changed == {"pdf", "docx", "zip"}, "the template and the look did not reach the workers"


@pytest.mark.slow
def test_a_pack_that_kills_every_worker_is_named_and_the_others_are_made(own: Path, scheduler: str, tmp_path: Path) -> None:
    template = own / "pack" / "cover.html.j2"
    template.write_text(DEADLY + template.read_text())
    press = press_in(tmp_path / "cache", own, forms=("pdf",))
    with pytest.raises(Stopped) as stopped:
        print_all(press, SMALL[:4], 0, scheduler=scheduler)
    assert [problem.place.file for problem in stopped.value.report] == ["small-1"]
    assert "without ‘--scheduler’" in next(iter(stopped.value.report)).message
    assert [pack.stem for pack in SMALL[:4] if press.has(pack)] == ["small-0", "small-2", "small-3"]


BUILD = (sys.executable, "-m", "generator", "build", "--no-cache")


@pytest.mark.slow
def test_a_build_is_stopped_by_the_keyboard_and_the_next_one_is_as_ever(scheduler: str, tmp_path: Path) -> None:
    make_project(Path(__file__).parents[2], tmp_path, 0, 8)
    there = (*BUILD, "--scheduler", scheduler, "--out", "there")
    with Client(scheduler, set_as_default=False) as client:
        with subprocess.Popen(there, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as running:
            wait_until(lambda: any(client.processing().values()))
            running.send_signal(signal.SIGINT)
            said, _ = running.communicate(timeout=120)
        assert running.returncode != 0
        assert "Traceback" not in said
        assert not (tmp_path / "there").exists()
        wait_until(lambda: not any(client.processing().values()))
        assert client.run_on_scheduler(lambda dask_scheduler: len(dask_scheduler.tasks)) == 0
    subprocess.run(there, cwd=tmp_path, check=True, stdout=subprocess.DEVNULL)
    subprocess.run((*BUILD, "--out", "here"), cwd=tmp_path, check=True, stdout=subprocess.DEVNULL)
    assert tree(tmp_path / "there") == tree(tmp_path / "here")
    assert len(list((tmp_path / "there" / "packs").rglob("*.pdf"))) == 3 + 8 * 3


def wait_until(true: Callable[[], bool]) -> None:
    """Wait for something, for two minutes at most: the machine may have other work."""
    for _ in range(1200):
        if true():
            return
        time.sleep(0.1)
    raise AssertionError("It never came.")


def test_nobody_answers(folder: Path, fingerpost: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(far, "ANSWER", 0.5)
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))  # a port of our own that nobody listens at
        address = f"tcp://127.0.0.1:{taken.getsockname()[1]}"
        result = fingerpost("build", "--scheduler", address)
    assert result.exit_code == 1
    assert f"{address}: error: No Dask scheduler answers at this address. [scheduler-silent]" in result.output
    assert not (folder / "site").exists()


@pytest.mark.slow
def test_something_else_answers(folder: Path, fingerpost: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """It takes the call and says nothing, as a web server does."""
    monkeypatch.setattr(far, "ANSWER", 0.5)
    with socket.create_server(("127.0.0.1", 0)) as silent:
        result = fingerpost("build", "--scheduler", f"127.0.0.1:{silent.getsockname()[1]}")
    assert "[scheduler-silent]" in result.output


@pytest.mark.quick_cases(every=2)
@pytest.mark.parametrize("address", ["nonsense::x://", "tls://127.0.0.1:9", "127.0.0.1"])
def test_what_is_no_address(folder: Path, fingerpost: Run, address: str) -> None:
    assert "[scheduler-silent]" in fingerpost("build", "--scheduler", address).output


def test_dask_is_an_extra(folder: Path, fingerpost: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    result = fingerpost("build", "--scheduler", "tcp://127.0.0.1:9")
    assert result.exit_code == 1
    assert "pip install 'fingerpost[dask]'" in result.output


@pytest.mark.slow
def test_a_scheduler_without_workers(folder: Path, fingerpost: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(far, "ANSWER", 2)
    with LocalCluster(n_workers=0, dashboard_address=":0") as cluster:
        result = fingerpost("build", "--scheduler", cluster.scheduler_address)
    assert "it has no workers. [workers-gone]" in result.output


def test_what_is_sent_is_unpacked_as_it_was(own: Path, lent: Path, tmp_path: Path) -> None:
    press = press_in(None, own, lent, ("docx", "txt"))
    job = print_job_of(press)
    assert list(job.folders) == [str(own)]
    contents, report = print_with_job(job, SMALL[0], str(tmp_path))
    assert contents == [made.content for made in press.print_pack(SMALL[0])]
    assert len(report) == 0


@pytest.mark.slow
def test_a_worker_with_many_threads_prints_one_pack_at_a_time(own: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    press, at_once = press_in(None, own, None, ("pdf",)), [0]
    job = print_job_of(press)
    printing = threading.Lock()

    def print_files(press: Press, pack: Pack) -> PackFiles:
        at_once[0] += not printing.acquire(blocking=False)
        try:
            return worker.print_files(press, pack)
        finally:
            printing.release()

    monkeypatch.setattr("generator.publishing.printing.print_job.print_files", print_files)
    with ThreadPoolExecutor(4) as threads:
        there = list(threads.map(lambda pack: print_with_job(job, pack, str(tmp_path))[0][0], SMALL[:5]))
    assert at_once == [0]
    assert there == [made.content for made in press.print_all(SMALL[:5])]


@pytest.mark.slow
def test_a_mistake_in_a_template_is_told_with_its_file_here(own: Path, tmp_path: Path) -> None:
    template = own / "pack" / "cover.html.j2"
    template.write_text("{{ no_such_value }}")
    contents, report = print_with_job(print_job_of(press_in(None, own, None, ("pdf",))), SMALL[0], str(tmp_path))
    assert contents == []
    assert [(problem.code, problem.place.file, problem.place.line) for problem in report] == [("template-broken", str(template), 1)]


def test_a_worker_with_other_libraries_prints_nothing(own: Path, tmp_path: Path) -> None:
    job = print_job_of(press_in(None, own, None, ("txt",)))
    other = replace(job, versions={**job.versions, "weasyprint": "1.0", "Pango": "1"})
    with pytest.raises(VersionMismatch, match=r"its weasyprint is 7\S+, and 1\.0 here; its Pango is \d+, and 1 here"):
        print_with_job(other, SMALL[0], str(tmp_path))
    with pytest.raises(VersionMismatch, match="its templates"):
        print_with_job(replace(job, made_with="0"), SMALL[0], str(tmp_path))


def test_one_machine_does_not_differ_from_itself() -> None:
    assert version_differences(library_versions(), library_versions()) == ""
    assert version_differences({**library_versions(), "zlib": "9"}, library_versions()).startswith("its zlib is 9, and ")
