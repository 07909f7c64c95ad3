"""Killed builds, full disks, folders of somebody else and two builds at once: the site is always one whole good site."""

from __future__ import annotations

import os
import random
import resource
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from typer.testing import Result

from tests.browser.conftest import PROJECT
from tests.conftest import TODAY, made_once
from tests.publishing.test_build import made

Build = Callable[..., Result]

BUILD = [sys.executable, "-m", "generator", "build", "--no-packs"]
ENVIRONMENT = {**os.environ, "SOURCE_DATE_EPOCH": TODAY}
CLAUSE = "data/clauses/safety.yaml"
KEPT = "The previous site has not been changed."


def run(place: Path, *more: str, **options: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run([*BUILD, *more], cwd=place, env=ENVIRONMENT, capture_output=True, text=True, check=False, **options)  # type: ignore[call-overload,no-any-return]


def edition(place: Path, words: str) -> None:
    """Change the data, so that every site can be told from the one before."""
    path = place / CLAUSE
    lines = [f"heading: {words}" if line.startswith("heading:") else line for line in path.read_text().splitlines()]
    path.write_text("\n".join(lines) + "\n")


@pytest.fixture(scope="session")
def built(small_project: Path, tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """The smallest complete project, and its site without packs, made once for all workers."""

    def make(folder: Path) -> None:
        shutil.copytree(small_project, folder / "area", symlinks=True)
        ran = run(folder / "area")
        assert ran.returncode == 0, ran.stdout + ran.stderr

    return made_once(tmp_path_factory, worker_id, "small-without-packs", make) / "area"


@pytest.fixture
def place(built: Path, tmp_path: Path) -> Path:
    """A copy of it, to spoil."""
    shutil.copytree(built, tmp_path / "area", symlinks=True)
    return tmp_path / "area"


def prepare(folder: Path) -> None:
    for name in ("generator", "templates"):
        (folder / name).symlink_to(PROJECT / name)
    shutil.copy(PROJECT / "mkdocs.yml", folder)
    shutil.copytree(PROJECT / "content", folder / "content", dirs_exist_ok=True)


def killed(place: Path, seconds: float, everything: bool) -> None:
    """A build that ends by kill -9 after some time: alone, so that the site engine goes on without it, or with all its children."""
    silent = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    process = subprocess.Popen(BUILD, cwd=place, env=ENVIRONMENT, start_new_session=True, **silent)
    time.sleep(seconds)
    if everything:
        os.killpg(process.pid, signal.SIGKILL)
    else:
        process.kill()
    process.wait()


def survives(place: Path, times: int, chance: random.Random) -> None:
    editions = ("Health and safety", "Another edition")
    good = [made(place / "site")]
    edition(place, editions[1])
    began = time.monotonic()
    assert run(place).returncode == 0
    whole = time.monotonic() - began
    good.append(made(place / "site"))
    assert good[0] != good[1]
    for number in range(times):
        edition(place, editions[number % 2])
        killed(place, chance.uniform(0, whole * 1.1), everything=chance.random() < 0.5)
        assert made(place / "site") in good, f"after {number + 1} kills"
    edition(place, editions[0])
    ran = run(place)
    assert ran.returncode == 0, ran.stdout
    assert made(place / "site") == good[0]
    assert [p.name for p in place.iterdir() if p.name.startswith(".site")] == []


def test_a_killed_build_leaves_the_last_site(place: Path) -> None:
    survives(place, 2, random.Random(5))


@pytest.mark.slow
@pytest.mark.timeout(3600)
def test_two_hundred_killed_builds_leave_a_whole_site(place: Path) -> None:
    shutil.copytree(PROJECT / "content", place / "content", dirs_exist_ok=True)
    assert run(place).returncode == 0
    survives(place, 200, random.Random(200))


def at_most(size: int) -> Callable[[], None]:
    """Stop files from growing beyond a size, as a full disk does."""
    return lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))


@pytest.mark.slow
@pytest.mark.parametrize("size", [12_000, 0, 60_000])
def test_a_file_that_cannot_be_written_whole_is_told(place: Path, build_here: Build, size: int) -> None:
    before = made(place / "site")
    edition(place, "Another edition")
    ran = run(place, preexec_fn=at_most(size))
    assert ran.returncode == 1
    assert KEPT in ran.stdout
    assert "File too large" in ran.stdout
    assert "Traceback" not in ran.stdout + ran.stderr
    assert made(place / "site") == before
    assert build_here(place, "--no-packs").exit_code == 0
    assert made(place / "site") != before


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A small disk of its own."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=20m", "tmpfs", disk], capture_output=True, check=False)
    if mounted.returncode:
        pytest.skip("only root can mount a small disk")
    yield disk
    subprocess.run(["umount", "-l", disk], check=True)


