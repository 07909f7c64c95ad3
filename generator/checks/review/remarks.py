"""A remark on a reviewed document: the words, their place, the reason, and what to write instead."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from generator.knowledge.source_documents import Block
from generator.problems import Place, Problem, Severity, rule

RemarkGroup = Literal["outdated", "unfair", "left-over", "form", "choice", "unclear"]

GROUPS: dict[RemarkGroup, str] = {
    "outdated": "Out of date",
    "unfair": "May exclude people",
    "left-over": "Left over or unfinished",
    "form": "Faults in the document",
    "choice": "Needs a decision",
    "unclear": "Could be plainer",
}
"""The headings of the groups of remarks, in the order of reports: the most harmful first."""

SEVERITIES = {"error": "Must fix", "warning": "Should fix", "information": "Consider"}
"""The label of each severity: what the reader should do."""

READING_AGE_ASKED = "The NHS asks for 9 to 14."
"""What the NHS service manual asks of a text for everyone. It stands beside the reading age of a document."""

NONE_FOUND = "Nothing was found. That is no proof: read it once more with the list of rules beside you."
"""What is said where nothing was found and all was read."""

GROUP_OF: dict[str, RemarkGroup] = {
    "outdated": "outdated",
    "discriminating": "unfair",
    "promise": "unfair",
    "record-check": "unfair",
    "residue": "left-over",
    "contested": "choice",
    "plain": "unclear",
}
"""The group of each family of rules."""


LONGEST_QUOTE = 600
"""Maximum characters of a quote in a report."""


@dataclass(frozen=True)
class Remark:
    """One thing that is wrong with a document."""

    code: str
    """The code of the problem in the catalogue."""
    rule: str
    """The code of the wording rule, or the name of the fault of form."""
    group: RemarkGroup
    severity: Severity
    title: str
    why: str
    instead: str
    block: Block
    start: int
    end: int
    note: str = ""
    """A remark on this place only."""
    since: str = ""
    sources: tuple[str, ...] = ()

    @property
    def quote(self) -> str:
        """The quoted words."""
        return self.block.text[self.start : self.end]

    @property
    def label(self) -> str:
        """The place of the words, such as a page or paragraph, in words."""
        return self.block.line_at(self.start)[0].label

    def around(self, characters: int = 60) -> tuple[str, str, str]:
        """The text before, the quote, and the text after, cut at word boundaries. A long quote keeps only its start and end."""
        before, after = self.block.text[: self.start], self.block.text[self.end :]
        quote = self.quote if len(self.quote) <= LONGEST_QUOTE else f"{self.quote[: LONGEST_QUOTE - 60]} … {self.quote[-50:]}"
        if len(before) > characters:
            before = "…" + before[-characters:].partition(" ")[2]
        if len(after) > characters:
            after = after[:characters].rpartition(" ")[0] + "…"
        return before, quote, after

    def problem(self, name: str) -> Problem:
        """The problem for a report on the file called `name`."""
        line, column = self.block.line_at(self.start)
        place = Place(name, line.number, column, line.text, max(1, min(self.end - self.start, len(line.text) - column + 1)))
        says = " ".join(filter(None, [self.note, self.why, f"Since: {self.since}." if self.since else ""]))
        message = f"{self.title}. {says}" if self.code == "document-fault" else says
        problem = rule(self.code).at(place, quote=self.quote, says=message, instead=self.instead, rule=self.rule)
        cure = self.instead  # without the hint on `accept`, which a reviewed document does not have
        return replace(problem, severity=self.severity, cure=cure)
