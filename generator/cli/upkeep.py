"""The commands that keep the directory true: `services queue`, `merge` and `rename`."""

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
    from generator.knowledge.model import Service
    from generator.publishing.directory.renaming import Moved

_SHEETS = (".csv", ".xlsx")


def show_queue(
    data: Data = Path("data"),
    to: Annotated[Path | None, typer.Option("--to", help="Write a sheet to fill in and import: .csv or .xlsx.", metavar="FILE")] = None,
    first: Annotated[int, typer.Option("--first", min=1, help="Only this many of them.")] = 10_000,
    opened: Annotated[
        Path | None, typer.Option("--opened", help="A CSV file with ids of services, and how often each was opened.", metavar="FILE")
    ] = None,
) -> None:
    """Show which services to look at next, those with most at risk first, each with the reasons."""
    from generator.documents.reports.queue import queue
    from generator.knowledge.text.formatting import counted
    from generator.machine.atomic_write import write_whole
    from generator.publishing.directory.export_services import queue_file

    if to and to.suffix.lower() not in _SHEETS:
        raise typer.BadParameter(f"The name must end with one of: {', '.join(_SHEETS)}.", param_hint="--to")
    library = loaded(data)
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


def merge(
    first: Annotated[str, typer.Argument(help="The id of the service that stays.")],
    second: Annotated[str, typer.Argument(help="The id of the service that becomes part of it.")],
    data: Data = Path("data"),
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Show what would happen, and write nothing.")] = False,
) -> None:
    """Make one service of two records. The old address leads to the one that stays."""
    from generator.publishing.directory.renaming import merge_services

    library = loaded(data)
    if first == second:
        raise typer.BadParameter("These are one service.", param_hint="SECOND")
    moved = merge_services(library, find_service(library, first), find_service(library, second), today())
    _move(moved, data, dry_run=dry_run)
    say(f"Filled in from {second}: {', '.join(moved.filled) or 'nothing'}.")
    say(f"Something else in {second}, kept in comments: {', '.join(moved.kept) or 'nothing'}.")
    say(f"{second} is now {first}.")


def rename(
    old: Annotated[str, typer.Argument(help="The id that the service has.")],
    new: Annotated[str, typer.Argument(help="The id that it gets.")],
    data: Data = Path("data"),
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Show what would happen, and write nothing.")] = False,
) -> None:
    """Give a service another id. Its old address leads to the new one."""
    from generator.documents.new.records import can_be_id
    from generator.publishing.directory.renaming import rename_service

    library = loaded(data)
    service = find_service(library, old)
    if not can_be_id(new):
        raise typer.BadParameter(f"‘{new}’ cannot be an id. Use small letters, figures and single hyphens only.", param_hint="NEW")
    taken = {name: one.id for one in library.services.values() for name in (one.id, *one.former_ids) if one is not service}
    if new == old or new in taken:
        raise typer.BadParameter(f"‘{new}’ is an id of {taken.get(new, old)} already.", param_hint="NEW")
    _move(rename_service(library, service, new), data, dry_run=dry_run)
    say(f"{old} is now {new}.")


def find_service(library: Library, name: str) -> Service:
    """A service by its id. Raises BadParameter, with the most similar id, if there is none."""
    from generator.problems import did_you_mean

    if name not in library.services:
        raise typer.BadParameter(f"There is no service called ‘{name}’.{did_you_mean(name, library.services)}")
    return library.services[name]


def _move(moved: Moved, data: Path, *, dry_run: bool) -> None:
    """Write what a merge or a new id changes, and list the files."""
    if dry_run:
        say("Dry run: nothing is written. This is what would happen.")
    else:
        moved.write(Path.cwd() / data)
    for path in moved.files:
        say(f"{data / path}: written")
    say(f"{data / moved.removed}: removed")


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
