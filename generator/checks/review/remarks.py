"""One thing to say about somebody’s document: the words, where they stand, why, and what to write instead."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from generator.knowledge.source_documents import Block
from generator.problems import Place, Problem, Severity, rule

RemarkGroup = Literal["outdated", "unfair", "left-over", "form", "choice", "unclear"]

GROUPS: dict[RemarkGroup, str] = {
    "outdated": "Out of date",
    "unfair": "May shut people out",
    "left-over": "Left over or unfinished",
    "form": "Faults in the document",
    "choice": "Needs somebody’s choice",
    "unclear": "Could be plainer",
}
"""The groups of remarks, in the order of reports: what does most harm comes first."""

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
"""Characters of a quote that a report shows."""


@dataclass(frozen=True)
class Remark:
    """One thing that is wrong with a document."""

    code: str
    """The kind of problem, as in the catalogue."""
    rule: str
    """The rule on words, or the fault of form."""
    group: RemarkGroup
    severity: Severity
    title: str
    why: str
    instead: str
    block: Block
    start: int
    end: int
    note: str = ""
    """What is to say about this place alone."""
    since: str = ""
    sources: tuple[str, ...] = ()

    @property
    def quote(self) -> str:
        """The words themselves."""
        return self.block.text[self.start : self.end]

    @property
    def label(self) -> str:
        """Where they stand, in words."""
        return self.block.line_at(self.start)[0].label

    def around(self, characters: int = 60) -> tuple[str, str, str]:
        """The words with what stands before and after them, cut at words. Of many words, the first and last are enough."""
        before, after = self.block.text[: self.start], self.block.text[self.end :]
        quote = self.quote if len(self.quote) <= LONGEST_QUOTE else f"{self.quote[: LONGEST_QUOTE - 60]} … {self.quote[-50:]}"
        if len(before) > characters:
            before = "…" + before[-characters:].partition(" ")[2]
        if len(after) > characters:
            after = after[:characters].rpartition(" ")[0] + "…"
        return before, quote, after

    def problem(self, name: str) -> Problem:
        """As a line of a report on the file called `name`."""
        line, column = self.block.line_at(self.start)
        place = Place(name, line.number, column, line.text, max(1, min(self.end - self.start, len(line.text) - column + 1)))
        says = " ".join(filter(None, [self.note, self.why, f"Since: {self.since}." if self.since else ""]))
        said = f"{self.title}. {says}" if self.code == "document-fault" else says
        found = rule(self.code).at(place, quote=self.quote, says=said, instead=self.instead, rule=self.rule)
        cure = self.instead  # nothing can be accepted in somebody's document
        return replace(found, severity=self.severity, cure=cure)
