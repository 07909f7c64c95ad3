"""Measure packs printed per second, and the time for one pack, with the packs of a library and no cache."""

from __future__ import annotations

import statistics
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date
from itertools import cycle, islice
from pathlib import Path

from generator.bench import missing
from generator.bench.machine import Machine, machine
from generator.bench.peers import Peer, compare_peers
from generator.bench.resource_usage import cpu_seconds, peak_memory
from generator.checks import publishable
from generator.documents.formats import FORMATS
from generator.documents.formats.docx import WORD
from generator.documents.formats.nhs_jobs.boxes import NHS_JOBS
from generator.documents.formats.pdf import PDF
from generator.documents.packs.compose import all_packs
from generator.documents.packs.model import Pack
from generator.documents.templating.environment import environment
from generator.knowledge.model import RecruitmentForm
from generator.publishing.disk.folders import Progress
from generator.publishing.printing.press import Press
from generator.publishing.printing.print_queue import print_all

FORMATS_AND_WORKERS = ((PDF.suffix, 1), (PDF.suffix, 2), (WORD.suffix, 1), (WORD.suffix, 2))
"""Formats and numbers of workers that are measured."""

ORDERED_FORMATS = tuple(form.suffix for form in FORMATS if not form.holds_others)
"""The formats that are printed for an order of one pack."""


@dataclass(frozen=True)
class PackRate:
    """Documents of one form by a number of workers. Times are in seconds; `cpu` is of all processes together."""

    form: str
    workers: int
    documents: int
    seconds: float
    cpu: float

    @property
    def each_second(self) -> float:
        """Documents made in a second."""
        return self.documents / self.seconds


@dataclass(frozen=True)
class PacksMeasured:
    """Everything measured. `one_pack` is the seconds for one tailored pack in the forms of ORDERED_FORMATS, in one warm process, and
    `by_form` for each of them; `one_pack_cpu` is its processor time, which other work on the machine changes less; `memory` is the most
    that any process had, in MB."""

    machine: Machine
    rates: tuple[PackRate, ...]
    pack: str
    one_pack: float
    one_pack_cpu: float
    by_form: dict[str, float]
    memory: float
    peers: tuple[Peer, ...] = ()
    left_out: tuple[str, ...] = ()
    """What could not be measured here, and how to install what it needs."""

    def plain(self) -> dict[str, object]:
        """All of it as lists and figures, for JSON."""
        found = asdict(self)
        found["rates"] = [{**asdict(rate), "each_second": round(rate.each_second, 2)} for rate in self.rates]
        return found


def measure_packs(
    data: Path, today: date, *, documents: int = 18, orders: int = 5, peers: int = 0, notify: Progress = lambda _: None
) -> PacksMeasured:
    """Measure `documents` of each form, and `orders` of one pack, whose median counts; compare with peers
    in `peers` rounds. Raises Stopped for errors in the data, and Missing where it has no role."""
    library, _ = publishable(data, today)
    recruitment = library.recruitment.get(NHS_JOBS)
    packs = all_packs(library, today)
    if not packs:
        raise missing.Missing(missing.NO_ROLE)
    rates = []
    for form, workers in FORMATS_AND_WORKERS:
        notify(f"Making {documents} files, {form}, with {workers} at once")
        distinct = [replace(pack, stem=f"{pack.stem}-{n}") for n, pack in enumerate(islice(cycle(packs), documents))]
        rates.append(_rate(distinct, form, workers))
    notify("Making one pack")
    tailored = next((pack for pack in packs if pack.network), packs[0])
    found = {ending: _time_orders(tailored, ending, recruitment, orders) for ending in ORDERED_FORMATS}
    by_form = {ending: round(seconds, 3) for ending, (seconds, _) in found.items()}
    whole, cpu = (round(sum(times), 3) for times in zip(*found.values(), strict=True))
    notify("Making the same packs in other ways")
    compared = compare_peers(packs[:documents], environment(), peers) if peers else ()
    left_out = tuple(filter(None, [missing.typst() if peers else None]))
    return PacksMeasured(machine(), tuple(rates), tailored.stem, whole, cpu, by_form, peak_memory(), compared, left_out)


def _rate(packs: Sequence[Pack], form: str, workers: int) -> PackRate:
    press = Press(environment(), None, forms=[form])
    press.warm()
    press.make(packs[0], press.formats[0])
    wall, cpu = time.perf_counter(), cpu_seconds()
    print_all(press, packs, workers)
    return PackRate(form, workers, len(packs), round(time.perf_counter() - wall, 3), round(cpu_seconds() - cpu, 3))


def _time_orders(pack: Pack, ending: str, recruitment: RecruitmentForm | None, orders: int) -> tuple[float, float]:
    """The median wall and processor seconds of several orders for one form, once all is loaded. Nothing is cached."""
    press = Press(environment(), None, recruitment, forms=[ending])
    times = []
    for _ in range(orders + 1):
        wall, cpu = time.perf_counter(), time.process_time()
        for form in press.formats:
            press.make(pack, form)
        times.append((time.perf_counter() - wall, time.process_time() - cpu))
    walls, cpus = zip(*times[1:], strict=True)  # the first one loads
    return statistics.median(walls), statistics.median(cpus)
