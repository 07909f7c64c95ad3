"""What the cells of a criterion say, as the data says it: its level, and how the panel will find out."""

from __future__ import annotations

import re

_LEVELS = {"essential": "essential", "e": "essential", "desirable": "desirable", "d": "desirable"}
"""Levels by what people write."""

_WAYS = {
    **dict.fromkeys(("application", "application form", "applications", "a"), "application"),
    **dict.fromkeys(("interview", "interviews", "at interview", "i"), "interview"),
    **dict.fromkeys(("test", "tests", "assessment", "exercise", "t"), "test"),
    **dict.fromkeys(("certificate", "certificates", "c"), "certificate"),
}
"""Ways to assess by what people write."""


def level_of(words: str) -> str:
    """`essential` for ‘Essential’, or nothing where it cannot be said."""
    return _LEVELS.get(words.strip(" .").lower(), "")


def assessed_of(words: str) -> tuple[str, ...]:
    """`("application", "interview")` for ‘Application, interview’, or nothing where any of it cannot be said."""
    said = [each for each in re.split(r"\s*(?:[,;/&+]|\band\b)\s*", words.strip(" .").lower()) if each]
    ways = [_WAYS.get(each, "") for each in said]
    return tuple(dict.fromkeys(ways)) if all(ways) else ()
