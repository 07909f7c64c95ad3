"""The command `areas import`."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Annotated

import typer

from generator.cli.terminal import Data, loaded, say
from generator.machine.clock import today

_FILE = "The ONS Postcode Directory as CSV, or Code-Point Open with a row of headings."

areas = typer.Typer(help="Areas, and the postcodes in them.", no_args_is_help=True)


@areas.callback()
def keep_name() -> None:
    """Keep `import` a command of its own."""


@areas.command("import")
def import_districts(
    file: Annotated[Path, typer.Argument(help=_FILE, exists=True, dir_okay=False)],
    source: Annotated[str, typer.Option("--source", help="The id of the file’s record in data/sources/.")],
    data: Data = Path("data"),
) -> None:
    """Write the table of postcode districts from a directory of postcodes, for the areas that have a `code`."""
    from generator.knowledge.directory.postcode_files import read_districts
    from generator.knowledge.directory.postcode_table import lines_left_out, ours, table_file
    from generator.machine.atomic_write import write_whole

    library = loaded(data)
    if source not in library.sources:
        raise typer.BadParameter(f"There is no source called ‘{source}’ in {data}/sources/. Add it first.", param_hint="--source")
    codes = {area.code: area.id for area in library.areas.values() if area.code}
    with file.open(encoding="utf-8-sig", errors="replace", newline="") as lines:
        try:
            found = read_districts(lines, codes)
        except csv.Error:
            found = None
    if found is None:
        wanted = "a postcode (PCDS) and a local authority (OSLAUA or LAD25CD)"
        raise typer.BadParameter(f"{file} is no CSV file with columns for {wanted}.", param_hint="FILE")
    if not ours(found):
        raise typer.BadParameter(f"{file} has no postcode in an area of ours. Does each area have its `code`?", param_hint="FILE")
    target = data / "vocabularies" / "postcodes.yaml"
    write_whole(Path.cwd() / target, table_file(found, source, today()).encode())
    say("\n".join([f"{target}: {len(ours(found)):,} postcode districts.", *lines_left_out(found)]))
