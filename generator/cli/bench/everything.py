"""Bare `bench`: everything that can be measured, at several sizes."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from generator.cli.bench.figures import Form, as_json, counted, known, show_machine, show_taken
from generator.cli.bench.search import show_searched
from generator.cli.bench.wording import LABELLED, show_worded
from generator.cli.terminal import progress, say, stop
from generator.problems import Stopped
from generator.publishing.clock import today


def everything(
    context: typer.Context,
    scale: Annotated[
        str,
        typer.Option(
            "--scale",
            help="How many times the data of this folder, with commas between. On two cores 1 and 10 take 5 minutes "
            "together, and 100 takes 8.",
        ),
    ] = "1,10,100",
    form: Form = "table",
) -> None:
    """Measure how fast it is on this machine, beside other ways to the same end.

    Without a command: packs, site, search and words, at 1, 10 and 100 times the services and networks of this folder.
    """
    if context.invoked_subcommand:
        return
    from generator.bench.everything import measure

    known(form)
    scales = counted(scale, "--scale", "1,10,100")
    try:
        with progress() as told:
            measured = measure(Path.cwd(), LABELLED, scales, today(), told)
    except Stopped as stopped:
        stop(stopped.report)
    if form == "json":
        as_json(measured.plain())
        return
    show_taken("Files", measured.packs)
    say("")
    show_taken("Services", measured.site)
    if measured.searched:
        say("")
        show_searched(measured.searched)
    if measured.worded:
        say("")
        show_worded(measured.worded)
    for left_out in measured.left_out:
        say(f"Left out: {left_out}")
    show_machine(measured.machine)
