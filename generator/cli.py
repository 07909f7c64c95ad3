"""How it is asked for: the commands, and the only place that prints."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console

from generator.problems import WRITERS, Report, Stopped, as_text
from generator.publishing.clock import today
from generator.publishing.folders import Folders, Told

if TYPE_CHECKING:
    from jinja2 import Environment

    from generator.knowledge.library import Library

    Starter = Callable[[Library, str, date, Environment], dict[str, str]]

app = typer.Typer(
    name="fingerpost",
    help="Job packs and signposting for primary care mental health, from plain YAML.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
new = typer.Typer(help="Write a commented file to fill in.", no_args_is_help=True)
app.add_typer(new, name="new")

Data = Annotated[Path, typer.Option("--data", help="The folder of YAML files.")]
Content = Annotated[Path, typer.Option("--content", help="The folder of hand-written pages.")]
Templates = Annotated[list[Path] | None, typer.Option("--templates", help="A folder whose templates come before ours.")]
Out = Annotated[Path, typer.Option("--out", help="The folder to write to.")]


@contextmanager
def progress() -> Iterator[Told]:
    """Say what is going on, on one line that changes, and only on a terminal."""
    console = Console(stderr=True)
    if not console.is_terminal:
        yield lambda _: None
        return
    with console.status("Starting") as status:
        yield status.update


def say(text: str) -> None:
    """Print to standard output."""
    sys.stdout.write(text if text.endswith("\n") else text + "\n")


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


@app.command()
def build(
    data: Data = Path("data"),
    content: Content = Path("content"),
    templates: Templates = None,
    out: Out = Path("site"),
    no_packs: Annotated[bool, typer.Option("--no-packs", help="Leave out the files to download.")] = False,
) -> None:
    """Make the whole site."""
    from generator.publishing.site import build as build_site

    try:
        with progress() as told:
            built = build_site(folders_of(data, content, out, templates), today(), packs=not no_packs, told=told)
    except Stopped as stopped:
        say("Nothing was published. The site that was there before is as it was.\n")
        stop(stopped.report)
    if len(built.report):
        say(as_text(built.report))
    say(f"{out}: {built.pages} pages and {built.packs} files to download.")


@app.command()
def check(
    data: Data = Path("data"),
    form: Annotated[str, typer.Option("--format", help="text, json, sarif or github.")] = "text",
) -> None:
    """Every problem in the data, in one pass."""
    from generator.checks import check as check_library
    from generator.knowledge.library import load

    if form not in WRITERS:
        raise typer.BadParameter(f"‘{form}’ is not a format. Choose one of: {', '.join(WRITERS)}.", param_hint="--format")
    library, report = load(Path.cwd() / data, data.as_posix())
    report.extend(check_library(library, today()))
    stop(report, form)


@app.command()
def pack(
    role: Annotated[str, typer.Argument(help="The role’s id, such as link-worker-band-6.")],
    network: Annotated[str | None, typer.Option("--network", help="The id of a network that tailors the role.")] = None,
    to: Annotated[str, typer.Option("--to", help="The forms to make: pdf, docx, txt, xlsx, zip, with commas between.")] = "",
    reference_doc: Annotated[Path | None, typer.Option("--reference-doc", help="A Word file whose look the pack takes on.")] = None,
    data: Data = Path("data"),
    templates: Templates = None,
    out: Out = Path("packs"),
) -> None:
    """One job pack."""
    from generator.publishing.order import Order, UnknownName, fill_order

    order = Order(Path.cwd() / data, role, network, tuple(t for t in to.split(",") if t), tuple(templates or ()), reference_doc, today())
    try:
        with progress() as told:
            told(f"Printing {role}")
            printed = fill_order(order)
    except UnknownName as unknown:
        raise typer.BadParameter(str(unknown)) from None
    except Stopped as stopped:
        stop(stopped.report)
    for made in printed:
        made.write(out)
        say(f"{made.path(out)}: {made.format.label}, {-(-len(made.content) // 1000)} KB.")


@app.command()
def schema(out: Out = Path("data/schemas")) -> None:
    """The JSON Schemas that editors use to complete and check."""
    from generator.knowledge.schema import json_schemas
    from generator.publishing.staging import write_whole

    for name, text in json_schemas().items():
        write_whole(out / name, text.encode())
    say(f"{out}: {len(json_schemas())} schemas.")


@new.command("role")
def new_role(
    role: Annotated[str, typer.Argument(help="The new role’s id, such as link-worker-band-6.")],
    data: Data = Path("data"),
    templates: Templates = None,
) -> None:
    """A role, its person specification, and the record of the document it is made from."""
    from generator.documents.starters import role_files

    write_new(role, "link-worker-band-6", role_files, data, templates)


@new.command("network")
def new_network(
    network: Annotated[str, typer.Argument(help="The new network’s id, such as north-valley.")],
    data: Data = Path("data"),
    templates: Templates = None,
) -> None:
    """A network: who it is, and what it fills in and changes in each role."""
    from generator.documents.starters import network_files

    write_new(network, "north-valley", network_files, data, templates)


def write_new(name: str, example: str, starter: Starter, data: Path, templates: list[Path] | None) -> None:
    """Write the files that a new record starts from. Nothing is written over."""
    from generator.documents.starters import can_be_id
    from generator.documents.templating import environment, slug
    from generator.knowledge.library import load
    from generator.publishing.staging import write_whole

    if not can_be_id(name):
        near = slug(name)[:60].strip("-") or example
        raise typer.BadParameter(f"‘{name}’ cannot be an id. Use small letters, figures and single hyphens only, such as ‘{near}’.")
    folder = Path.cwd() / data
    library, report = load(folder, str(data))
    try:
        files = starter(library, name, today(), environment(tuple(templates or ())))
    except Stopped as stopped:
        stop(stopped.report)
    if not folder.is_dir():
        stop(report)
    there = [str(data / path) for path in files if (folder / path).exists()]
    if there:
        raise typer.BadParameter(f"{there[0]} is there already. Nothing was written.")
    for path, text in files.items():
        write_whole(folder / path, text.encode())
        say(f"{data / path}")
    say("Write over every text in square brackets, then run: fingerpost check")


def main() -> None:
    """Run the command. What a user did wrong is told in words, never as a traceback."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    app()
