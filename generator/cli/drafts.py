"""The command on a Word pack that people edited: `draft`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from generator.cli.terminal import Data, loaded, say, stop
from generator.machine.clock import today
from generator.problems import Stopped


def draft(
    file: Annotated[Path, typer.Argument(help="A Word pack that people have edited, with tracked changes or without.")],
    role: Annotated[str | None, typer.Option("--role", help="The role’s id, where the file no longer says what it was made from.")] = None,
    network: Annotated[str | None, typer.Option("--network", help="With --role: the id of the network whose pack it was.")] = None,
    form: Annotated[str, typer.Option("--format", help="text or json.")] = "text",
    write: Annotated[Path | None, typer.Option("--write", help="Write the network’s file with the changes taken.", metavar="FILE")] = None,
    data: Data = Path("data"),
) -> None:
    """What people changed in a Word pack, as a list; and the network’s file with the changes taken."""
    from generator.documents.reports.returned import left_text, returned_text
    from generator.machine.atomic_write import write_whole
    from generator.publishing.printing.order import UnknownName
    from generator.publishing.printing.returning import come_home, taken_file

    if form not in ("text", "json"):
        raise typer.BadParameter(f"‘{form}’ is not a format. Choose one of: text, json.", param_hint="--format")
    library = loaded(data)
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
    if write.exists():
        raise typer.BadParameter(f"{write} is there already. Nothing was written.")
    write_whole(write, written[0].encode())
    if form == "text":
        say(f"{left_text(written[1].left)}\n{write}: written. Look through it, then run: fingerpost check")
