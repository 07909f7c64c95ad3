"""The option `--column` of `services import`, and what is remembered of it for the next import of the same feed."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import typer

from generator.cli.terminal import say

if TYPE_CHECKING:
    from generator.knowledge.directory.importing.records import Import
    from generator.knowledge.directory.importing.remembered import Columns


def named_columns(data: Path, feed: str, given: list[str]) -> Columns:
    """The columns of a feed: those that were remembered, and those given now, which count first. Raises Stopped, BadParameter."""
    from generator.knowledge.directory.importing.remembered import columns_file, joined_columns, remembered_columns

    name = columns_file(feed)
    return joined_columns(remembered_columns(data.parent / name, name), _columns(given))


def say_columns(data: Path, asked: Import, *, keep: bool) -> None:
    """Print the columns of a table that were named, and with `keep` remember them."""
    from generator.knowledge.directory.importing.remembered import columns_file, columns_text
    from generator.machine.atomic_write import write_all

    if not asked.columns or not asked.is_table:
        return
    name = columns_file(asked.feed)
    if keep:
        write_all({data.parent / name: columns_text(asked.feed, asked.columns).encode()})
    say(f"Columns of {asked.feed}: {'; '.join(f'{heading} = {field}' for heading, field in asked.columns)}")
    if keep or (data.parent / name).exists():
        say(f"  {'Remembered in' if keep else 'As in'} {name}. To change one, name it again with --column.")


def _columns(given: list[str]) -> tuple[tuple[str, str], ...]:
    """Headings with their fields, as `--column` gives them."""
    from generator.knowledge.directory.importing.headings import FIELDS
    from generator.problems import did_you_mean

    found = []
    for text in given:
        heading, sign, name = text.rpartition("=")
        field = name.strip().lower().replace(" ", "_")
        if not sign or not heading.strip():
            raise typer.BadParameter(f"‘{text}’ must be a heading, = and a field: “Service name=name”.", param_hint="--column")
        if field not in FIELDS:
            raise typer.BadParameter(f"There is no field ‘{field}’.{did_you_mean(field, FIELDS)}", param_hint="--column")
        found.append((heading.strip(), field))
    return tuple(found)
