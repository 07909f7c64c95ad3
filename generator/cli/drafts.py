"""The command on drafts that come home: `draft`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from generator.cli.terminal import Data, check_format, check_new, loaded, say, stop
from generator.machine.clock import today
from generator.problems import Stopped

if TYPE_CHECKING:
    from generator.knowledge.library.library import Library


def draft(
    file: Annotated[Path, typer.Argument(help="A Word pack that people have edited. With --against, any file that contains a draft.")],
    role: Annotated[str | None, typer.Option("--role", help="The role’s id, if the file no longer says what it was made from.")] = None,
    network: Annotated[str | None, typer.Option("--network", help="With --role: the id of the network whose pack it was.")] = None,
    against: Annotated[
        Path | None,
        typer.Option("--against", help="Another draft, in any such file: list how it differs from FILE.", metavar="OTHER"),
    ] = None,
    form: Annotated[str, typer.Option("--format", help="text or json.")] = "text",
    write: Annotated[Path | None, typer.Option("--write", help="Put the changes into the network’s file.", metavar="FILE")] = None,
    data: Data = Path("data"),
) -> None:
    """List what people changed in a Word pack. With --write, put it into the network’s file."""
    from generator.documents.reports.returned import left_text, returned_text
    from generator.machine.atomic_write import write_whole
    from generator.publishing.printing.order import UnknownName
    from generator.publishing.printing.returning import come_home, taken_file

    _check_options(form, role, network)
    library = loaded(data)
    if against:
        _beside(file, against, library, role, form, unused=bool(write or network))
        return
    try:
        home = come_home(file, library, role, network, today())
        written = taken_file(home.carried, home.found) if write else None
    except UnknownName as unknown:
        raise typer.BadParameter(str(unknown)) from None
    except Stopped as stopped:
        stop(stopped.report)
    if form == "json":
        say(json.dumps(home.found.as_json(), ensure_ascii=False, indent=2))
    else:
        say(returned_text(file.as_posix(), home.found))
        if home.stale:
            say("The role has other words today than when this file was made. Run ‘fingerpost check’ on what you write.")
    if write is None or written is None:
        return
    check_new(write)
    write_whole(write, written[0].encode())
    if form == "text":
        say(f"{left_text(written[1].left)}\n{write}: written. Look through it, then run: fingerpost check")


def _check_options(form: str, role: str | None, network: str | None) -> None:
    check_format(form, ("text", "json"))
    if network and not role:
        raise typer.BadParameter("It says which pack of a role it was: add --role with the role’s id.", param_hint="--network")


def _beside(file: Path, against: Path, library: Library, role: str | None, form: str, *, unused: bool) -> None:
    """What another draft says otherwise."""
    from generator.documents.reports.returned import returned_text
    from generator.publishing.printing.comparing import compared
    from generator.publishing.printing.order import UnknownName

    if unused:
        raise typer.BadParameter("It lists only. Leave out --write and --network.", param_hint="--against")
    try:
        found = compared(file, against, library, role)
    except UnknownName as unknown:
        raise typer.BadParameter(str(unknown), param_hint="--role") from None
    except Stopped as stopped:
        stop(stopped.report)
    say(json.dumps(found.as_json(), ensure_ascii=False, indent=2) if form == "json" else returned_text(against.as_posix(), found))
