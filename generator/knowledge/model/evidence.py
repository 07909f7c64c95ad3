"""What the roles are based on: documents, and the requirements of a contract."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from generator.knowledge.model.scopes import IN_PRINT, OF_A_DOCUMENT, OWN_NAME, SEARCH_WORDS, TIME_IN_WORDS, Scope
from generator.knowledge.model.words import Band, Confidence, Day, Identified, Record, ShortText, Slug, SourceRef, Text, WebAddress

SourceStatus = Literal["historic", "in-force", "example", "reference"]
"""The authority of a document."""


class SourceClause(Record):
    """One clause of a source, by its place in the document."""

    id: Slug
    """The place as an id: `clinical-5`."""
    place: Annotated[ShortText, OF_A_DOCUMENT]
    """The place in words: `Key responsibilities, clinical, 5`."""


class Source(Identified):
    """A document that other files cite."""

    title: Annotated[ShortText, OF_A_DOCUMENT]
    """The document's title."""
    short: Annotated[ShortText, OF_A_DOCUMENT]
    """A short name for tables: `HEE example, band 7`."""
    publisher: Annotated[ShortText, OWN_NAME]
    """Who published it."""
    published: Annotated[ShortText, TIME_IN_WORDS]
    """When, as exactly as is known: `2008`, `16 November 2007`, `no date given`."""
    status: SourceStatus
    """Historic documents are never current guidance; `example` is a model that no one has to follow."""
    url: WebAddress | None = None
    """Where it can be read, if anywhere."""
    confidence: Confidence = "high"
    """How sure we are that the facts taken from it are right."""
    checked_on: Day | None = None
    """The day it was last read."""
    until: Day | None = None
    """The last day on which what it says holds, where it has an end: a contract or a rate for one year, an Act that is repealed."""
    note: Annotated[Text | None, Scope("directory")] = None
    """What a reader should know about it, such as mistakes in the document itself."""
    clauses: list[SourceClause] = Field(default_factory=list)
    """Its clauses. Each must be used by a statement, criterion or clause of ours, or retired."""


class RequirementPart(Record):
    """One part of a requirement, with words that point to it."""

    about: Annotated[ShortText, Scope("duties")]
    """What this part asks: `names clinical pharmacists`."""
    phrases: Annotated[list[ShortText], SEARCH_WORDS] = Field(min_length=1)
    """Words that a document is likely to use for it. One of them is enough."""


class Requirement(Record):
    """One thing the contract asks of a role."""

    id: Slug
    """The requirement's id: `mhp-a1`."""
    title: Annotated[ShortText, Scope("duties")]
    """The requirement in a few words."""
    text: Annotated[Text, Scope("duties")]
    """What the contract asks, in our own words."""
    place: Annotated[ShortText, OF_A_DOCUMENT]
    """Where the contract says so: `B14.2(a)`."""
    since: Annotated[ShortText, TIME_IN_WORDS]
    """The edition it first appeared in."""
    phrases: Annotated[list[ShortText], SEARCH_WORDS] = Field(default_factory=list)
    """Words that a statement meeting it is likely to use. A match is a hint to look, not proof."""
    parts: list[RequirementPart] = Field(default_factory=list)
    """For a requirement that asks several things at once: each of them. A review of a document looks for all."""
    bands: list[Band] = Field(default_factory=list)
    """For a requirement on the band alone: the bands that meet it."""
    if_missing: Annotated[Text, Scope("duties")]
    """What to do where no statement meets it."""


class Framework(Identified):
    """One edition of a contract's requirements for a family of roles."""

    title: Annotated[ShortText, OF_A_DOCUMENT]
    """The contract: `Network Contract DES 2023/24: mental health practitioner`."""
    edition: Annotated[ShortText, TIME_IN_WORDS, IN_PRINT]
    """The edition: `2023/24`."""
    families: list[Slug] = Field(min_length=1)
    """The families of roles it covers."""
    source: list[SourceRef] = Field(min_length=1)
    """Where its text was read."""
    note: Annotated[Text | None, Scope("directory")] = None
    """What is not known about it."""
    requirements: list[Requirement] = Field(min_length=1)
    """The requirements, in the contract's order."""
