"""Options and output shared by the benchmark commands."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Annotated

import typer

from generator.bench.commands import Failed, Measurement, compared_with_ours
from generator.bench.machine import Machine
from generator.bench.missing import Missing
from generator.cli.terminal import check_format, progress, say, stop
from generator.problems import Stopped
from generator.publishing.disk.folders import Progress

Form = Annotated[str, typer.Option("--format", help="table or json.")]


def count_option(sizes: str, option: str = "--sizes", example: str = "300,3000") -> list[int]:
    """Parse a list of sizes. Raises BadParameter if it is not one."""
    parts = [size.strip() for size in sizes.split(",")]
    counts = [int(size) for size in parts if size.isascii() and size.isdigit()]
    if len(counts) < len(parts) or not 0 < min(counts) <= max(counts) <= 100_000:
        raise typer.BadParameter(f"Give numbers from 1 to 100000, separated by commas, such as {example}.", param_hint=option)
    return counts


def known(form: str) -> None:
    """Raise BadParameter for an unknown output format."""
    check_format(form, ("table", "json"))


@contextmanager
def measuring() -> Iterator[Progress]:
    """Show progress while something is measured. Exits with a message where the data has errors or a requirement is missing."""
    try:
        with progress() as notify:
            yield notify
    except Stopped as stopped:
        stop(stopped.report)
    except (Missing, Failed) as error:
        say(str(error))
        raise typer.Exit(1) from error


def print_json(figures: Mapping[str, object]) -> None:
    """Print figures for programs."""
    say(json.dumps(figures, indent=2))


def print_table(heads: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> None:
    """Print figures as a table. Every column but the first is of figures."""
    from rich.console import Console
    from rich.table import Table

    table = Table(box=None, pad_edge=False)
    for index, head in enumerate(heads):
        table.add_column(head, justify="right" if index else "left", no_wrap=True)
    for row in rows:
        table.add_row(*row)
    Console(width=120, highlight=False).print(table)


def show_measurements(counts: str, took: Sequence[Measurement]) -> None:
    """Print measurements of commands; `counts` says what was counted. A peer follows the figure of ours that it is compared with."""
    heads = ("", counts, "Seconds", "Processor s", "Memory, MB", "Made, MB", "Ours, times that")
    rows = []
    for row, times in compared_with_ours(took):
        figures = (f"{row.count:,}", f"{row.seconds:.1f}", f"{row.cpu:.1f}", f"{row.memory:.0f}", f"{row.made:.1f}")
        rows.append((f"  peer: {row.what}" if row.beside else row.what, *figures, "" if times is None else f"{times:.2f}"))
    print_table(heads, rows)


def show_end(machine: Machine, left_out: Iterable[str] = ()) -> None:
    """Print what was left out, and how busy the machine was."""
    for what in left_out:
        say(f"Left out: {what}")
    say(f"Load of the machine: {machine.load:.1f} on {machine.cores} cores.")
