"""The columns of a feed, remembered in a file beside the data folder: `feeds/<feed>.yaml`.

The next import of the same feed reads them, so that nobody has to say them twice.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

from generator.knowledge.directory.importing.headings import FIELDS
from generator.knowledge.directory.importing.marks import digest
from generator.knowledge.directory.importing.words import plain, slug_of
from generator.knowledge.model.scopes import NO_WORDS, OWN_NAME
from generator.knowledge.model.words import Record, ShortText
from generator.knowledge.reading.schema import validate
from generator.knowledge.reading.yaml_file import read
from generator.problems import Report, Stopped, did_you_mean, rule

Columns = tuple[tuple[str, str], ...]
"""Headings of a table with the fields that they mean."""

FOLDER_OF_FEEDS = "feeds"


class FeedColumn(Record):
    """One column of a table."""

    heading: Annotated[ShortText, OWN_NAME]
    """Its heading."""
    field: Annotated[ShortText, NO_WORDS]
    """The field of ours that it means."""


class FeedColumns(Record):
    """What an import remembers of a feed."""

    feed: Annotated[ShortText, OWN_NAME]
    """The feed, as `--feed` names it, or the name of its file."""
    columns: list[FeedColumn]
    """Its columns that were named with `--column`."""


def columns_file(feed: str) -> str:
    """The path of a feed's file, beside the data folder."""
    return f"{FOLDER_OF_FEEDS}/{slug_of(feed)[:80] or digest(feed)[:8]}.yaml"


def remembered_columns(path: Path, name: str) -> Columns:
    """The columns in a feed's file; none if there is no file. Raises Stopped where it has mistakes."""
    if not path.exists():
        return ()
    document, problems = read(path, name)
    found, wrong = validate(FeedColumns, document, "the columns of a feed") if not problems else (None, problems)
    if found is None:
        raise Stopped(Report(wrong))
    for index, column in enumerate(found.columns):
        if column.field not in FIELDS:
            place = document.place("columns", index, "field")
            raise Stopped(Report([rule("feed-field-unknown").at(place, field=column.field, near=did_you_mean(column.field, FIELDS))]))
    return tuple((column.heading, column.field) for column in found.columns)


def joined_columns(remembered: Columns, said: Columns) -> Columns:
    """What was remembered, and what is said now. What is said replaces what was remembered of the same heading or field."""
    headings, fields = {plain(heading) for heading, _ in said}, {field for _, field in said}
    return (*((heading, field) for heading, field in remembered if plain(heading) not in headings and field not in fields), *said)


def columns_text(feed: str, columns: Iterable[tuple[str, str]]) -> str:
    """The text of a feed's file."""
    lines = [f"  - {{heading: {_quoted(heading)}, field: {field}}}" for heading, field in columns]
    about = "# Which column of this feed is which field. `fingerpost services import --column` writes it, and you can edit it."
    return "\n".join([about, f"feed: {_quoted(feed)}", "columns:", *lines]) + "\n"


def _quoted(text: str) -> str:
    return json.dumps(text[:160], ensure_ascii=False)
