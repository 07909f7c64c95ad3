"""How it is asked for: the commands, and the only place that prints."""

from __future__ import annotations

import sys

import typer

from generator.cli import new, packs, site

app = typer.Typer(
    name="fingerpost",
    help="Job packs and signposting for primary care mental health, from plain YAML.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
for command in (site.build, site.check, packs.pack, site.schema):
    app.command()(command)
app.add_typer(new.new, name="new")


def main() -> None:
    """Run the command. What a user did wrong is told in words, never as a traceback."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    app()
