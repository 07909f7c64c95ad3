"""Find part of a text in its YAML file, even if the text is quoted or folded over several lines."""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.knowledge.reading.document import Document, SourceText, Steps
from generator.problems import Place

_HEADER = re.compile(r"[|>][0-9+-]*\s*(#.*)?$")

LineColumn = tuple[int, int]
"""A line and a column, both counted from 1."""


@dataclass(frozen=True)
class Span:
    """Part of a text in its file, from its first character to just after its last."""

    text: SourceText
    start: LineColumn
    end: LineColumn

    @property
    def place(self) -> Place:
        """The place to report. A span over several lines is underlined to the end of its first line."""
        (line, column), (last, after) = self.start, self.end
        return self.text.place(line, column, after - column if last == line else 0)


def span(document: Document, steps: Steps, start: int, end: int) -> Span | None:
    """The span of the characters `start` to `end` of the text at `steps`, or None if it cannot be matched to the file.

    Characters are counted without white space around the text, as in the model. White space inside is skipped in both the text
    and the file, because YAML folds it. Escape sequences in quotes are decoded one by one.
    """
    value = document.within(steps)
    if steps not in document.values or not isinstance(value, str) or not value.strip()[start:end].strip():
        return None
    lead = len(value) - len(value.lstrip())
    start, end = start + lead, min(end, len(value.strip())) + lead
    line, column, _ = document.values[steps]
    points = _points(document.text, (line, column), value, end)
    if points is None:
        return None
    while value[start].isspace():
        start += 1
    while value[end - 1].isspace():
        end -= 1
    return Span(document.text, points[start][0], points[end - 1][1])


def span_place(document: Document, steps: Steps, start: int, end: int) -> Place:
    """The place of the characters `start` to `end` of the text at `steps`, or of the whole text if `span` finds none."""
    part = span(document, steps, start, end)
    return part.place if part else document.place(*steps)


def _points(text: SourceText, begin: LineColumn, value: str, end: int) -> dict[int, tuple[LineColumn, LineColumn]] | None:
    """For each character of the value before `end` that is not white space: where it starts and ends in the file."""
    line, column = begin
    rest = text.line(line)[column - 1 :]
    quote = rest[0] if rest[:1] in ("'", '"') else ""
    if _HEADER.match(rest):
        line, column = line + 1, 1
    elif quote:
        column += 1
    found: dict[int, tuple[LineColumn, LineColumn]] = {}
    for index, character in enumerate(value[:end]):
        if character.isspace():
            continue
        spot = _next(text, (line, column), quote)
        length = _length(text.line(spot[0])[spot[1] - 1 :], character, quote) if spot else 0
        if not spot or not length:
            return None
        line, column = spot[0], spot[1] + length
        found[index] = (spot, (line, column))
    return found


def _next(text: SourceText, point: LineColumn, quote: str) -> LineColumn | None:
    """The next character at or after a point that is not white space. In double quotes, a backslash at a line's end joins two lines."""
    line, column = point
    last = len(text.lines)
    while line <= last:
        rest = text.line(line)[column - 1 :]
        bare = rest.lstrip()
        if bare and not (quote == '"' and bare == "\\"):
            return line, column + len(rest) - len(bare)
        line, column = line + 1, 1
    return None


def _length(rest: str, character: str, quote: str) -> int:
    """How many characters of the file encode this character of the value; 0 if the file has another character."""
    if quote == "'" and character == "'":
        return 2 if rest.startswith("''") else 0
    if quote == '"' and rest.startswith("\\"):
        escaped = re.match(r"\\(x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|.)", rest)
        if not escaped:
            return 0
        code = escaped[1]
        meant = chr(int(code[1:], 16)) if len(code) > 1 else code
        return len(escaped[0]) if meant == character else 0
    return 1 if rest.startswith(character) else 0
