"""A line of YAML that the parser could not read: its key, value and indentation, and what a guess at the mistake says."""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.knowledge.reading.document import SourceText

PAIR = re.compile(r"\s*(?:- +)*(?P<key>[^\s:#\"'\[{][^:#]*?)\s*:(?:\s+(?P<value>\S.*?))?\s*$")
"""A key with its value, or a key alone."""

_ITEM = re.compile(r"\s*(?:- +)+(?P<value>\S.*?)\s*$")


@dataclass(frozen=True)
class YamlHint:
    """The mistake, its cure, and the characters to underline; a length of 0 means the rest of the line."""

    says: str
    cure: str
    line: int
    column: int
    length: int = 1


def indent_of(line: str) -> int:
    """The number of spaces that a line starts with."""
    return len(line) - len(line.lstrip(" "))


def line_above(text: SourceText, number: int) -> int:
    """The nearest line above that is not blank and not a comment."""
    number -= 1
    while number > 0 and (not text.line(number).strip() or text.line(number).lstrip().startswith("#")):
        number -= 1
    return number


def pair_value(text: SourceText, number: int) -> tuple[str, int]:
    """The value of a key or list item on a line, and the index at which it starts."""
    line = text.line(number)
    match = PAIR.match(line) or _ITEM.match(line)
    if not match or match["value"] is None:
        return "", 0
    return match["value"], match.start("value")
