"""Regular expressions of Python as JavaScript reads them, so that each stands once."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from generator.problems import HIDDEN

HIDDEN_SOURCE = re.sub(r"\\U(\w{8})", r"\\u{\1}", HIDDEN.pattern.encode("unicode_escape").decode())
"""The pattern of one character that must not stand in data, for JavaScript’s `u` flag."""

_UNKNOWN = re.compile(r"\(\?[<#a-zA-Z-]|[*+?}]\+|\\[AZ]")
"""What the oldest browsers that we build for do not know: looks behind, flags inside, names, and repeats that give nothing back."""

_LETTERS = r"\p{L}\p{N}_"
"""What `\\w` is in Python."""


def script_pattern(pattern: re.Pattern[str]) -> dict[str, str]:
    """The source and flags of a pattern. Raises ValueError for one that not every browser reads."""
    if _UNKNOWN.search(pattern.pattern):
        raise ValueError(f"older browsers do not read the pattern {pattern.pattern}")
    return {"source": _source(pattern.pattern), "flags": "iu" if pattern.flags & re.IGNORECASE else "u"}


def script_patterns(patterns: Mapping[Any, re.Pattern[str]]) -> dict[str, dict[str, str]]:
    """The same for several, by name."""
    return {name: script_pattern(pattern) for name, pattern in patterns.items()}


def _source(source: str) -> str:
    made, inside = "", False
    for piece in re.findall(r"\\.|.", source, re.DOTALL):
        if piece == r"\w":
            made += _LETTERS if inside else f"[{_LETTERS}]"
        elif piece == r"\W":
            made += f"[^{_LETTERS}]"
        else:
            made += piece
        inside = piece == "[" or (inside and piece != "]")
    return made
