"""Guess the mistake that stopped the YAML parser, from the lines themselves and not from the parser's messages."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from generator.knowledge.reading.document import SourceText
from generator.knowledge.reading.yaml_indents import further_in_hint, list_hint, no_colon_hint, out_of_line_hint
from generator.knowledge.reading.yaml_lines import YamlHint, indent_of, line_above
from generator.knowledge.reading.yaml_signs import (
    colon_hint,
    merge_hint,
    quote_above_hint,
    quote_hint,
    sign_hint,
    space_hint,
    unclosed_hint,
)

HintFinder = Callable[[SourceText, int], YamlHint | None]
"""Looks for one kind of mistake in the line with this number."""


def hint_for(text: SourceText, spots: Sequence[tuple[int, int]]) -> YamlHint:
    """The most likely mistake. `spots` are where the unfinished construct starts, if the parser says so, and where it stopped."""
    first, stopped = spots[0], spots[-1]
    near = (stopped[0], line_above(text, stopped[0]))
    return (
        unclosed_hint(text, first, stopped)
        or _first(text, near, (merge_hint, space_hint, colon_hint, quote_hint, sign_hint, no_colon_hint))
        or quote_above_hint(text, stopped[0])
        or _first(text, near, (further_in_hint, list_hint, out_of_line_hint))
        or _unknown(text, stopped)
    )


def _first(text: SourceText, numbers: Sequence[int], looks: Sequence[HintFinder]) -> YamlHint | None:
    """The first hint that any of the finders gives, line by line."""
    return next(filter(None, (look(text, number) for number in numbers for look in looks)), None)


def _unknown(text: SourceText, stopped: tuple[int, int]) -> YamlHint:
    line = min(stopped[0], len(text.lines))
    column = stopped[1] if line == stopped[0] and stopped[1] <= len(text.line(line)) else indent_of(text.line(line)) + 1
    return YamlHint(
        "The usual cause is wrong indentation, or a bracket or quote that is not closed.",
        "Give all keys of one record the same indentation, and close every bracket and quote.",
        line,
        column,
        0,
    )
