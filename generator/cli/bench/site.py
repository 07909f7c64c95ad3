"""`bench site`: time and memory for building the whole site."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from generator.cli.bench.figures import Form, count_option, known, measuring, print_json, show_end, show_measurements


def site(
    sizes: Annotated[str, typer.Option("--sizes", help="Numbers of services, separated by commas.")] = "100,1000,10000",
    form: Form = "table",
) -> None:
    """Measure time, memory and size of the whole site with many fictional services, compared with plain MkDocs Material."""
    from generator.bench.whole_site import measure_whole_site

    known(form)
    counts = count_option(sizes)
    with measuring() as notify:
        measured = measure_whole_site(Path.cwd(), counts, notify)
    if form == "json":
        print_json(measured.plain())
        return
    show_measurements("Services", measured.took)
    show_end(measured.machine, measured.left_out)
