"""Run all benchmarks at several sizes of the same data, with peers for comparison."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, field
from datetime import date
from pathlib import Path

from generator.bench import missing, search, wording
from generator.bench.commands import FINGERPOST, Measurement, make_project, measure_command, rows_as_figures
from generator.bench.machine import Machine, machine
from generator.bench.many_packs import packs_in, packs_of
from generator.bench.whole_site import LISTED, site_of
from generator.checks import publishable
from generator.publishing.disk.folders import Progress

WITH_PACKS = 10
"""The largest scale at which the site is also built with all its packs. Beyond it, packs are measured separately."""


@dataclass
class EverythingMeasured:
    """All measurements. Packs are counted in files, sites in services. `left_out` says what could not be measured here, and why."""

    machine: Machine
    packs: list[Measurement] = field(default_factory=list)
    site: list[Measurement] = field(default_factory=list)
    searched: search.SearchMeasured | None = None
    worded: wording.Figures | None = None
    left_out: list[str] = field(default_factory=list)

    def plain(self) -> dict[str, object]:
        """All of it as lists and figures, for JSON."""
        return {
            "machine": asdict(self.machine),
            "packs": rows_as_figures(self.packs),
            "site": rows_as_figures(self.site),
            "search": asdict(self.searched) if self.searched else None,
            "wording": self.worded.plain() if self.worded else None,
            "left_out": self.left_out,
        }


def measure_everything(
    project: Path, labelled: Path, scales: Sequence[int], today: date, notify: Progress = lambda _: None
) -> EverythingMeasured:
    """Measure with the data of `project`, and with fictional data of multiples of its services and networks.

    What is not installed or not in the data is left out. Raises Stopped for errors in the data, and Failed.
    """
    library, _ = publishable(project / "data", today, "data")
    services, networks, packs = len(library.services), len(library.networks), packs_in(project / "data")
    found = EverythingMeasured(machine(), left_out=[*_not_measured(packs, services, max(scales), labelled)])
    for scale in scales:
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            make_project(project, folder, services * scale, networks * scale)
            if packs:
                found.packs += packs_of(folder, notify)
            if services:
                found.site += _site(folder, services * scale, scale <= WITH_PACKS and packs > 0, notify)
            if services and not found.searched:
                found.searched = _searched(folder / "site", project / "data", [services * each for each in scales], today, notify)
    if labelled.is_file():
        notify("The rules on words")
        found.worded = wording.figures(library, labelled)
    return found


def _site(folder: Path, services: int, with_packs: bool, notify: Progress) -> Iterator[Measurement]:
    """The site with all its packs in every form, and without. The output of the first is removed, so that the others start clean."""
    if with_packs:
        for what in ("site and all packs, from clean", "site and all packs, nothing changed"):
            notify(f"{services:,} services: {what}")
            yield measure_command(what, services, (*FINGERPOST, "build"), folder, folder / "site")
        for name in (".cache", "build", "site"):
            shutil.rmtree(folder / name)
    yield from site_of(folder, services, notify)


def _searched(site: Path, data: Path, sizes: Sequence[int], today: date, notify: Progress) -> search.SearchMeasured | None:
    """The measurements of all searches, or None if none can be measured here."""
    try:
        return search.measure_search(site, data, today, sizes, notify)
    except missing.Missing:
        return None


def _not_measured(packs: int, services: int, scale: int, labelled: Path) -> Iterator[str]:
    """What is not measured here, and why."""
    needed = [missing.typst()] if packs else [missing.NO_ROLE]
    needed += search.not_measurable() if services else [missing.NO_SERVICE]
    yield from filter(None, needed)
    if services * scale > LISTED:
        yield f"Plain MkDocs Material with more than {LISTED:,} services in its navigation: it takes hours."
    if not labelled.is_file():
        yield f"The rules on words: there is no file {labelled} here. It is in a clone of the project."
