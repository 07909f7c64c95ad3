"""Measure one command: its time, processor time, memory and the size of its output."""

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
from generator.bench.resource_usage import can_measure, wait_and_measure


class Failed(Exception):
    """A command to be measured failed. The message quotes the end of its output."""


PYTHON = (sys.executable, "-P", "-m")
"""Runs an installed module, never one of the working folder."""

FINGERPOST = (sys.executable, "-m", "generator")


@dataclass(frozen=True)
class Measurement:
    """One command for a number of services or files. `seconds` is wall time and `cpu` processor time, of all its processes together;
    `memory` is the peak of its largest process and `made` the size of its output, both in MB. A peer names in `beside` the figure of ours
    that it is compared with."""

    what: str
    count: int
    seconds: float
    cpu: float
    memory: float
    made: float
    beside: str = ""

    @property
    def each(self) -> float:
        """Processor seconds for one service or file."""
        return self.cpu / self.count


def compared_with_ours(rows: Sequence[Measurement]) -> Iterable[tuple[Measurement, float | None]]:
    """Each row, with the ratio of our processor time to that of the peer; None for our own."""
    ours = {(row.what, row.count): row for row in rows if not row.beside}
    for row in rows:
        yield row, round(ours[row.beside, row.count].each / row.each, 2) if row.beside else None


def rows_as_figures(rows: Sequence[Measurement]) -> list[dict[str, object]]:
    """Rows as JSON values."""
    return [{**asdict(row), **({"ours": times} if times is not None else {})} for row, times in compared_with_ours(rows)]


def measure_command(what: str, count: int, command: Sequence[str], folder: Path, made: Path | None, beside: str = "") -> Measurement:
    """Run a command in a folder and measure it. `made` is the folder of its output. Raises Failed."""
    _require_measurable()
    with tempfile.TemporaryFile() as output:
        started = time.perf_counter()
        environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
        with subprocess.Popen(command, cwd=folder, env=environment, stdout=output, stderr=subprocess.STDOUT) as running:
            usage = wait_and_measure(running)
        wall = round(time.perf_counter() - started, 2)
        if running.returncode:
            output.seek(0)
            lines = [line for line in output.read().decode(errors="replace").splitlines() if line.strip()]
            last = [line for line in lines if ": error: " in line][:5] or lines[-5:]
            raise Failed("\n".join([f"‘{what}’ could not be measured for {count:,}. The command ended with:", *last]))
    size = sum(path.stat().st_size for path in made.rglob("*") if path.is_file()) if made else 0
    return Measurement(what, count, wall, round(usage.cpu, 2), round(usage.memory / 1e6, 1), round(size / 1e6, 2), beside)


def _require_measurable() -> None:
    if not can_measure():
        raise Failed("Windows does not say what a command takes. Measure in WSL or in a container, or on Linux or macOS.")


def make_project(project: Path, folder: Path, services: int, networks: int) -> None:
    """Write a project with fictional data into `folder`, with the templates and settings of `project`. Raises Failed."""
    from generator.bench.fictional_data import make_fictional_data  # imported late: every command loads this module

    _require_measurable()
    for name in ("content", "mkdocs.yml", "templates", "node_modules", "generator"):
        if (project / name).exists():
            (folder / name).symlink_to(project / name)
    make_fictional_data(project / "data", folder / "data", services, networks)


def edit(path: Path) -> None:
    """Change the name of one record."""
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("name: ", "name: New ", 1), encoding="utf-8", newline="\n")


@dataclass(frozen=True)
class CommandsMeasured:
    """All measurements, in order. `left_out` says what could not be measured here, and how to install what it needs."""

    machine: Machine
    took: tuple[Measurement, ...]
    left_out: tuple[str, ...] = ()

    def plain(self) -> dict[str, object]:
        """All measurements as JSON values."""
        return {"machine": asdict(self.machine), "took": rows_as_figures(self.took), "left_out": list(self.left_out)}


def with_fictional_data(
    project: Path, sizes: Iterable[tuple[int, int]], rows: Callable[[Path, int], Iterable[Measurement]], left_out: Sequence[str] = ()
) -> CommandsMeasured:
    """Measure with fictional data of several sizes, each a number of services and networks. `rows` gets the folder and the services.

    Raises Missing where the data has no record to copy, and Failed.
    """
    took: list[Measurement] = []
    for services, networks in sizes:
        with tempfile.TemporaryDirectory() as folder:
            make_project(project, Path(folder), services, networks)
            took += rows(Path(folder), services)
    return CommandsMeasured(machine(), tuple(took), tuple(left_out))
