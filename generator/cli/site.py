"""The commands `build`, `check` and `schema`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from generator.cli.mending import mend_words
from generator.cli.terminal import (
    Content,
    Data,
    Out,
    ReferenceDoc,
    Scheduler,
    Templates,
    Workers,
    check_format,
    folders_of,
    progress,
    say,
    stop,
)
from generator.machine.clock import today
from generator.problems import WRITERS, Stopped, as_text
from generator.publishing.disk.folders import Folders


def build(
    data: Data = Path("data"),
    content: Content = Path("content"),
    templates: Templates = None,
    out: Out = Path("site"),
    workers: Workers = 0,
    scheduler: Scheduler = None,
    reference_doc: ReferenceDoc = None,
    no_packs: Annotated[bool, typer.Option("--no-packs", help="Leave out the files to download.")] = False,
    no_cache: Annotated[bool, typer.Option("--no-cache", help="Print every pack again, and do not read or write the cache.")] = False,
) -> None:
    """Build the whole site."""
    from generator.publishing.printing.choices import Printing
    from generator.publishing.site import build_site

    try:
        with progress() as show:
            folders = folders_of(data, content, out, templates)
            printing = None if no_packs else Printing(workers, reference_doc, remember=not no_cache, scheduler=scheduler)
            built = build_site(folders, today(), printing=printing, progress=show)
    except Stopped as stopped:
        say("Nothing was published. The previous site has not been changed.\n")
        stop(stopped.report)
    if len(built.report):
        say(as_text(built.report))
    say(f"{out}: {built.pages} pages and {built.packs} files to download.")


def check(
    data: Data = Path("data"),
    content: Content = Path("content"),
    form: Annotated[str, typer.Option("--format", help="text, json, sarif or github.")] = "text",
    fix: Annotated[bool, typer.Option("--fix", help="Make the replacements of safe rules. Shows the changes and asks first.")] = False,
    yes: Annotated[bool, typer.Option("--yes", help="With --fix: do not ask.")] = False,
) -> None:
    """Report every problem in the data, and in the wording of hand-written pages."""
    from generator.publishing.disk.checked import ToCheck, checked

    check_format(form, WRITERS)
    project = Path.cwd()
    if fix:
        from generator.knowledge.library.loading import load

        if form != "text":
            raise typer.BadParameter("--fix shows its changes as text. Leave --format out.", param_hint="--format")
        mend_words(load(project / data, data.as_posix())[0], yes, today())
    stop(checked(Folders.of(project), ToCheck(project / data, data.as_posix(), project / content, today())), form)


def schema(out: Out = Path("data/schemas")) -> None:
    """Write the JSON Schemas, which editors use for completion and checks."""
    from generator.knowledge.reading.schema import json_schemas
    from generator.machine.atomic_write import write_all

    write_all({out / name: text.encode() for name, text in json_schemas().items()})
    say(f"{out}: {len(json_schemas())} schemas.")
