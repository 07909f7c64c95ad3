"""What was found in a document, each thing with the paragraph that it comes from."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from generator.knowledge.job_documents.passages import DocumentPassage

Level = Literal["essential", "desirable"]
Assessment = Literal["application", "interview", "test", "certificate"]
FieldName = Literal[
    "title", "other_titles", "band", "hours", "base", "manages", "accountable", "supervises-clinically", "supervises-professionally"
]


@dataclass(frozen=True)
class FoundStatement:
    """A sentence or paragraph on what the post holder does."""

    text: str
    passage: DocumentPassage


@dataclass
class FoundSection:
    """Statements under one heading."""

    heading: str
    passage: DocumentPassage | None
    """The heading in the document. Without one, the heading is a guess."""
    purpose: bool = False
    """Whether it says what the post is for."""
    statements: list[FoundStatement] = field(default_factory=list)


@dataclass(frozen=True)
class FoundCriterion:
    """A criterion, with its level and how it is assessed."""

    text: str
    passage: DocumentPassage
    level: Level
    level_guessed: bool
    assessed_by: tuple[Assessment, ...]
    assessment_guessed: bool


@dataclass
class FoundCategory:
    """Criteria under one heading."""

    heading: str
    guessed: bool = False
    criteria: list[FoundCriterion] = field(default_factory=list)


@dataclass(frozen=True)
class FoundField:
    """A fact at the head of the document: its value, and the words beside it."""

    name: FieldName
    value: str
    passage: DocumentPassage


@dataclass(frozen=True)
class FoundClause:
    """A paragraph that says what a shared clause says."""

    clause: str
    likeness: float
    """From 0 to 1."""
    passage: DocumentPassage


@dataclass(frozen=True)
class LeftPassage:
    """A paragraph that is in none of these, and why."""

    passage: DocumentPassage
    reason: str


@dataclass
class JobDocument:
    """One job description with its person specification."""

    sections: list[FoundSection] = field(default_factory=list)
    categories: list[FoundCategory] = field(default_factory=list)
    fields: list[FoundField] = field(default_factory=list)
    clauses: list[FoundClause] = field(default_factory=list)
    left: list[LeftPassage] = field(default_factory=list)
    headings: list[DocumentPassage] = field(default_factory=list)
    """Headings that have become those of sections and categories, or that say what stands below them."""

    @property
    def statements(self) -> list[FoundStatement]:
        """All statements, in order."""
        return [statement for section in self.sections for statement in section.statements]

    @property
    def criteria(self) -> list[FoundCriterion]:
        """All criteria, in order."""
        return [criterion for category in self.categories for criterion in category.criteria]

    def said(self, name: FieldName) -> list[FoundField]:
        """What the document says of one fact."""
        return [each for each in self.fields if each.name == name]
