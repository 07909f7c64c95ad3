"""Everything that can be measured, at several sizes of the same data, each figure beside its peers."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, field
from datetime import date
from importlib.util import find_spec
from pathlib import Path

from generator.bench import search, wording
from generator.bench.chromium import NotThere, chromium
from generator.bench.machine import Machine, machine
from generator.bench.many_packs import packs_of
from generator.bench.rivals import pagefind
from generator.bench.taking import FINGERPOST, Took, make_project, plain, take
from generator.bench.whole_site import LISTED, site_of
from generator.knowledge.library import load
from generator.problems import Stopped
from generator.publishing.folders import Told

WITH_PACKS = 10
"""The largest scale at which the site is also built with all its packs. Beyond it the packs are measured by themselves."""


@dataclass
class Measured:
    """Everything measured. Packs are counted in files, sites in services. `left_out` says what could not be measured here, and why."""

    machine: Machine
    packs: list[Took] = field(default_factory=list)
    site: list[Took] = field(default_factory=list)
    searched: search.Measured | None = None
    worded: wording.Figures | None = None
    left_out: list[str] = field(default_factory=list)

    def plain(self) -> dict[str, object]:
        """All of it as lists and figures, for JSON."""
        return {
            "machine": asdict(self.machine),
            "packs": plain(self.packs),
            "site": plain(self.site),
            "search": asdict(self.searched) if self.searched else None,
            "wording": self.worded.plain() if self.worded else None,
            "left_out": self.left_out,
        }


def measure(project: Path, labelled: Path, scales: Sequence[int], today: date, told: Told = lambda _: None) -> Measured:
    """Measure with the data of `project`, and with made-up data of so many times its services and networks. Raises Stopped for errors."""
    library, report = load(project / "data", "data")
    if report.fails:
        raise Stopped(report)
    services, networks = len(library.services), len(library.networks)
    found = Measured(machine())
    found.left_out += missing(max(scales) * services, labelled)
    for scale in scales:
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            make_project(project, folder, services * scale, networks * scale)
            found.packs += packs_of(folder, told)
            if scale <= WITH_PACKS:
                found.site += _with_packs(folder, services * scale, told)
            found.site += site_of(folder, services * scale, told)
            if not found.searched and _browser():
                sizes = [services * each for each in scales]
                found.searched = search.measure(folder / "site", project / "data", today, sizes, told)
    if labelled.is_file():
        told("The rules on words")
        found.worded = wording.figures(library, labelled)
    return found


def _with_packs(folder: Path, services: int, told: Told) -> Iterator[Took]:
    """The site with all its packs in every form. What it leaves is removed, so that others begin from clean."""
    for what in ("site and all packs, from clean", "site and all packs, nothing changed"):
        told(f"{services:,} services: {what}")
        yield take(what, services, (*FINGERPOST, "build"), folder, folder / "site")
    for name in (".cache", "build", "site"):
        shutil.rmtree(folder / name)


def missing(most: int, labelled: Path) -> Iterator[str]:
    """What is not measured here, and why."""
    if not find_spec("typst"):
        yield "Typst is not installed (`pip install typst`)."
    if not pagefind(search.PROJECT):
        yield "Pagefind is not installed (`npm ci`)."
    if not _browser():
        yield "All searches: there is no Chromium that Playwright can drive."
    if most > LISTED:
        yield f"Plain MkDocs Material with more than {LISTED:,} services in its navigation takes hours."
    if not labelled.is_file():
        yield f"The rules on words: there is no file {labelled} here."


def _browser() -> bool:
    try:
        with chromium():
            return True
    except NotThere:
        return False
