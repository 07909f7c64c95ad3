"""The command `services queue`: what to look at next, and what is done."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from generator.cli.terminal import Data, loaded, say, stop
from generator.machine.clock import today
from generator.problems import Stopped

if TYPE_CHECKING:
    from generator.documents.reports.queue import QueueEntry
    from generator.knowledge.library.library import Library

_SHEETS = (".csv", ".xlsx")


def show_queue(
    data: Data = Path("data"),
    to: Annotated[Path | None, typer.Option("--to", help="Write a sheet to fill in and import: .csv or .xlsx.", metavar="FILE")] = None,
    first: Annotated[int, typer.Option("--first", min=1, help="Only this many of them.")] = 10_000,
    opened: Annotated[
        Path | None, typer.Option("--opened", help="A CSV file with ids of services, and how often each was opened.", metavar="FILE")
    ] = None,
    done: Annotated[
        list[str] | None, typer.Option("--done", help="A service that was checked with its provider, by its id.", metavar="ID")
    ] = None,
    by: Annotated[str, typer.Option("--by", help="Who checked it. A team, rather than a person.")] = "",
    on: Annotated[str, typer.Option("--on", help="The day it was checked, such as 2026-04-01. Default: today.")] = "",
    sure: Annotated[str, typer.Option("--confidence", help="How sure you are of it now: high or medium.")] = "",
) -> None:
    """Show which services to check next and why, those with most at risk first, or mark some as done."""
    from generator.cli.queue_done import mark_done
    from generator.documents.reports.queue import queue
    from generator.knowledge.text.formatting import counted
    from generator.machine.atomic_write import write_whole
    from generator.publishing.directory.export_services import queue_file

    if to and to.suffix.lower() not in _SHEETS:
        raise typer.BadParameter(f"The name must end with one of: {', '.join(_SHEETS)}.", param_hint="--to")
    if (by or on or sure) and not done:
        raise typer.BadParameter("It belongs to a service that is done: add --done with its id.", param_hint=_first_said(by, on))
    library = loaded(data)
    if done:
        mark_done(library, done, Path.cwd() / data, by=by.strip(), on=on.strip(), sure=sure.strip())
        return
    entries = queue(library, today(), _counts(opened, library) if opened else None)
    chosen = entries[:first]
    if to:
        try:
            write_whole(Path.cwd() / to, queue_file(library, chosen, to.suffix.lower()))
        except Stopped as stopped:
            stop(stopped.report)
        say(f"{to}: {counted(len(chosen), 'service')} to look at. Fill it in, then run: fingerpost services import {to}")
        return
    for number, entry in enumerate(chosen, 1):
        say(_lines(number, entry))
    say(f"{counted(len(entries), 'service')} to look at, of {len(library.services):,}." if entries else "Nothing is waiting.")


def _first_said(by: str, on: str) -> str:
    return "--by" if by else "--on" if on else "--confidence"


def _lines(number: int, entry: QueueEntry) -> str:
    return "\n".join([f"{number}. {entry.service.name} ({entry.service.id})", *(f"   {words}" for words in entry.words)])


def _counts(file: Path, library: Library) -> dict[str, int]:
    """How often each service was opened: an id, or the address of its page, and a whole number in each row.

    Rows about other pages, and headings, are left out.
    """
    found: dict[str, int] = {}
    try:
        with (Path.cwd() / file).open(encoding="utf-8-sig", errors="replace", newline="") as lines:
            for row in csv.reader(lines):
                name = row[0].strip().rstrip("/").rpartition("/")[2] if row else ""
                count = row[1].strip() if len(row) > 1 else ""
                if name in library.services and count.isascii() and count.isdigit():
                    found[name] = found.get(name, 0) + int(count[:9])
    except (OSError, csv.Error) as error:
        raise typer.BadParameter(f"‘{file}’ cannot be read as CSV.", param_hint="--opened") from error
    if not found:
        raise typer.BadParameter(f"‘{file}’ has no row with the id of a service and a whole number.", param_hint="--opened")
    return found
