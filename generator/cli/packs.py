"""The command `pack`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from generator.cli.terminal import Data, Out, ReferenceDoc, Templates, progress, say, stop
from generator.documents.formats import FORMATS, ON_REQUEST
from generator.machine.clock import today
from generator.problems import Stopped, as_text

_FORMATS = f"The formats to write, separated by commas: {', '.join([*(form.suffix for form in FORMATS), *ON_REQUEST])}."


def pack(
    role: Annotated[str, typer.Argument(help="The role’s id, such as link-worker-band-6.")],
    network: Annotated[str | None, typer.Option("--network", help="The id of a network that tailors the role.")] = None,
    to: Annotated[str, typer.Option("--to", help=_FORMATS)] = "",
    since: Annotated[
        Path | None,
        typer.Option("--since", help="With docx-tracked: any file with an earlier draft, to track changes from it.", metavar="FILE"),
    ] = None,
    reference_doc: ReferenceDoc = None,
    data: Data = Path("data"),
    templates: Templates = None,
    out: Out = Path("packs"),
) -> None:
    """Write one job pack."""
    from generator.publishing.printing.order import Order, UnknownName, fill_order

    here, forms = Path.cwd(), tuple(t for t in to.split(",") if t)
    if since and not (network and "docx-tracked" in forms):
        raise typer.BadParameter("It is for changes to a network’s pack: add --network and --to docx-tracked.", param_hint="--since")
    order = Order(here, here / data, role, network, forms, tuple(templates or ()), reference_doc, today(), since)
    try:
        with progress() as show:
            show(f"Printing {role}")
            printed, report = fill_order(order)
    except UnknownName as unknown:
        raise typer.BadParameter(str(unknown)) from None
    except Stopped as stopped:
        stop(stopped.report)
    for file in printed:
        file.write(out)
        say(f"{file.path(out)}: {file.format.label}, {-(-file.size // 1000)} KB.")
    if len(report):
        say(f"\n{as_text(report)}")
