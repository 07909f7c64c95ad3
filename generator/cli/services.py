"""The commands `services export` and `services import`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from generator.cli.terminal import Data, say, stop
from generator.machine.clock import today
from generator.problems import Stopped, as_text

if TYPE_CHECKING:
    from generator.publishing.directory.import_services import ImportOutcome

services = typer.Typer(help="Export and import the directory of services.", no_args_is_help=True)

_FORMS = "The name must end with .json (Open Referral UK), .csv or .xlsx."


@services.command("export")
def export(
    file: Annotated[Path, typer.Argument(help=f"The file to write. {_FORMS}")],
    data: Data = Path("data"),
) -> None:
    """Write the whole directory to one file, without loss."""
    from generator.knowledge.library.library import load
    from generator.machine.atomic_write import write_whole
    from generator.publishing.directory.export_services import ENDINGS, ending_of, outgoing

    ending = ending_of(file)
    if not ending:
        raise typer.BadParameter(f"The name must end with one of: {', '.join(ENDINGS)}.", param_hint="FILE")
    library, report = load(Path.cwd() / data, data.as_posix())
    if report.fails:
        stop(report)
    try:
        content = outgoing(library, list(library.services.values()), ending)
    except Stopped as stopped:
        stop(stopped.report)
    write_whole(Path.cwd() / file, content)
    say(f"{file}: {len(library.services):,} services, {-(-len(content) // 1000):,} KB.")


@services.command("import")
def take_in(
    file: Annotated[Path, typer.Argument(help=f"The file, or the folder of a whole feed. {_FORMS}")],
    data: Data = Path("data"),
    feed: Annotated[str, typer.Option("--feed", help="The name of the feed, for sources and comments. Default: the file’s name.")] = "",
    need: Annotated[list[str] | None, typer.Option("--need", help="A need for records that match none of ours.")] = None,
    area: Annotated[list[str] | None, typer.Option("--area", help="An area for records that match none of ours.")] = None,
    unverified: Annotated[bool, typer.Option("--unverified", help="Treat all records as unverified, even those of our export.")] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Show what would happen, and write nothing.")] = False,
) -> None:
    """Import services from a file, as one YAML file each. Records with problems are reported and left out."""
    from generator.knowledge.directory.importing.records import Import
    from generator.knowledge.library.library import load
    from generator.publishing.directory.import_services import incoming

    folder = Path.cwd() / data
    if not folder.is_dir():
        stop(load(folder, data.as_posix())[1])
    library, _ = load(folder, data.as_posix())
    asked = Import(
        path=Path.cwd() / file, name=file.as_posix(), feed=feed.strip() or file.name, library=library, today=today(),
        trusted=not unverified, needs=tuple(need or ()), areas=tuple(area or ()),
    )  # fmt: skip
    try:
        outcome = incoming(asked)
    except Stopped as stopped:
        say("Nothing was imported.\n\n")
        stop(stopped.report)
    if not dry_run:
        outcome.write(folder)
    _summarise(outcome, dry_run=dry_run)
    if len(outcome.report):
        say("\n" + as_text(outcome.report))
    raise typer.Exit(1 if outcome.report.fails else 0)


MOST_NAMED = 50
"""Maximum number of services listed by name."""


def _summarise(outcome: ImportOutcome, *, dry_run: bool) -> None:
    """Print what was added and what changed."""
    if dry_run:
        say("Dry run: nothing is written. This is what would happen.")
    _list("Added", outcome.added)
    _list("Changed", [f"{name}: {', '.join(fields)}" for name, fields in outcome.changed.items()])
    say(f"Unchanged: {len(outcome.unchanged):,}")
    if outcome.hidden:
        _list("About abuse, so imported without anything that says where they are", outcome.hidden)
    _list("No longer in the file", outcome.gone)
    if outcome.gone:
        say("  Their files stay. If a service has ended, set `status: closed` and say what replaces it.")
    imported = len(outcome.added) + len(outcome.changed) + len(outcome.unchanged)
    if imported > outcome.own:
        say("Services that do not come from our own export are unverified. They show no number until someone has confirmed them.")


def _list(heading: str, lines: list[str]) -> None:
    say(f"{heading}: {len(lines):,}")
    for line in lines[:MOST_NAMED]:
        say(f"  {line}")
    if len(lines) > MOST_NAMED:
        say(f"  and {len(lines) - MOST_NAMED:,} more")
