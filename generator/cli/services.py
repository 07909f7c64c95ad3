"""The commands `services export` and `services import`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from generator.cli.corrections import is_correction, show_correction
from generator.cli.feed_columns import named_columns, say_columns
from generator.cli.terminal import Data, loaded, say, stop
from generator.machine.clock import today
from generator.problems import Stopped, as_text

if TYPE_CHECKING:
    from generator.knowledge.directory.importing.notes import NoteKind
    from generator.knowledge.library.library import Library
    from generator.publishing.directory.import_services import ImportOutcome

services = typer.Typer(help="Export and import the directory of services.", no_args_is_help=True)

_FORMS = "The name must end with .json (Open Referral UK), .csv or .xlsx."


@services.command("export")
def export(
    file: Annotated[Path, typer.Argument(help=f"The file to write. {_FORMS}")],
    data: Data = Path("data"),
) -> None:
    """Write the whole directory to one file, without loss."""
    from generator.machine.atomic_write import write_whole
    from generator.publishing.directory.export_services import ENDINGS, ending_of, outgoing

    ending = ending_of(file)
    if not ending:
        raise typer.BadParameter(f"The name must end with one of: {', '.join(ENDINGS)}.", param_hint="FILE")
    library = loaded(data)
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
    only: Annotated[list[str] | None, typer.Option("--only", help="Import only records with this term, taxonomy or word.")] = None,
    without: Annotated[list[str] | None, typer.Option("--without", help="Leave out records with this term, taxonomy or word.")] = None,
    column: Annotated[list[str] | None, typer.Option("--column", help="The field for a heading of a table: “Service=name”.")] = None,
    checked_by: Annotated[
        str, typer.Option("--checked-by", help="Who checked a correction with the provider. Without it, a correction is only shown.")
    ] = "",
    unverified: Annotated[bool, typer.Option("--unverified", help="Treat all records as unverified, even from our own export.")] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Show what would happen, and write nothing.")] = False,
) -> None:
    """Import services from a file, as one YAML file each. Records with problems are reported and left out."""
    from generator.knowledge.directory.importing.records import Import
    from generator.knowledge.library.loading import load
    from generator.publishing.directory.import_services import incoming

    folder = Path.cwd() / data
    if not folder.is_dir():
        stop(load(folder, data.as_posix())[1])
    library, _ = load(folder, data.as_posix())
    _refuse_danger(library, need or [])
    feed = feed.strip() or file.name
    try:
        asked = Import(
            path=Path.cwd() / file, name=file.as_posix(), feed=feed, library=library, today=today(),
            trusted=not unverified, needs=tuple(need or ()), areas=tuple(area or ()), only=tuple(only or ()), without=tuple(without or ()),
            columns=named_columns(folder, feed, column or []), checked_by=checked_by.strip(),
        )  # fmt: skip
        outcome = incoming(asked)
        dry_run = show_correction(asked, outcome, dry_run=dry_run)
    except Stopped as stopped:
        say("Nothing was imported.\n\n")
        stop(stopped.report)
    if not dry_run:
        outcome.write(folder)
    say_columns(folder, asked, keep=bool(column) and not dry_run)
    if not is_correction(asked) or asked.checked_by:
        _summarise(outcome, dry_run=dry_run)
    if len(outcome.report):
        say("\n" + as_text(outcome.report))
    raise typer.Exit(1 if outcome.report.fails else 0)


def _refuse_danger(library: Library, needs: list[str]) -> None:
    for name in needs:
        if name in library.needs and library.needs[name].danger:
            raise typer.BadParameter(f"‘{name}’ carries danger, so it is never guessed. Add it to records by hand.", param_hint="--need")


HEADINGS: dict[NoteKind, str] = {"left": "Left out", "mended": "Corrected", "kept": "To be checked"}
"""What the report calls each kind of note."""


def _summarise(outcome: ImportOutcome, *, dry_run: bool) -> None:
    """Print what was added, what changed, and what was left out and why. Nothing of it is cut short."""
    if dry_run:
        say("Dry run: nothing is written. This is what would happen.")
    _list("Added", outcome.added)
    _list("Changed", [f"{name}: {', '.join(fields)}" for name, fields in outcome.changed.items()])
    say(f"Unchanged: {len(outcome.unchanged):,}")
    if outcome.kept:
        _list("Changed in the file, and kept as it is here", [*_kept(outcome)])
    for kind, heading in HEADINGS.items():
        reasons = outcome.notes[kind]
        if reasons:
            say(f"{heading}, with a comment in the file: {sum(reasons.values()):,}")
            for reason, count in reasons.most_common():
                say(f"  {reason}: {count:,}")
    _say_unused(outcome.unused)
    for heading, names in _left_alone(outcome).items():
        if names:
            _list(heading, names)
    _list("No longer in the file", outcome.gone)
    if outcome.gone:
        say("  Their files stay. If a service has ended, set `status: closed` and say what replaces it.")
    imported = len(outcome.added) + len(outcome.changed) + len(outcome.unchanged)
    if imported > outcome.own:
        say("Services that do not come from our own export are unverified. They show no number until someone has confirmed them.")


def _say_unused(count: int) -> None:
    if count:
        say(f"Not used, so that what was there stays: {count:,}")


def _left_alone(outcome: ImportOutcome) -> dict[str, list[str]]:
    """Records that did not come in, or not as a whole, by the heading that says why."""
    return {
        "Left out by --only or --without": outcome.filtered,
        "Merged into another record here, so left alone": outcome.merged,
        "About abuse, so imported without anything that says where they are": outcome.hidden,
    }


def _kept(outcome: ImportOutcome) -> Iterator[str]:
    """Each conflict on a line. A record that hides its address is not quoted."""
    from generator.knowledge.directory.importing.plan import quoted_value

    for name, conflicts in outcome.kept.items():
        for one in conflicts:
            theirs = quoted_value(one.theirs) if one.theirs not in (None, "", []) else "nothing"
            yield f"{name}: {one.field}" + ("" if name in outcome.silent else f": the file has {theirs}")


def _list(heading: str, lines: list[str]) -> None:
    say(f"{heading}: {len(lines):,}")
    for line in lines:
        say(f"  {line}")
