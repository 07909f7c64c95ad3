"""Print the packs of a data folder as a build does, in a process of its own, so that time and memory can be measured.

python -m generator.bench.printing all DATA OUT      every pack as PDF and Word, kept in OUT and taken from there
python -m generator.bench.printing WAY DATA OUT      the first packs as PDF, by one process, in one of the ways of `peers`
"""

from __future__ import annotations

import sys
from contextlib import nullcontext
from pathlib import Path

from generator.bench.peers import OUR_PDF, pdf_makers
from generator.checks import publishable
from generator.documents.formats.docx import WORD
from generator.documents.formats.nhs_jobs.boxes import NHS_JOBS
from generator.documents.formats.pdf import PDF
from generator.documents.packs.compose import all_packs
from generator.documents.packs.model import Pack
from generator.documents.templating.environment import environment
from generator.machine.atomic_write import replace_file
from generator.machine.clock import today
from generator.machine.garbage import PackCollector, gc_between_packs, gc_paused
from generator.publishing.printing.pack_cache import PackCache
from generator.publishing.printing.press import Press
from generator.publishing.printing.print_queue import print_all

PRINTED_FORMS = (PDF.suffix, WORD.suffix)

FIRST = 30
"""Packs that are made in each way: enough for a figure, few enough to wait for the slow ones."""


@gc_paused()
def print_once(way: str, data: Path, out: Path) -> None:
    """Read, check and print. Raises Stopped for errors in the data."""
    library, _ = publishable(data, today())
    packs = all_packs(library, today())
    if way == "all":
        print_all(Press(environment(), out, library.recruitment.get(NHS_JOBS), forms=PRINTED_FORMS), packs)
        PackCache(out).trim()
    else:
        _one_by_one(way, packs[:FIRST], out)


def _one_by_one(way: str, packs: list[Pack], out: Path) -> None:
    make, collector = pdf_makers(environment())[way], PackCollector()
    with gc_between_packs() if way == OUR_PDF else nullcontext():
        for number, pack in enumerate(packs):
            replace_file(out / f"{number}.pdf", make(pack))
            collector.pack_made()


if __name__ == "__main__":
    print_once(sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3]))
