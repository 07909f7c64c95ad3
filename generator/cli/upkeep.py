"""The commands `services merge` and `services rename`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from generator.cli.terminal import Data, loaded, say
from generator.machine.clock import today

if TYPE_CHECKING:
    from generator.knowledge.library.library import Library
    from generator.knowledge.model import Service
    from generator.publishing.directory.renaming import Moved


def merge(
    first: Annotated[str, typer.Argument(help="The id of the service that stays.")],
    second: Annotated[str, typer.Argument(help="The id of the service that becomes part of it.")],
    data: Data = Path("data"),
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Show what would happen, and write nothing.")] = False,
) -> None:
    """Combine two records into one service. The old address leads to the one that stays."""
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
    new: Annotated[str, typer.Argument(help="The id that it will have.")],
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
