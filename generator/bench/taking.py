"""One command measured: its time, what it took of the processor and of memory, and what it made."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from generator.bench.machine import Machine, machine
from generator.bench.used import can_measure, wait_and_measure
from generator.bench.world import make_world


class Failed(Exception):
    """A command that was to be measured failed. The message has its last words."""


PYTHON = (sys.executable, "-P", "-m")
"""A module, and none of the folder it is run in."""

FINGERPOST = (sys.executable, "-m", "generator")


@dataclass(frozen=True)
class Took:
    """One command on so many services or files. Seconds by the clock and of the processor, all its processes together; the most memory
    of its largest process and the bytes of what it made, both in MB. A peer names the figure of ours that it stands `beside`."""

    what: str
    count: int
    seconds: float
    cpu: float
    memory: float
    made: float
    beside: str = ""

    @property
    def each(self) -> float:
        """Seconds of the processor for one."""
        return self.cpu / self.count


def beside_ours(rows: Sequence[Took]) -> Iterable[tuple[Took, float | None]]:
    """Each row, and how many times a peer’s processor time for one ours takes; None for our own."""
    ours = {(row.what, row.count): row for row in rows if not row.beside}
    for row in rows:
        yield row, round(ours[row.beside, row.count].each / row.each, 2) if row.beside else None


def rows_as_figures(rows: Sequence[Took]) -> list[dict[str, object]]:
    """Rows as figures, for JSON."""
    return [{**asdict(row), **({"ours": times} if times is not None else {})} for row, times in beside_ours(rows)]


def take(what: str, count: int, command: Sequence[str], folder: Path, made: Path | None, beside: str = "") -> Took:
    """Run a command in a folder and measure it. `made` is a folder whose files it makes. Raises Failed."""
    _see_that_it_can_be_measured()
    with tempfile.TemporaryFile() as said:
        began = time.perf_counter()
        surroundings = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
        with subprocess.Popen(command, cwd=folder, env=surroundings, stdout=said, stderr=subprocess.STDOUT) as running:
            used = wait_and_measure(running)
        wall = round(time.perf_counter() - began, 2)
        if running.returncode:
            said.seek(0)
            lines = [line for line in said.read().decode(errors="replace").splitlines() if line.strip()]
            last = [line for line in lines if ": error: " in line][:5] or lines[-5:]
            raise Failed("\n".join([f"‘{what}’ could not be measured for {count:,}. The command ended with:", *last]))
    size = sum(path.stat().st_size for path in made.rglob("*") if path.is_file()) if made else 0
    return Took(what, count, wall, round(used.cpu, 2), round(used.memory / 1e6, 1), round(size / 1e6, 2), beside)


def _see_that_it_can_be_measured() -> None:
    if not can_measure():
        raise Failed("Windows does not say what a command takes. Measure in WSL or in a container, or on Linux or macOS.")


def make_project(project: Path, folder: Path, services: int, networks: int) -> None:
    """A project in `folder` with a made-up England, and the templates and settings of `project`. May raise Failed."""
    _see_that_it_can_be_measured()
    for name in ("content", "mkdocs.yml", "templates", "node_modules", "generator"):
        if (project / name).exists():
            (folder / name).symlink_to(project / name)
    make_world(project / "data", folder / "data", services, networks)


def edit(path: Path) -> None:
    """Another name for one record."""
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("name: ", "name: New ", 1), encoding="utf-8", newline="\n")


@dataclass(frozen=True)
class RivalsMeasured:
    """Everything measured, in order. `left_out` says what could not be measured here, and how to get what it needs."""

    machine: Machine
    took: tuple[Took, ...]
    left_out: tuple[str, ...] = ()

    def plain(self) -> dict[str, object]:
        """All of it as lists and figures, for JSON."""
        return {"machine": asdict(self.machine), "took": rows_as_figures(self.took), "left_out": list(self.left_out)}


def in_worlds(
    project: Path, sizes: Iterable[tuple[int, int]], rows: Callable[[Path, int], Iterable[Took]], left_out: Sequence[str] = ()
) -> RivalsMeasured:
    """Measure in made-up Englands, each with so many services and networks. `rows` is told its folder and its services.

    Raises Missing where the data has nothing to make others like, and Failed.
    """
    took: list[Took] = []
    for services, networks in sizes:
        with tempfile.TemporaryDirectory() as folder:
            make_project(project, Path(folder), services, networks)
            took += rows(Path(folder), services)
    return RivalsMeasured(machine(), tuple(took), tuple(left_out))
