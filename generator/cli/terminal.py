"""What every command uses: its options, and how it speaks."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.live import Live

from generator.cli.streams import NotSaid
from generator.problems import WRITERS, Report
from generator.publishing.disk.folders import Folders, Progress

Data = Annotated[Path, typer.Option("--data", help="The folder of YAML files.")]
Content = Annotated[Path, typer.Option("--content", help="The folder of hand-written pages.")]
Templates = Annotated[list[Path] | None, typer.Option("--templates", help="A folder whose templates come before ours.")]
Out = Annotated[Path, typer.Option("--out", help="The folder to write to.")]

ReferenceDoc = Annotated[Path | None, typer.Option("--reference-doc", help="A Word file whose look the packs take on.", metavar="FILE")]
Workers = Annotated[int, typer.Option("--workers", min=0, help="How many processes print the packs. 0 is one for each core.")]
Scheduler = Annotated[
    str | None, typer.Option("--scheduler", help="A Dask scheduler, whose workers print the packs in place of ours.", metavar="ADDRESS")
]


@contextmanager
def progress() -> Iterator[Progress]:
    """Say what is going on, on one line that changes, and only on a terminal.

    Without the thread that rich would draw a spinner with: a process that has a thread cannot be forked safely.
    """
    console = Console(stderr=True)
    if not console.is_terminal:
        yield lambda _: None
        return
    line = Live("Starting", console=console, auto_refresh=False, transient=True)

    def told(text: str) -> None:
        with suppress(OSError):  # a terminal that has been closed keeps nobody from building
            line.update(text, refresh=True)

    with suppress(OSError):
        line.start()
    try:
        yield told
    finally:
        with suppress(OSError):
            line.stop()


def say(text: str) -> None:
    """Print to standard output. Raises NotSaid where that takes no more."""
    try:
        sys.stdout.write(text if text.endswith("\n") else text + "\n")
    except OSError as error:
        raise NotSaid from error


def stop(report: Report, form: str = "text") -> None:
    """Print a report and leave: 1 where there are errors, 0 otherwise."""
    say(WRITERS[form](report))
    raise typer.Exit(1 if report.fails else 0)


def folders_of(data: Path, content: Path, out: Path, templates: list[Path] | None) -> Folders:
    """The folders that a command was given, below the folder it was run in."""
    project = Path.cwd()
    found = (data, content, out, *(templates or ()))
    data, content, out, *own = (project / path for path in found)
    return Folders(project, data, content, out, tuple(own))
