"""How it is asked for: the commands, and the only place that prints."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import typer

from generator.cli import bench, new, packs, reviewing, services, site
from generator.cli.terminal import say
from generator.problems import Report, as_text
from generator.publishing.disk import not_written

app = typer.Typer(
    name="fingerpost",
    help="Job packs and signposting for primary care mental health, from plain YAML.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
for command in (site.build, site.check, packs.pack, reviewing.review, site.schema):
    app.command()(command)
app.add_typer(new.new, name="new")
app.add_typer(bench.bench, name="bench")
app.add_typer(services.services, name="services")


OUR_MISTAKE = 70
"""The exit code of a mistake of ours: EX_SOFTWARE of sysexits.h."""


def main() -> None:
    """Run the command. What a user did wrong is told in words, never as a traceback."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        app()
    except BrokenPipeError:
        os._exit(1)  # whoever read our words has gone
    except OSError as error:  # a full disk, a folder of somebody else's
        say(as_text(Report([not_written(error, Path.cwd())])))
        sys.exit(1)
    except Exception as error:
        if os.environ.get("FINGERPOST_DEBUG"):
            raise
        say(f"Fingerpost has made a mistake ({type(error).__name__}). It is ours, not yours. Nothing was published.")
        say("Tell us what you did. With FINGERPOST_DEBUG=1 before the command, it shows where it stopped.")
        sys.exit(OUR_MISTAKE)
