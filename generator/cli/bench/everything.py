"""Bare `bench`: all benchmarks, at several sizes."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from generator.cli.bench.figures import Form, count_option, known, measuring, print_json, show_end, show_measurements
from generator.cli.bench.search import show_search
from generator.cli.bench.wording import LABELLED, labelled_set, show_wording
from generator.cli.terminal import say
from generator.machine.clock import today


def everything(
    context: typer.Context,
    scale: Annotated[
        str,
        typer.Option(
            "--scale",
            help="Multiples of the data in this folder, separated by commas. On two cores, 1 and 10 take 5 minutes "
            "together, and 100 takes 8.",
        ),
    ] = "1,10,100",
    form: Form = "table",
) -> None:
    """Measure the speed on this machine, compared with other tools for the same purpose.

    Without a command: packs, site, search and wording, at 1, 10 and 100 times the services and networks in this folder.
    """
    if context.invoked_subcommand:
        return
    from generator.bench.everything import measure_everything

    known(form)
    scales = count_option(scale, "--scale", "1,10,100")
    with measuring() as notify:
        measured = measure_everything(Path.cwd(), labelled_set(LABELLED), scales, today(), notify)
    if form == "json":
        print_json(measured.plain())
        return
    for counts, took in (("Files", measured.packs), ("Services", measured.site)):
        if took:
            show_measurements(counts, took)
            say("")
    if measured.searched:
        show_search(measured.searched)
        say("")
    if measured.worded:
        show_wording(measured.worded)
    show_end(measured.machine, measured.left_out)
