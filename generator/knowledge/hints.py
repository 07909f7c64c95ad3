"""What most likely went wrong in a line that YAML cannot read, from the line itself and not from the parser's English."""

from __future__ import annotations

import re

_VALUE = re.compile(r"^\s*(?:- )?[\w-]+:\s+(?P<value>\S.*)$")

Hint = tuple[str, str, int]
"""What is wrong, the cure, and the line it stands on."""


def hint_for(lines: list[str], stopped: int) -> Hint:
    """The likeliest mistake at or just above the line (counted from 1) where the parser stopped."""
    for number in (stopped, stopped - 1, stopped - 2):
        line = lines[number - 1] if 0 < number <= len(lines) else ""
        for look in (_colon, _quote, _special, _no_space):
            found = look(line)
            if found:
                return (*found, number)
    return (
        "The spaces at the start of a line, or a bracket or quote left open, are the usual cause.",
        "Line up the keys of one record under each other, and close every bracket and quote.",
        max(1, min(stopped, len(lines))),
    )


def _value(line: str) -> str:
    match = _VALUE.match(line)
    return match["value"] if match else line.strip().removeprefix("- ")


def _colon(line: str) -> tuple[str, str] | None:
    value = _value(line)
    if re.search(r":\s", value) and value[0] not in "\"'{[>|":
        return "The text has a colon in it.", 'Put double quotes round the text: "…".'
    return None


def _quote(line: str) -> tuple[str, str] | None:
    value = _value(line)
    for mark in "\"'":
        if value.startswith(mark) and (len(value) == 1 or not value.rstrip().endswith(mark)):
            return "A quote is opened and not closed.", f"Put {mark} at the end of the text as well, or take it away at the start."
        if value.startswith(mark) and value.count(mark) > 2:
            return "There are quotes inside the quotes.", "Use curly quotes (‘ ’ or “ ”) inside the text."
    return None


def _special(line: str) -> tuple[str, str] | None:
    value = _value(line)
    if value[:1] in tuple("@`%&*!|>") and len(value) > 1 and not re.fullmatch(r"[|>][+-]?", value):
        return f"The text begins with ‘{value[0]}’, which means something else in YAML.", 'Put double quotes round the text: "…".'
    return None


def _no_space(line: str) -> tuple[str, str] | None:
    if re.match(r"^\s*(?:- )?[a-z_]+:[^\s/]", line):
        return "There is no space after the colon.", "Put a space after the colon."
    return None
