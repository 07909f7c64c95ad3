"""The catalogue of every kind of problem. Each is declared in a `rules_*.py` beside this: its code, message and cure.

The page of errors on the site is made from it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.problems.characters import printable
from generator.problems.place import Place, Problem, Severity
from generator.problems.rules_background import EXPLAINING
from generator.problems.rules_checks import CHECKING
from generator.problems.rules_files import READING
from generator.problems.rules_imports import IMPORTING
from generator.problems.rules_networks import TAILORING
from generator.problems.rules_services import SIGNPOSTING
from generator.problems.rules_site import BUILDING
from generator.problems.rules_values import FITTING
from generator.problems.rules_wording import DOCUMENTS, RULES_ON_WORDS


@dataclass(frozen=True)
class Rule:
    """One kind of problem. `message` and `cure` are `str.format` templates, filled in for each problem."""

    code: str
    title: str
    message: str
    cure: str
    about: str
    severity: Severity = "error"
    example: str = ""

    def at(self, place: Place, /, **gaps: object) -> Problem:
        """A problem of this kind at `place`. Values in `gaps` may be untrusted, so they are truncated and made safe to print."""
        filled = {name: _cut(printable(str(value))) for name, value in gaps.items()}
        message = self.message.format(**filled)
        return Problem(self.code, self.severity, message[:1].upper() + message[1:], self.cure.format(**filled), place)


LONGEST_GAP = 1000
"""Maximum characters of one value filled into a message."""


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST_GAP else text[: LONGEST_GAP - 1] + "…"


def _rules(entries: Iterable[dict[str, str]]) -> dict[str, Rule]:
    return {entry["code"]: Rule(**entry) for entry in entries}  # type: ignore[arg-type]


RULES: dict[str, Rule] = _rules(
    [*READING, *FITTING, *CHECKING, *TAILORING, *SIGNPOSTING, *IMPORTING, *EXPLAINING, *RULES_ON_WORDS, *DOCUMENTS, *BUILDING]
)
"""Every rule by its code."""


def rule(code: str) -> Rule:
    """The rule with this code. Raises KeyError for an unknown code, which is a bug in our code and not a user's mistake."""
    return RULES[code]
