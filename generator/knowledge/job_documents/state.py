"""Where a reader stands in a document: in which part, below which headings, and what it has found so far."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from generator.knowledge.job_documents.categories import add_criteria
from generator.knowledge.job_documents.found import FoundField, FoundSection, FoundStatement, JobDocument, LeftPassage, Level
from generator.knowledge.job_documents.passages import DocumentPassage
from generator.knowledge.job_documents.raw_criteria import RawCriterion
from generator.knowledge.job_documents.zone_words import REASONS, Zone
from generator.knowledge.text.formatting import upper_first

ON_TERMS: tuple[Zone, ...] = ("general", "clause")
"""The parts of a document that hold terms of employment."""


@dataclass
class ReadingState:
    """One job description while it is read."""

    job: JobDocument = field(default_factory=JobDocument)
    zone: Zone = "before"
    """The part of the document."""
    depth: int = 0
    """The level of the heading that began the part; 0 where the file gives it none."""
    clause: str | None = None
    """The shared clause that the last heading names."""
    category: str = ""
    level: Level | None = None
    level_inside: bool = False
    """Whether the level holds only until the next heading, inside a category."""
    raw: list[RawCriterion] = field(default_factory=list)

    def enter(self, zone: Zone, depth: int) -> None:
        """Begin a part of the document."""
        self.zone, self.depth, self.clause = zone, depth, None
        self.category, self.level, self.level_inside = "", None, False

    def leave(self, one: DocumentPassage, reason: str) -> None:
        """List a passage as used nowhere."""
        if one.text:
            self.job.left.append(LeftPassage(one, reason))

    def take_new(self, found: Sequence[FoundField]) -> set[int]:
        """Take the facts that were not said before. Returns the numbers of their passages."""
        known = {each.name for each in self.job.fields}
        new = [each for each in found if each.name not in known]
        self.job.fields += new
        return {each.passage.number for each in new}

    def open_section(self, one: DocumentPassage, zone: Zone) -> None:
        """Use a passage as a heading; under some parts it begins a section of statements."""
        self.job.headings.append(one)
        if zone in ("duties", "purpose"):
            self.job.sections.append(FoundSection(one.title, one, purpose=zone == "purpose"))

    def add_statement(self, one: DocumentPassage) -> None:
        """Put a passage into the last section, or into one whose heading is a guess."""
        if one.words < 3 and not one.listed:
            self.leave(one, REASONS["short"])
            return
        sections, guess = self.job.sections, "General" if self.zone in ON_TERMS else "Main duties"
        if not sections or (self.zone in ON_TERMS and sections[-1].heading != "General"):
            sections.append(FoundSection(guess, None))
        sections[-1].statements.append(FoundStatement(upper_first(one.text), one))

    def finish(self) -> JobDocument:
        """Put criteria into categories, and drop sections without statements."""
        add_criteria(self.job, self.raw)
        self.job.sections = [section for section in self.job.sections if section.statements]
        self.raw = []
        return self.job
