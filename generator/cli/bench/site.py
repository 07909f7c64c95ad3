"""`bench site`: what the whole site takes to make."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from generator.cli.bench.figures import Form, as_json, counted, known, measuring, show_end, show_taken


def site(
    sizes: Annotated[str, typer.Option("--sizes", help="How many services, with commas between.")] = "100,1000,10000",
    form: Form = "table",
) -> None:
    """Time, memory and bytes of the whole site with many made-up services, beside plain MkDocs Material on the same pages."""
    from generator.bench.whole_site import measure

    known(form)
    counts = counted(sizes)
    with measuring() as told:
        measured = measure(Path.cwd(), counts, told)
    if form == "json":
        as_json(measured.plain())
        return
    show_taken("Services", measured.took)
    show_end(measured.machine, measured.left_out)
