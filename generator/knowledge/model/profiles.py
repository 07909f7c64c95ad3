"""A role for those who employ it or work beside it: a short profile, a guide, and what the roles share."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from generator.knowledge.model.reference import RefersTo
from generator.knowledge.model.scopes import Scope
from generator.knowledge.model.words import Day, Identified, Record, ShortText, Slug, SourceRef, Text, Whole


class EmploymentWay(Record):
    """One way to employ someone in the role."""

    id: Slug
    """Its id, unique in the file."""
    title: Annotated[ShortText, Scope("directory")]
    """The way in a few words."""
    text: Annotated[Text, Scope("directory")]
    """How it works, in plain sentences."""
    source: list[SourceRef] = Field(min_length=1)
    """Where it was read."""


class InterviewQuestion(Record):
    """A sample question, and what of the person specification it tests."""

    id: Slug
    """Its id, unique in the file."""
    ask: Annotated[Text, Scope("directory")]
    """The question as asked."""
    criteria: list[Slug] = Field(min_length=1)
    """The criteria it tests, ids in the role's person specification. Each must be assessed at interview."""
    listen_for: Annotated[list[Text], Scope("directory")] = Field(min_length=1)
    """What a good answer shows, a line each."""


class Exercise(Record):
    """A task that applicants do, for criteria that are assessed by a test."""

    id: Slug
    """Its id, unique in the file."""
    title: Annotated[ShortText, Scope("directory")]
    """What it is, in a few words: `Written case`."""
    minutes: Whole = Field(ge=5, le=120)
    """How long applicants have, before any extra time."""
    task: Annotated[list[Text], Scope("directory")] = Field(min_length=1)
    """What applicants are given and asked to do, a sentence each."""
    criteria: list[Slug] = Field(min_length=1)
    """The criteria it tests, ids in the role's person specification. Each must be assessed by a test."""
    scoring: Annotated[list[Text], Scope("directory")] = Field(min_length=4, max_length=4)
    """What earns 0, 1, 2 and 3 points, in that order."""


class InductionItem(Record):
    """One thing to do in the first months."""

    id: Slug
    """Its id, unique in the file."""
    text: Annotated[Text, Scope("directory")]
    """What to do, beginning with a verb."""
    duty: Slug | None = None
    """The statement of the job description that it prepares for, by id."""


class InductionPart(Record):
    """A part of the induction."""

    id: Slug
    """Its id, unique in the file."""
    when: Annotated[ShortText, Scope("directory")]
    """When: `First week`."""
    items: list[InductionItem] = Field(min_length=1)
    """What to do, in order."""


class RoleProfile(Identified):
    """A role for those who employ it or work beside it. The file's name is the role's id."""

    sees: Annotated[list[Text], Scope("directory")] = Field(min_length=1)
    """Who the person sees, a sentence each."""
    not_for: Annotated[list[Text], Scope("directory")] = Field(min_length=1)
    """Who goes elsewhere, a sentence each."""
    does: Annotated[list[Text], Scope("directory")] = Field(min_length=1)
    """What the person does, a sentence each."""
    step: Annotated[Text, Scope("directory")]
    """The step of care, in one sentence."""
    supervision: Annotated[list[Text], Scope("directory")] = Field(min_length=1)
    """Who supervises, and how often, a sentence each."""
    refer: Annotated[list[Text], Scope("directory")] = Field(min_length=1)
    """How to refer, a sentence each."""
    ask: Annotated[list[Text], Scope("directory")] = Field(min_length=1)
    """Who to ask, a sentence each."""
    benefits: Annotated[list[Text], Scope("directory")] = Field(min_length=1)
    """What practices and patients gain, a sentence each."""
    employment: list[EmploymentWay] = Field(min_length=1)
    """Ways to employ someone."""
    questions: list[InterviewQuestion] = Field(min_length=1)
    """Sample questions for the interview."""
    exercises: list[Exercise] = Field(default_factory=list)
    """Tasks for the criteria that are assessed by a test."""
    induction: list[InductionPart] = Field(min_length=1)
    """What to do in the first months."""
    source: list[SourceRef] = Field(min_length=1)
    """What the profile is based on, besides the role's own job description."""
    updated: Day
    """The day it was last reviewed."""
    review_by: Day
    """The day by which it must be reviewed."""


class Theme(Record):
    """One subject, and what each role's documents say about it."""

    id: Slug
    """Its id, unique in its list."""
    heading: Annotated[ShortText, Scope("directory")]
    """The subject in a few words."""
    has: dict[Slug, list[Slug]] = Field(min_length=1)
    """The ids of criteria or statements, by the id of the role. A role that is not named has none."""


class CareerMove(Record):
    """A step from one role to the next."""

    id: Slug
    """Its id, unique in the file."""
    start: Slug
    """The role it starts from."""
    to: Slug
    """The role it leads to."""
    needs: Annotated[list[Text], Scope("directory")] = Field(min_length=1)
    """What is asked in addition, a sentence each."""
    ways: Annotated[list[Text], Scope("directory")] = Field(min_length=1)
    """How people get there, a sentence each."""


class Ladder(Identified):
    """Roles side by side, from the lowest band to the highest."""

    title: Annotated[ShortText, Scope("directory")]
    """The title as printed."""
    about: Annotated[Text, Scope("directory")]
    """One sentence on what it shows."""
    roles: Annotated[list[Slug], RefersTo("role")] = Field(min_length=1, max_length=4)
    """The roles, from the lowest band to the highest."""
    moves: list[CareerMove] = Field(default_factory=list)
    """The steps between them."""
    criteria: list[Theme] = Field(min_length=1)
    """The person specifications by subject. Each criterion appears once."""
    duties: list[Theme] = Field(min_length=1)
    """The job descriptions by subject. Each statement appears once."""
    updated: Day
    """The day it was last reviewed."""
    review_by: Day
    """The day by which it must be reviewed."""