@pytest.mark.slow
def test_a_full_disk_leaves_the_last_site(place: Path, small_disk: Path) -> None:
    shutil.copytree(place, small_disk / "area", symlinks=True)
    area = small_disk / "area"
    before = made(area / "site")
    fill = small_disk / "fill"
    for free in (0, 50_000, 200_000, 600_000):
        fill.unlink(missing_ok=True)
        room = shutil.disk_usage(small_disk).free
        fill.write_bytes(b"x" * (room - free))
        edition(area, f"Edition with {free} bytes free") if free else None
        ran = run(area)
        assert ran.returncode == 1, (free, ran.stdout)
        assert KEPT in ran.stdout
        assert "No space left on device" in ran.stdout
        assert made(area / "site") == before
    fill.unlink()
    assert run(area).returncode == 0
    assert made(area / "site") != before


@pytest.mark.parametrize("what", ["everything", "the site alone"])
def test_what_may_only_be_read_is_told(place: Path, small_disk: Path, build_here: Build, what: str) -> None:
    area = small_disk / "area" if what == "everything" else place
    if what == "everything":
        shutil.copytree(place, area, symlinks=True)
    else:
        shutil.copytree(place / "site", small_disk / "site")
    before = made(small_disk)
    subprocess.run(["mount", "-o", "remount,ro", small_disk], check=True)
    result = build_here(area, "--no-packs", "--out", str(small_disk / "site") if what == "the site alone" else "site")
    assert result.exit_code == 1, result.output
    assert "Read-only file system" in result.output
    assert KEPT in result.output
    assert made(small_disk) == before


@pytest.mark.parametrize("where", ["site", "site/.well-known"])
def test_a_disk_in_place_of_the_site_or_in_it_is_told(place: Path, small_disk: Path, build_here: Build, where: str) -> None:
    """Its files would be deleted with the old site, or the new one could not take its place."""
    (small_disk / "token").write_text("of a certificate")
    (place / where).mkdir(exist_ok=True)
    subprocess.run(["mount", "--bind", small_disk, place / where], check=True)
    try:
        result = build_here(place, "--no-packs")
        assert result.exit_code == 1
        assert "[out-not-a-site]" in result.output
        assert "a disk of its own" in result.output
        assert (small_disk / "token").is_file()
    finally:
        subprocess.run(["umount", "-l", place / where], check=True)


@pytest.mark.slow
def test_two_builds_at_once_both_succeed(place: Path) -> None:
    expected = made(place / "site")
    processes = [subprocess.Popen(BUILD, cwd=place, env=ENVIRONMENT, stdout=subprocess.PIPE, text=True) for _ in range(2)]
    processes.append(subprocess.Popen([sys.executable, "-m", "mkdocs", "build", "-q", "-d", "other"], cwd=place, env=ENVIRONMENT))
    for process in processes:
        said, _ = process.communicate()
        assert process.returncode == 0, said
    assert made(place / "site") == expected
    assert (place / "other" / "index.html").is_file()
    assert [p.name for p in place.iterdir() if p.name.startswith(".site")] == []


@pytest.mark.parametrize(
    ("out", "reason"),
    [
        (".", "it holds"),
        ("..", "it holds"),
        ("data", "it holds data"),
        ("content/site", "it lies in content"),
        ("letters", "it holds what no build made: to-keep.txt"),
        (CLAUSE, "it lies in data"),
        ("mkdocs.yml", "it is a file"),
    ],
)
def test_a_site_never_takes_the_place_of_something_else(folder: Path, fingerpost: Callable[..., object], out: str, reason: str) -> None:
    prepare(folder)
    (folder / "letters").mkdir()
    (folder / "letters" / "to-keep.txt").write_text("keep")
    before = made(folder)
    result = fingerpost("build", "--no-packs", "--out", out)
    assert "[out-not-a-site]" in result.output  # type: ignore[attr-defined]
    assert reason in result.output  # type: ignore[attr-defined]
    assert {name: digest for name, digest in made(folder).items() if not name.startswith((".cache/", "build/"))} == before


@pytest.mark.slow
def test_a_link_in_place_of_the_site_leads_to_it(place: Path) -> None:
    (place / "served").mkdir()
    (place / "link").symlink_to("served")
    assert run(place, "--out", "link").returncode == 0
    assert (place / "link").is_symlink()
    assert made(place / "served") == made(place / "site")
    assert [p.name for p in place.iterdir() if p.name.startswith((".site", ".served", ".link"))] == []
