"""Problems as bytes, for a cache, and back. What is not exactly what this module writes is not read."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from generator.problems.catalogue import RULES
from generator.problems.place import Place, Problem

_SEVERITIES = ("error", "warning", "information")


def problems_as_bytes(problems: Iterable[Problem]) -> bytes:
    """Problems in their order, each with its place."""
    return json.dumps([_row(problem) for problem in problems]).encode()


def _row(problem: Problem) -> list[str | int]:
    place = problem.place
    words = [problem.code, problem.severity, problem.message, problem.cure]
    return [*words, place.file, place.line, place.column, place.text, place.length]


_ROW = (str, str, str, str, str, int, int, str, int)


def problems_in(content: bytes) -> list[Problem] | None:
    """The problems that `problems_as_bytes` wrote; None for anything else."""
    try:
        rows = json.loads(content)
    except (ValueError, RecursionError):
        return None
    if not isinstance(rows, list) or not all(map(_sound, rows)):
        return None
    return [Problem(code, severity, message, cure, Place(*place)) for code, severity, message, cure, *place in rows]


def _sound(row: Any) -> bool:
    """Whether this is a problem of the catalogue: every value of its kind."""
    if not isinstance(row, list) or [type(value) for value in row] != list(_ROW):
        return False
    return row[0] in RULES and row[1] in _SEVERITIES
