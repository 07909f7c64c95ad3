"""How long the whole site takes with many services: from clean, with nothing changed, and after one service was edited."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from generator.bench.machine import Machine, machine
from generator.bench.world import make_world
from generator.publishing.folders import Told

FINGERPOST = (sys.executable, "-m", "generator")
CHECK, BUILD = (*FINGERPOST, "check"), (*FINGERPOST, "build", "--no-packs")


@dataclass(frozen=True)
class Took:
    """One command. Seconds by the clock and of the processor, most memory of its largest process and the bytes of what it made in MB."""

    what: str
    services: int
    seconds: float
    cpu: float
    memory: float
    made: float


@dataclass(frozen=True)
class Measured:
    """Everything measured, in order."""

    machine: Machine
    took: tuple[Took, ...]

    def plain(self) -> dict[str, object]:
        """All of it as lists and figures, for JSON."""
        return asdict(self)


def measure(project: Path, sizes: Sequence[int], told: Told = lambda _: None) -> Measured:
    """Build the site of a made-up England of each size, from the templates and settings of `project`, and the same pages by MkDocs."""
    took: list[Took] = []
    for size in sizes:
        with tempfile.TemporaryDirectory() as folder:
            took += _of(project, Path(folder), size, told)
    return Measured(machine(), tuple(took))


def _of(project: Path, folder: Path, size: int, told: Told) -> list[Took]:
    for name in ("content", "mkdocs.yml", "templates", "node_modules", "generator"):
        if (project / name).exists():
            (folder / name).symlink_to(project / name)
    make_world(project / "data", folder / "data", size, 0)
    rounds = [("read and check", CHECK), ("site from clean", BUILD), ("nothing changed", BUILD), ("one service edited", BUILD)]
    found = []
    for what, command in rounds:
        told(f"{size:,} services: {what}")
        if what == "one service edited":
            _edit(folder / "data" / "services")
        found.append(_took(what, size, command, folder, folder / "site"))
    for what, listed in (("plain MkDocs Material, pages not in the navigation", False), ("the same, in the navigation", True)):
        if not listed or size <= 1000:  # ten thousand take hours
            told(f"{size:,} services: {what}")
            _plain(folder, listed)
            command = (sys.executable, "-P", "-m", "mkdocs", "build", "-q", "-f", "plain.yml")
            found.append(_took(what, size, command, folder, folder / "plain"))
    return found


def _edit(services: Path) -> None:
    """Another name for the last service."""
    path = sorted(services.glob("*.yaml"))[-1]
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("name: ", "name: New ", 1), encoding="utf-8")


def _plain(folder: Path, listed: bool) -> None:
    """Settings for MkDocs with Material alone, on the pages that we staged."""
    shutil.rmtree(folder / "plain", ignore_errors=True)
    pages = sorted(path.relative_to(folder / "build/staged").as_posix() for path in (folder / "build/staged").rglob("*.md"))
    nav = pages if listed else ["index.md"]
    settings = {"site_name": "Plain", "docs_dir": "build/staged", "site_dir": "plain", "theme": {"name": "material"}, "nav": nav}
    (folder / "plain.yml").write_text(json.dumps(settings), encoding="utf-8")


def _took(what: str, services: int, command: Sequence[str], folder: Path, made: Path) -> Took:
    began = time.perf_counter()
    with subprocess.Popen(command, cwd=folder, env={**os.environ, "NO_MKDOCS_2_WARNING": "1"}, stdout=subprocess.DEVNULL) as running:
        _, status, used = os.wait4(running.pid, 0)
        running.returncode = os.waitstatus_to_exitcode(status)
    wall = round(time.perf_counter() - began, 2)
    if running.returncode:
        raise RuntimeError(f"{what} failed for {services} services.")
    size = sum(path.stat().st_size for path in made.rglob("*") if path.is_file()) if made.is_dir() and what != "read and check" else 0
    unit = 1 if sys.platform == "darwin" else 1024
    cpu = round(used.ru_utime + used.ru_stime, 2)
    return Took(what, services, wall, cpu, round(used.ru_maxrss * unit / 1e6, 1), round(size / 1e6, 1))
