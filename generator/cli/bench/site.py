"""`bench site`: what the whole site takes to make."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from generator.cli.bench.figures import Form, as_json, counted, known, show_machine, show_taken
from generator.cli.terminal import progress


def site(
    sizes: Annotated[str, typer.Option("--sizes", help="How many services, with commas between.")] = "100,1000,10000",
    form: Form = "table",
) -> None:
    """Time, memory and bytes of the whole site with many made-up services, beside plain MkDocs Material on the same pages."""
    from generator.bench.whole_site import measure

    known(form)
    with progress() as told:
        measured = measure(Path.cwd(), counted(sizes), told)
    if form == "json":
        as_json(measured.plain())
        return
    show_taken("Services", measured.took)
    show_machine(measured.machine)
