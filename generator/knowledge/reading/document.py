"""A parsed file: its value, and the place of each part of it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field

from generator.problems import Place

Steps = tuple[str | int, ...]
"""The path to a value: keys and list indexes, such as ("sections", 0, "statements", 3, "text")."""

Value = str | int | bool | None | list["Value"] | dict[str, "Value"]

Spot = tuple[int, int, int]
"""A line and a column, counted from 1, and the number of characters to underline; 0 means the rest of the line."""


@dataclass(frozen=True)
class SourceText:
    """The lines of a file, so that any place in it can be quoted."""

    file: str
    lines: list[str]

    def line(self, number: int) -> str:
        """The line with this number, counted from 1, or "" if there is no such line."""
        return self.lines[number - 1] if 0 < number <= len(self.lines) else ""

    def place(self, line: int, column: int, length: int = 0) -> Place:
        """The place at a line and column, counted from 1."""
        quoted = self.line(line)
        return Place(self.file, line, column, quoted, length or max(1, len(quoted.rstrip()) - column + 1))


@dataclass
class Document:
    """The value of a file, and the place of each part of it."""

    text: SourceText
    value: Value = None
    values: dict[Steps, Spot] = field(default_factory=dict)
    keys: dict[Steps, Spot] = field(default_factory=dict)
    refused: set[Steps] = field(default_factory=set)
    """Paths of values that were rejected during parsing, so that they are not reported a second time."""

    @property
    def file(self) -> str:
        """The name of the file in messages."""
        return self.text.file

    def digest(self) -> bytes:
        """A digest of the file’s name and lines: everything that its value and its places come from."""
        return hashlib.sha256("\n".join((self.file, *self.text.lines)).encode("utf-8", "surrogatepass")).digest()

    def let_go(self) -> None:
        """Free what can be computed again, once the record is made. Here there is nothing."""

    @classmethod
    def empty(cls, name: str) -> Document:
        """The document of a file that was not read."""
        return cls(SourceText(name, []))

    def at(self, key: str) -> Value:
        """The value of a top-level key, or None."""
        return self.value.get(key) if isinstance(self.value, dict) else None

    def within(self, steps: Steps) -> Value:
        """The value at a path, or None if there is none."""
        value = self.value
        for step in steps:
            if isinstance(value, dict) and isinstance(step, str):
                value = value.get(step)
            elif isinstance(value, list) and isinstance(step, int) and step < len(value):
                value = value[step]
            else:
                return None
        return value

    def place(self, *steps: str | int) -> Place:
        """The place of a value, or of the nearest value around it whose place is known."""
        return self._at(self.values, steps)

    def key(self, *steps: str | int) -> Place:
        """The place of a value's key."""
        return self._at(self.keys, steps) if steps in self.keys else self.place(*steps)

    def _at(self, spots: dict[Steps, Spot], steps: Steps) -> Place:
        while steps and steps not in spots:
            steps = steps[:-1]
        spot = spots.get(steps)
        return self.text.place(*spot) if spot else Place(self.file)
