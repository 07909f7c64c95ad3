"""Who can help this person: the groups that the roles see, and the questions and rules that lead to one of them."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from generator.knowledge.model.needs import DangerKind
from generator.knowledge.model.reference import RefersTo
from generator.knowledge.model.scopes import OWN_NAME, Scope
from generator.knowledge.model.words import Change, Day, Identified, Record, Retired, ShortText, Slug, SourceRef, Text, Whole


class Cohort(Identified):
    """A group of people: one that a mental health practitioner sees, or one that falls outside."""

    title: Annotated[ShortText, Scope("directory")]
    """The group in a few words."""
    standing: Literal["seen", "seen-if-agreed", "outside"]
    """Whether practitioners see this group, see it where the practice chooses so, or send it elsewhere."""
    order: Whole = Field(ge=1, le=99)
    """Its position in lists."""
    text: Annotated[Text, Scope("directory")]
    """Who is meant, in our own words."""
    needs: Annotated[list[Text], Scope("directory")] = Field(default_factory=list)
    """What they need, a sentence each."""
    instead: Annotated[list[Text], Scope("directory")] = Field(default_factory=list)
    """For a group outside: where they go instead."""
    words: Annotated[Text | None, Scope("directory")] = None
    """What to know about the words used for this group."""
    roles: Annotated[list[Slug], RefersTo("role")] = Field(default_factory=list)
    """The roles that see them, ids in `data/roles/`, the first choice first."""
    source: list[SourceRef] = Field(min_length=1)
    """Where the group is described."""
    change: Change
    """What was done to those words, and why."""
    retired: list[Retired] = Field(default_factory=list)
    """Parts of the source that were left out, and why."""
    updated: Day
    """The day it was last reviewed."""
    review_by: Day
    """The day by which it must be reviewed."""


class Answer(Record):
    """One answer to a question."""

    id: Slug
    """Its id, unique in the question."""
    label: Annotated[ShortText, Scope("directory")]
    """What to choose."""
    hint: Annotated[Text | None, Scope("directory")] = None
    """What is meant by it."""
    said: Annotated[ShortText, Scope("directory")]
    """How the result repeats the answer: `aged 18 to 64`."""
    danger: Literal["emergency", "urgent"] | None = None
    """Whether this answer alone means that help is needed at once, or today."""
    min_age: Whole | None = Field(default=None, ge=0, le=120)
    """The youngest age that the answer covers."""
    max_age: Whole | None = Field(default=None, ge=0, le=120)
    """The oldest age that the answer covers."""
    cohort: Slug | None = None
    """The group that the answer describes, an id in `data/cohorts/`."""


class Question(Record):
    """One question, with its answers."""

    id: Slug
    """Its id, unique in the file, and part of addresses."""
    ask: Annotated[ShortText, Scope("directory")]
    """The question as asked."""
    short: Annotated[ShortText, Scope("directory")]
    """The question in two or three words, for tables and for the answers so far."""
    hint: Annotated[Text | None, Scope("directory")] = None
    """A sentence under it."""
    answers: list[Answer] = Field(min_length=2)
    """The answers, in order."""


class NavigatorRule(Record):
    """Which answers lead to which result. The first rule that matches counts."""

    id: Slug
    """Its id, unique in the file."""
    when: dict[Slug, list[Slug]] = Field(min_length=1)
    """Questions, each with the answers that match. A question that is not named matches any answer."""
    leads_to: Slug
    """The result, an id of `results`."""
    because: Annotated[Text, Scope("directory")]
    """Why, in one or two plain sentences."""


class CareStep(Record):
    """A step of stepped care."""

    id: Slug
    """Its id, unique in the file."""
    name: Annotated[ShortText, Scope("directory")]
    """What it is called: `Step 2`."""
    who: Annotated[Text, Scope("directory")]
    """Who helps on this step, besides our roles."""
    roles: Annotated[list[Slug], RefersTo("role")] = Field(default_factory=list)
    """The roles that work on this step, ids in `data/roles/`."""


class Meanwhile(Record):
    """A service that helps, and why."""

    service: Annotated[Slug, RefersTo("service")]
    """The service, an id in `data/services/`."""
    because: Annotated[Text, Scope("directory")]
    """Why this one."""


class WarningSigns(Record):
    """Signs of one emergency. Results refer to it by id, so that its words are written once."""

    id: Slug
    """Its id, unique in the file."""
    call_999_if: Annotated[list[Text], Scope("directory")] = Field(min_length=1)
    """The signs. They follow "Call 999 or take them to A&E now if"."""
    source: list[SourceRef] = Field(min_length=1)
    """Where the signs are described."""


class Outcome(Record):
    """What the questions lead to."""

    id: Slug
    """Its id, unique in the file, and part of addresses."""
    heading: Annotated[ShortText, Scope("directory")]
    """What to do, beginning with a verb."""
    lede: Annotated[Text, Scope("directory")]
    """The same in one or two sentences."""
    card: Literal["emergency", "urgent", "none"] = "none"
    """The crisis card that is shown first."""
    dangers: list[DangerKind] = Field(default_factory=list)
    """The dangers whose signs and numbers the crisis card shows, the nearest first. `data/vocabularies/danger.yaml` has their cards."""
    signs: list[Slug] = Field(default_factory=list)
    """Signs of an emergency that come before those of the dangers, ids of `signs`. They are shown without a crisis card too."""
    roles: Annotated[list[Slug], RefersTo("role")] = Field(default_factory=list)
    """The roles that can help, ids in `data/roles/`, the first choice first."""
    step: Slug | None = None
    """The step of care, an id of `steps`."""
    not_for: Annotated[list[Text], Scope("directory")] = Field(default_factory=list)
    """Who this result does not fit."""
    without: Annotated[Text | None, Scope("directory")] = None
    """What to do where the network has no such post."""
    services: list[Meanwhile] = Field(min_length=1)
    """Services of the directory that fit."""
    need: Slug | None = None
    """The need whose services come next, an id of `data/vocabularies/needs.yaml`."""
    source: list[SourceRef] = Field(min_length=1)
    """What the advice is based on."""


class Navigator(Identified):
    """Questions that lead to a person or a service."""

    title: Annotated[ShortText, Scope("directory")]
    """The title as printed."""
    about: Annotated[Text, Scope("directory")]
    """One sentence on what it does."""
    questions: list[Question] = Field(min_length=1)
    """The questions, in order. Danger comes first."""
    rules: list[NavigatorRule] = Field(min_length=1)
    """The rules, in order."""
    steps: list[CareStep] = Field(min_length=1)
    """The steps of care, the highest first."""
    signs: list[WarningSigns] = Field(default_factory=list)
    """Signs of an emergency that several results share."""
    results: list[Outcome] = Field(min_length=1)
    """What the rules lead to."""
    updated: Day
    """The day it was last reviewed."""
    review_by: Day
    """The day by which it must be reviewed."""
    read_by: Annotated[ShortText | None, OWN_NAME] = None
    """The clinician who has read the questions, rules and signs, with the profession. Empty while no one has, and the page says so."""
    read_on: Day | None = None
    """The day the clinician read them."""
