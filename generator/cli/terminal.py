"""Options and output shared by all commands."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from generator.cli.streams import NotSaid
from generator.problems import WRITERS, Report
from generator.publishing.disk.folders import Folders, Progress

if TYPE_CHECKING:
    from generator.knowledge.library.library import Library

Data = Annotated[Path, typer.Option("--data", help="The folder of YAML files.")]
Content = Annotated[Path, typer.Option("--content", help="The folder of hand-written pages.")]
Templates = Annotated[list[Path] | None, typer.Option("--templates", help="A folder of templates that replace ours.")]
Out = Annotated[Path, typer.Option("--out", help="The folder to write to.")]

ReferenceDoc = Annotated[Path | None, typer.Option("--reference-doc", help="A Word file whose styles the packs use.", metavar="FILE")]
Workers = Annotated[int, typer.Option("--workers", min=0, help="The number of processes that print packs. 0 means one for each core.")]
Scheduler = Annotated[
    str | None, typer.Option("--scheduler", help="The address of a Dask scheduler whose workers print the packs.", metavar="ADDRESS")
]


@contextmanager
def progress() -> Iterator[Progress]:
    """Show the current step on one line that changes, on a terminal only. Yields the function that shows a text.

    No spinner: rich would draw it from a thread, and a process with threads cannot be forked safely.
    """
    from rich.console import Console  # imported late, like all that only some commands use
    from rich.live import Live

    console = Console(stderr=True)
    if not console.is_terminal:
        yield lambda _: None
        return
    line = Live("Starting", console=console, auto_refresh=False, transient=True)

    def show(text: str) -> None:
        with suppress(OSError):  # a closed terminal must not stop a build
            line.update(text, refresh=True)

    with suppress(OSError):
        line.start()
    try:
        yield show
    finally:
        with suppress(OSError):
            line.stop()


def say(text: str) -> None:
    """Print to standard output. Raises NotSaid if that cannot be written."""
    try:
        sys.stdout.write(text if text.endswith("\n") else text + "\n")
    except OSError as error:
        raise NotSaid from error


def stop(report: Report, form: str = "text") -> None:
    """Print a report and exit, with code 1 if there are errors and 0 otherwise."""
    say(WRITERS[form](report))
    raise typer.Exit(1 if report.fails else 0)


def check_format(form: str, known: Iterable[str]) -> None:
    """Raise BadParameter for an output format that a command does not have."""
    names = list(known)
    if form not in names:
        raise typer.BadParameter(f"‘{form}’ is not a format. Choose one of: {', '.join(names)}.", param_hint="--format")


def check_new(file: Path) -> None:
    """Raise BadParameter for a file that would be overwritten."""
    if file.exists():
        raise typer.BadParameter(f"{file} is there already. Nothing was written.")


def loaded(data: Path, form: str = "text") -> Library:
    """The data folder of the current folder, or the end of the command where it has errors."""
    from generator.knowledge.library.loading import load

    library, report = load(Path.cwd() / data, data.as_posix())
    if report.fails:
        stop(report, form)
    return library


def folders_of(data: Path, content: Path, out: Path, templates: list[Path] | None) -> Folders:
    """The folders of a command's options, as paths in the current folder."""
    project = Path.cwd()
    options = (data, content, out, *(templates or ()))
    data, content, out, *own = (project / path for path in options)
    return Folders(project, data, content, out, tuple(own))
