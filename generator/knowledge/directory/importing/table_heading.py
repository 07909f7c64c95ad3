"""The heading of a table: which field each column is, and what its cells mean by it."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING

from generator.knowledge.directory.importing.found import ImportedRecords
from generator.knowledge.directory.importing.headings import (
    columns_meant,
    day_columns,
    field_of_column,
    guessed_columns,
)
from generator.knowledge.directory.importing.words import NOTHING, plain
from generator.knowledge.directory.table_columns import (
    AS_EXPORTED,
    DONE_BY,
    DONE_ON,
    EXPORTED_FROM,
    LOOK_AT,
    columns,
)
from generator.problems import Place, did_you_mean, rule

if TYPE_CHECKING:
    from generator.knowledge.directory.importing.records import Import

FOR_PEOPLE = frozenset({AS_EXPORTED, LOOK_AT, DONE_ON, DONE_BY})
"""Columns of our own export that are no field of a service."""

_YES_OR_NO = re.compile(r"(?i)\s*(?:yes|no|y|n)\b(?!\s*\w)")

_CLOSED = {"t": "closed", "y": "closed", "1": "closed", "f": "active", "n": "active", "0": "active"}
_ACTIVE = {"t": "active", "y": "active", "1": "active", "f": "inactive", "n": "inactive", "0": "inactive"}
_FLAGS = {"closed": _CLOSED, "is closed": _CLOSED, "active": _ACTIVE, "is active": _ACTIVE}
"""Headings that ask whether a service is open, and the status that each answer means, by its first letter."""


class TableHeading:
    """Finds the heading of one table, and reads the cells below it by it."""

    def __init__(self, asked: Import, name: str, *, has_lines: bool) -> None:
        self.asked, self.name, self.has_lines = asked, name, has_lines
        self.fields: list[str] = []
        self.heading: list[str] = []
        self.guessed: list[int] = []
        """The columns whose field is a guess."""
        self.days: dict[int, str] = {}
        """The columns that hold the hours of one day each."""

    def at(self, number: int) -> Place:
        """The place of a row."""
        return Place(self.name, number, 1) if self.has_lines else Place(self.name)

    def is_heading(self, cells: list[str]) -> bool:
        """Whether a row has the headings. A title of one cell is none, unless the table has one column."""
        meant = columns_meant(cells, self.asked.columns)
        return ("name" in meant or {"id", EXPORTED_FROM} <= {*meant}) and (len([*filter(None, cells)]) > 1 or len(cells) == 1)

    def read(self, number: int, cells: list[str]) -> ImportedRecords:
        """Remember which column is which, and warn of those that are none."""
        self.fields, self.heading = columns_meant(cells, self.asked.columns), [cell.strip() for cell in cells]
        for name, field in zip(self.heading, self.fields, strict=True):
            if name and not field and name not in FOR_PEOPLE:
                key = name.lower().replace(" ", "_")
                near = "" if key in columns() else did_you_mean(key, columns())
                yield rule("import-column-unknown").at(self.at(number), column=name[:60], near=near)
        self.guessed = guessed_columns(cells, self.asked.columns)
        self.days = {index: day for index, day in day_columns(cells).items() if self.fields[index] == "hours"}
        for index in self.guessed:
            yield rule("import-column-guessed").at(self.at(number), column=self.heading[index][:60], field=self.fields[index])

    @cached_property
    def columns(self) -> dict[str, int]:
        """The position of each field, counted from 1."""
        named = [(field, index) for index, field in enumerate(self.fields, 1) if field]
        return dict(reversed([*((field_of_column(field), index) for field, index in named), *named]))

    def answered(self, index: int, cell: str) -> str:
        """A cell as it is meant: with the question or the day that is its heading, and empty where it only says that it is."""
        if index in self.days and cell.strip():
            return "" if plain(cell) in ("closed", *NOTHING) else f"{self.days[index].title()} {cell.strip()}"
        if index in self.guessed and _YES_OR_NO.match(cell):
            return f"{self.heading[index]} {cell.strip()}"
        if (words := _FLAGS.get(plain(self.heading[index] if index < len(self.heading) else ""))) and cell.strip():
            return words.get(cell.strip().lower()[:1], cell)
        return "" if cell.strip().lower() in NOTHING else cell
