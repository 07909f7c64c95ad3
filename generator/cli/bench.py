"""The commands that measure: `bench packs`, `bench search` and `bench wording`."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from generator.cli.terminal import Data, progress, say, stop
from generator.problems import Stopped
from generator.publishing.clock import today

bench = typer.Typer(help="Measure how fast it is on this machine.", no_args_is_help=True)

LABELLED = Path("tests/wording/labelled.yaml")

Form = Annotated[str, typer.Option("--format", help="table or json.")]


@bench.command("packs")
def bench_packs(
    data: Data = Path("data"),
    form: Form = "table",
    documents: Annotated[int, typer.Option("--documents", min=2, max=10_000, help="How many files of each form to make.")] = 18,
    orders: Annotated[int, typer.Option("--orders", min=1, max=1000, help="How often to make one pack; the middle time counts.")] = 5,
    peers: Annotated[int, typer.Option("--peers", min=0, max=100, help="Rounds against plain WeasyPrint, and Typst where it is.")] = 0,
) -> None:
    """Documents a second for PDF and Word, with one and with two workers, and how long one tailored pack takes."""
    from generator.bench.packs import measure

    known(form)
    try:
        with progress() as told:
            measured = measure(Path.cwd() / data, today(), documents=documents, orders=orders, peers=peers, told=told)
    except Stopped as stopped:
        stop(stopped.report)
    if form == "json":
        say(json.dumps(measured.plain(), indent=2))
        return
    heads = ("Form", "Workers", "Files", "Seconds", "Files a second", "Processor seconds a file")
    rows = [
        (r.form, str(r.workers), str(r.documents), f"{r.seconds:.2f}", f"{r.each_second:.2f}", f"{r.cpu / r.documents:.3f}")
        for r in measured.rates
    ]
    shown(heads, rows)
    if measured.peers:
        say("")
        against = [(peer.name, f"{peer.cpu:.3f}", f"{peer.size // 1000}", f"{peer.ours:.2f}") for peer in measured.peers]
        shown(("One PDF", "Processor seconds", "KB", "Ours is times that"), against)
    each = ", ".join(f"{name} {seconds:.2f}" for name, seconds in measured.by_form.items())
    say(f"One pack, warm ({measured.pack}): {measured.one_pack:.2f} s, {measured.one_pack_cpu:.2f} s of the processor ({each}).")
    say(f"Most memory: {measured.memory:.0f} MB. Load of the machine: {measured.machine.load:.1f} on {measured.machine.cores} cores.")


@bench.command("site")
def bench_site(
    sizes: Annotated[str, typer.Option("--sizes", help="How many services, with commas between.")] = "100,1000,10000",
    form: Form = "table",
) -> None:
    """Time, memory and bytes of the whole site with many made-up services, beside plain MkDocs Material on the same pages."""
    from generator.bench.whole_site import measure

    known(form)
    with progress() as told:
        measured = measure(Path.cwd(), counted(sizes), told)
    if form == "json":
        say(json.dumps(measured.plain(), indent=2))
        return
    heads = ("", "Services", "Seconds", "Processor seconds", "Memory, MB", "Made, MB")
    rows = [(t.what, f"{t.services:,}", f"{t.seconds:.1f}", f"{t.cpu:.1f}", f"{t.memory:.0f}", f"{t.made:.1f}") for t in measured.took]
    shown(heads, rows)
    say(f"Load of the machine: {measured.machine.load:.1f} on {measured.machine.cores} cores.")


@bench.command("search")
def bench_search(
    data: Data = Path("data"),
    site: Annotated[Path, typer.Option("--site", help="A finished site.")] = Path("site"),
    sizes: Annotated[str, typer.Option("--sizes", help="How many services, with commas between.")] = "300,3000,10000",
    form: Form = "table",
) -> None:
    """First result, bytes and milliseconds of the search, and how often it is right, against Material’s own, Pagefind and MiniSearch."""
    from generator.bench.search import measure

    known(form)
    counts = counted(sizes)
    if not (site / "find" / "index.html").is_file():
        raise typer.BadParameter(f"‘{site}’ holds no finished site. Run `fingerpost build` first.", param_hint="--site")
    with progress() as told:
        measured = measure(site, Path.cwd() / data, today(), counts, told)
    if form == "json":
        say(json.dumps(asdict(measured), indent=2))
        return
    heads = ("Search", "Services", "First result, ms", "Its work, ms", "On the wire, KB", "A query, ms", "19 in 20, ms")
    shown(heads, [speed.row() for speed in measured.speeds])
    say("")
    rights = [(one.name, f"{one.seen:.3f}", f"{one.unseen:.3f}") for one in measured.qualities]
    shown(("Right in the first three", "Seen", "Unseen"), rights)
    say(f"{measured.seen} queries were seen while tuning and {measured.unseen} were not; {measured.services} real services.")
    say(f"Load of the machine: {measured.machine.load:.1f} on {measured.machine.cores} cores.")


@bench.command("wording")
def bench_wording(
    data: Data = Path("data"),
    form: Form = "table",
    labelled: Annotated[Path, typer.Option("--labelled", help="Sentences, each with what should be found.")] = LABELLED,
) -> None:
    """How many findings of the rules on words are right, how many faults they find, and how fast they are."""
    from generator.bench.wording import labelled as read_labelled
    from generator.bench.wording import measure, speed
    from generator.checks.wording import passages, rules_of
    from generator.knowledge.library import load

    known(form)
    library, report = load(Path.cwd() / data, data.as_posix())
    if report.fails:
        stop(report)
    if not labelled.is_file():
        raise typer.BadParameter(f"There is no file {labelled}. It stands in the project’s own folder.", param_hint="--labelled")
    rules = rules_of(library)
    measured = measure(rules, read_labelled(labelled))
    texts = [passage.text for passage in passages(library)]
    each_second = speed(rules, texts)
    if form == "json":
        plain = {"sentences": measured.sentences, "clean": measured.clean, "precision": measured.precision, "recall": measured.recall}
        say(json.dumps({**plain, "texts": len(texts), "texts_a_second": round(each_second)}, indent=2))
        return
    shown(("Sentences", "Of them clean", "Precision", "Recall"),
          [(str(measured.sentences), str(measured.clean), f"{measured.precision:.3f}", f"{measured.recall:.3f}")])  # fmt: skip
    for kind, found in (("Found wrongly", measured.false), ("Missed", measured.missed)):
        for code, text in found:
            say(f"{kind}: {code}: {text}")
    say(f"{len(texts)} published texts, {each_second:,.0f} a second.")


def counted(sizes: str) -> list[int]:
    """How many services to measure with."""
    counts = [int(size) for size in sizes.split(",") if size.strip().isdigit()]
    if not counts or not 0 < min(counts) <= max(counts) <= 100_000:
        raise typer.BadParameter("Give numbers from 1 to 100000 with commas between, such as 300,3000.", param_hint="--sizes")
    return counts


def known(form: str) -> None:
    """Refuse a way of writing figures that there is not."""
    if form not in ("table", "json"):
        raise typer.BadParameter(f"‘{form}’ is not a format. Choose one of: table, json.", param_hint="--format")


def shown(heads: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> None:
    """Print figures as a table. Every column but the first is of figures."""
    table = Table(box=None, pad_edge=False)
    for index, head in enumerate(heads):
        table.add_column(head, justify="right" if index else "left", no_wrap=True)
    for row in rows:
        table.add_row(*row)
    Console(width=120, highlight=False).print(table)
