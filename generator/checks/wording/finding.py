"""A finding of the wording rules: words of a text, why they are wrong, and what to write instead."""

from __future__ import annotations

from dataclasses import dataclass, replace

from generator.checks.wording.matching import Match
from generator.checks.wording.passages import Passage
from generator.knowledge.model import AcceptedWording, Identified
from generator.knowledge.model.pages import PageHead
from generator.knowledge.reading.document import Steps
from generator.knowledge.reading.spans import Span
from generator.problems import Place, Problem, Severity, rule


@dataclass(frozen=True)
class Finding:
    """One problem with the wording of a record."""

    code: str
    """The code of the problem in the catalogue."""
    rule: str
    """The code of the rule or measure in `data/wording/`."""
    severity: Severity
    quote: str
    """The quoted words, or "" if the finding is about the whole text."""
    says: str
    """What is wrong, as a sentence of its own or as the end of one that starts with the quote."""
    instead: str
    record: Identified | PageHead
    steps: Steps
    """The path to the text in the record."""
    place: Place
    span: Span | None = None
    """The span of the quote in the file, if it is known exactly."""
    put: str = ""
    """The replacement by a safe rule."""
    at: tuple[int, int] = (0, 0)
    """The start and end of the quote in its text."""
    accepted: AcceptedWording | None = None
    """The acceptance that covers it, if any."""

    @property
    def problem(self) -> Problem:
        """The finding as a problem of a report."""
        problem = rule(self.code).at(self.place, quote=self.quote, says=self.says, instead=self.instead, rule=self.rule)
        return replace(problem, severity=self.severity)


FAMILY_CODES = {
    "outdated": "wording-outdated",
    "discriminating": "wording-discriminating",
    "plain": "wording-plain",
    "contested": "wording-contested",
    "residue": "wording-residue",
    "promise": "wording-promise",
    "record-check": "wording-record-check",
}
"""The problem code for each family of rules. Words of the family `gender` are only counted."""


def of_match(passage: Passage, match: Match) -> Finding:
    """The finding for a match of a rule."""
    place, span = passage.spot(match.start, match.end)
    since = f" Since: {match.rule.since}." if match.rule.since else ""
    return Finding(
        code=FAMILY_CODES[match.look.family],
        rule=match.rule.code,
        severity=match.rule.severity,
        quote=match.quote,
        says=match.rule.why + since,
        instead=f"Write “{match.put}”." if match.put and match.look.family == "plain" else match.rule.instead,
        record=passage.record,
        steps=passage.steps,
        place=place,
        span=span,
        put=match.put if match.rule.safe else "",
        at=(match.start, match.end),
    )
