"""The commands that measure: `bench packs`."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from generator.cli.terminal import Data, progress, say, stop
from generator.problems import Stopped
from generator.publishing.clock import today

bench = typer.Typer(help="Measure how fast it is on this machine.", no_args_is_help=True)

Form = Annotated[str, typer.Option("--format", help="table or json.")]


@bench.command("packs")
def bench_packs(
    data: Data = Path("data"),
    form: Form = "table",
    documents: Annotated[int, typer.Option("--documents", min=2, max=10_000, help="How many files of each form to make.")] = 18,
    orders: Annotated[int, typer.Option("--orders", min=1, max=1000, help="How often to make one pack; the middle time counts.")] = 5,
) -> None:
    """Documents a second for PDF and Word, with one and with two workers, and how long one tailored pack takes."""
    from generator.bench.packs import measure

    known(form)
    try:
        with progress() as told:
            measured = measure(Path.cwd() / data, today(), documents=documents, orders=orders, told=told)
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
    each = ", ".join(f"{name} {seconds:.2f}" for name, seconds in measured.by_form.items())
    say(f"One pack, warm ({measured.pack}): {measured.one_pack:.2f} s ({each}).")
    say(f"Most memory: {measured.memory:.0f} MB. Load of the machine: {measured.machine.load:.1f} on {measured.machine.cores} cores.")


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
