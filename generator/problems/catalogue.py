"""The catalogue of everything that can be wrong. The page of documented errors is made from it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.problems.place import Place, Problem, Severity
from generator.problems.rules_checks import CHECKING
from generator.problems.rules_files import READING


@dataclass(frozen=True)
class Rule:
    """One kind of problem. `message` and `cure` have gaps in braces that each problem fills."""

    code: str
    title: str
    message: str
    cure: str
    about: str
    severity: Severity = "error"
    example: str = ""

    def at(self, place: Place, /, **gaps: object) -> Problem:
        """The problem at a place."""
        return Problem(self.code, self.severity, self.message.format(**gaps), self.cure.format(**gaps), place)


def _rules(entries: Iterable[dict[str, str]]) -> dict[str, Rule]:
    return {entry["code"]: Rule(**entry) for entry in entries}  # type: ignore[arg-type]


RULES: dict[str, Rule] = _rules([*READING, *CHECKING])
"""Every rule by its code."""


def rule(code: str) -> Rule:
    """The rule of this code. Raises KeyError for a code that is not in the catalogue: that is our own mistake."""
    return RULES[code]
