"""The benchmark commands: bare `bench` for everything, and `bench packs`, `bench site`, `bench search` and `bench wording`."""

from __future__ import annotations

import typer

from generator.cli.bench.everything import everything
from generator.cli.bench.packs import packs
from generator.cli.bench.search import search
from generator.cli.bench.site import site
from generator.cli.bench.wording import wording

bench = typer.Typer()
bench.callback(invoke_without_command=True)(everything)
for command in (packs, site, search, wording):
    bench.command()(command)
