"""The command line. No other package prints."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Annotated

import typer

from generator.cli import area_update, areas, bench, bringing, drafts, new, packs, queue, reviewing, services, site, upkeep, verifying
from generator.cli.streams import CLOSED, NotSaid, complain, give_up_output, prepare
from generator.cli.terminal import say
from generator.machine.clock import today
from generator.problems import Report, Stopped, as_text
from generator.publishing.disk.os_errors import not_written

app = typer.Typer(
    name="fingerpost",
    help="Job packs and signposting for primary care mental health, from plain YAML.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
for command in (site.build, site.check, packs.pack, drafts.draft, bringing.bring, reviewing.review, site.schema):
    app.command()(command)
app.add_typer(new.new, name="new")
app.add_typer(bench.bench, name="bench")
app.add_typer(areas.areas, name="areas")
app.add_typer(area_update.area, name="area")
services.services.command("queue")(queue.show_queue)
services.services.command("merge")(upkeep.merge)
services.services.command("rename")(upkeep.rename)
services.services.command("verify")(verifying.verify)
app.add_typer(services.services, name="services")


WRONG_USE = 2

OUR_MISTAKE = 70
"""The exit code for a bug in Fingerpost: EX_SOFTWARE of sysexits.h."""


def _say_version(*, asked: bool) -> None:
    if asked:
        from importlib.metadata import version  # most commands need no version

        say(f"Fingerpost {version('fingerpost')}")
        raise typer.Exit


@app.callback()
def begin(
    *, _version: Annotated[bool, typer.Option("--version", callback=_say_version, is_eager=True, help="Show the version.")] = False
) -> None:
    """Check the environment before any command runs."""
    try:
        today()
    except Stopped as stopped:
        say(as_text(stopped.report))
        raise typer.Exit(WRONG_USE) from None


def main() -> None:
    """Run the command. A user's mistake is explained in words, never with a traceback."""
    if not prepare():
        complain(CLOSED)
        sys.exit(WRONG_USE)
    try:
        code = _run()
        _flush()
    except NotSaid as unsaid:
        give_up_output()
        reason = unsaid.__cause__
        if not isinstance(reason, BrokenPipeError):  # the reader, such as `head`, has closed the pipe and needs no message
            complain(f"Fingerpost could not write to standard output: {getattr(reason, 'strerror', reason)}.")
        code = 1
    sys.exit(code)


def _run() -> int | str | None:
    """Run the command and return its exit code. Raises NotSaid if standard output cannot be written."""
    try:
        app()
    except SystemExit as left:
        return left.code
    except OSError as error:  # a full disk, or a folder without permission
        say(as_text(Report([not_written(error, Path.cwd())])))
        return 1
    except NotSaid:
        raise
    except Exception as error:
        if os.environ.get("FINGERPOST_DEBUG"):
            raise
        say(f"There is a bug in Fingerpost ({type(error).__name__}). It is not your mistake. Nothing was published.")
        say("Please tell us what you did. With FINGERPOST_DEBUG=1 before the command, it shows where it stopped.")
        return OUR_MISTAKE
    return 0


def _flush() -> None:
    try:
        sys.stdout.flush()
    except OSError as error:
        raise NotSaid from error
