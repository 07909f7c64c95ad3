"""What the rules on words find: words of a text, why they are wrong, what to write instead."""

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
    """One thing that is wrong with the words of a record."""

    code: str
    """The code of the kind of problem, as in the catalogue."""
    rule: str
    """The code of the rule or measure, as in `data/wording/`."""
    severity: Severity
    quote: str
    """The words themselves; nothing where the whole text is meant."""
    says: str
    """What is wrong, as a sentence of its own or the end of one that begins with the quote."""
    instead: str
    record: Identified | PageHead
    steps: Steps
    """The way to the text in the record."""
    place: Place
    span: Span | None = None
    """Where the quote stands in the file, where it can be told exactly."""
    put: str = ""
    """What a rule that is safe puts in place of the quote."""
    at: tuple[int, int] = (0, 0)
    """Where the quote begins and ends in its text."""
    accepted: AcceptedWording | None = None
    """The acceptance that lets it be."""

    @property
    def problem(self) -> Problem:
        """As a line of the report."""
        found = rule(self.code).at(self.place, quote=self.quote, says=self.says, instead=self.instead, rule=self.rule)
        return replace(found, severity=self.severity)


FAMILY_CODES = {
    "outdated": "wording-outdated",
    "discriminating": "wording-discriminating",
    "plain": "wording-plain",
    "contested": "wording-contested",
    "residue": "wording-residue",
    "promise": "wording-promise",
    "record-check": "wording-record-check",
}
"""The kind of problem for each family of rules. Words of the family `gender` are counted, not told."""


def of_match(passage: Passage, match: Match) -> Finding:
    """The finding for words that a rule speaks against."""
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
