"""Measure the packs of many networks as PDF and Word: without a cache, with nothing changed, and with one network changed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from generator.bench import missing
from generator.bench.commands import PYTHON, CommandsMeasured, Measurement, edit, measure_command, with_fictional_data
from generator.bench.peers import OUR_PDF, PLAIN_WEASYPRINT, TYPST
from generator.bench.printing import FIRST, PRINTED_FORMS
from generator.checks import publishable
from generator.knowledge.library.loading import load
from generator.machine.clock import today
from generator.problems import Stopped
from generator.publishing.disk.folders import Progress

ONE = "PDF alone, one process"
"""Our own figure that other ways of making a PDF are compared with."""

CHANGED = "packs, one network changed"


def measure_many_packs(project: Path, networks: Sequence[int], notify: Progress = lambda _: None) -> CommandsMeasured:
    """Print the packs of fictional data with a number of networks, each of which recruits to every role.

    Raises Stopped for errors in the data, Missing where it has no role or no network, and Failed.
    """
    publishable(project / "data", today(), "data")
    if not packs_in(project / "data"):
        raise missing.Missing(missing.NO_ROLE)
    sizes, typst_missing = [(0, count) for count in networks], missing.typst()
    return with_fictional_data(project, sizes, lambda folder, _: packs_of(folder, notify), [typst_missing] if typst_missing else [])


def packs_of(folder: Path, notify: Progress) -> Iterator[Measurement]:
    """The packs of a project, and the first of them as PDF in other ways."""
    data, cache = folder / "data", folder / "packs"
    count, networks = packs_in(data), sorted((data / "networks").glob("*.yaml"))
    for what in ("packs from clean", "packs, nothing changed", *([CHANGED] if networks else [])):
        notify(f"{count:,} packs: {what}")
        if what == CHANGED:
            edit(networks[-1])
        command = (*PYTHON, "generator.bench.printing", "all", "data", "packs")
        yield measure_command(what, count * len(PRINTED_FORMS), command, folder, cache)
    for way in (OUR_PDF, PLAIN_WEASYPRINT, *([] if missing.typst() else [TYPST])):
        notify(f"{min(count, FIRST)} PDF files: {way}")
        out = way.partition(",")[0]
        command = (*PYTHON, "generator.bench.printing", way, "data", out)
        what, beside = (ONE, "") if way == OUR_PDF else (way, ONE)
        yield measure_command(what, min(count, FIRST), command, folder, folder / out, beside)


def packs_in(data: Path) -> int:
    """How many packs a data folder makes: one of each role, and one of each role of each network. Raises Stopped for errors in it."""
    library, report = load(data)
    if report.fails:
        raise Stopped(report)
    return len(library.roles) + sum(len(network.roles) for network in library.networks.values())
