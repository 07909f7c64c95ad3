"""A role and its person specification, as recruiters know them."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from generator.knowledge.model.reference import RefersTo
from generator.knowledge.model.scopes import IN_PRINT, NO_WORDS, OWN_NAME, SEARCH_WORDS, Scope
from generator.knowledge.model.words import (
    Band,
    Change,
    Day,
    Founded,
    Identified,
    Record,
    Retired,
    ShortText,
    Slug,
    Sourced,
    SourceRef,
    Text,
    Whole,
    YesNo,
)


class ReportingLine(Founded):
    """One line of the organisation chart, upwards."""

    kind: Literal["manages", "supervises-clinically", "supervises-professionally", "accountable"]
    """What the person above does for this post. `accountable` means the post is accountable to them for results."""
    who: Annotated[ShortText, Scope("duties"), IN_PRINT]
    """The post above: `Clinical director`."""
    where: Annotated[ShortText, Scope("duties"), IN_PRINT]
    """Where that post sits: `Primary care network`."""


class Managed(Founded):
    """One line of the organisation chart, downwards."""

    who: Annotated[ShortText, Scope("duties"), IN_PRINT]
    """The post below: `Primary care mental health workers`."""
    detail: Annotated[ShortText, Scope("duties"), IN_PRINT]
    """What to say under it: `Band 4`."""
    kind: Literal["manages", "supervises"] = "manages"
    """Whether this post manages it or supervises its day-to-day work."""
    role: Annotated[Slug | None, RefersTo("role")] = None
    """The role's id, where it is one of ours."""


class Base(Record):
    """A place of work."""

    name: Annotated[ShortText, OWN_NAME, IN_PRINT]
    """The building or team."""
    share: Annotated[ShortText | None, Scope("advert"), IN_PRINT] = None
    """How much of the post is there, where a post has several bases: `half the week`."""


class Training(Record):
    """The training half of a training post."""

    provider: Annotated[ShortText, OWN_NAME, IN_PRINT]
    """Who gives the training, such as a university."""
    award: Annotated[ShortText, Scope("advert"), IN_PRINT]
    """What the person holds at the end."""
    starts: Annotated[ShortText | None, Scope("advert"), IN_PRINT] = None
    """When the course starts, in words."""
    notes: Annotated[list[Text], Scope("advert"), IN_PRINT] = Field(default_factory=list)
    """Anything else an applicant must know, a sentence each."""


class Statement(Sourced):
    """One sentence of a job description."""

    text: Annotated[Text, Scope("duties"), IN_PRINT]
    """The sentence, in our own plain words."""

    meets: list[Slug] = Field(default_factory=list)
    """Requirements of the contract that this statement meets."""
    meets_in_part: list[Slug] = Field(default_factory=list)
    """Requirements that it meets only in part."""
    duty: YesNo = True
    """Whether changing it may change the banding (job evaluation). Values and courtesies are not duties."""


class Section(Record):
    """A headed part of a job description. Sections may hold sections, to any depth that reads well."""

    id: Slug
    """The section's id, unique in the role."""
    heading: Annotated[ShortText, Scope("duties"), IN_PRINT]
    """The heading as printed, in sentence case."""
    numbered: YesNo = True
    """Whether its statements carry numbers that people can cite."""
    intro: Annotated[Text | None, Scope("duties"), IN_PRINT] = None
    """A sentence under the heading."""
    statements: list[Statement] = Field(default_factory=list)
    """The statements, in order."""
    sections: list[Section] = Field(default_factory=list)
    """Sections within this one, in order."""


RoleFact = Literal[
    "title", "other_titles", "band", "serves", "summary", "in_three_lines", "registered_with", "works_with", "hours", "posts", "bases"
]
"""A fact of a role that is no statement and no line of the chart."""


class FactOrigin(Founded):
    """Where one fact of a role comes from."""

    of: RoleFact
    """The fact, by its key in this file."""


class Role(Identified):
    """A job description that any network can use: the base role."""

    title: Annotated[ShortText, OWN_NAME, IN_PRINT]
    """The job title, in the capitals it is advertised with."""
    other_titles: Annotated[list[ShortText], SEARCH_WORDS] = Field(default_factory=list)
    """Other names for the same job, so that people find it."""
    band: Band
    """The Agenda for Change band."""
    family: Slug
    """Roles of one family share requirements: `mental-health-practitioner`."""
    serves: Literal["adults", "children-and-young-people", "all-ages"] = "adults"
    """Who the post holder sees."""
    summary: Annotated[Text, Scope("advert")]
    """One sentence: who this person helps."""
    in_three_lines: Annotated[list[Text], Scope("advert"), IN_PRINT] = Field(min_length=1, max_length=4)
    """The post in three short sentences, for the role on a page."""
    registered_with: Annotated[ShortText | None, Scope("advert"), IN_PRINT] = None
    """The professional registers that fit, or nothing where no registration is needed."""
    reports_to: list[ReportingLine] = Field(min_length=1)
    """Every line upwards: manager, clinical supervisor, professional lead."""
    manages: list[Managed] = Field(default_factory=list)
    """Every line downwards."""
    works_with: Annotated[Text, Scope("advert"), IN_PRINT]
    """A sentence on the people beside this post."""
    hours: Annotated[Text | None, Scope("advert"), IN_PRINT] = None
    """Hours a week and how flexible they are; a network may set its own."""
    posts: Whole | None = Field(default=None, ge=1, le=999)
    """How many people hold the post, where a document says so."""
    bases: list[Base] = Field(default_factory=list)
    """Places of work; a network sets its own."""
    training: Training | None = None
    """For training posts only."""
    sections: list[Section] = Field(min_length=1)
    """The job description."""
    clauses: Annotated[list[Slug], RefersTo("clause")] = Field(default_factory=list)
    """Standard responsibilities: ids of files in `data/clauses/`, in the order of printing."""
    requirements: Annotated[list[Slug], RefersTo("framework")] = Field(default_factory=list)
    """Editions in `data/frameworks/` that the role is checked against."""
    facts: list[FactOrigin] = Field(default_factory=list)
    """Where the facts above come from. With one of them, every fact and every line of the chart says so."""
    retired: list[Retired] = Field(default_factory=list)
    """Clauses of the source that were left out, and why."""
    version: Annotated[ShortText, NO_WORDS, IN_PRINT]
    """The version of this job description: `1.0`."""
    updated: Day
    """The day this version was finished."""
    review_by: Day
    """The day by which it must be reviewed."""


class Criterion(Sourced):
    """One line of a person specification."""

    text: Annotated[Text, Scope("criteria"), IN_PRINT]
    """The sentence, in our own plain words."""

    short: Annotated[ShortText | None, Scope("criteria")] = Field(default=None, max_length=50)
    """The same in 50 characters or fewer, for the shortlisting grid."""
    level: Literal["essential", "desirable"]
    """Essential criteria must all be met; desirable ones help to choose."""
    assessed_by: list[Literal["application", "interview", "test", "certificate"]] = Field(min_length=1)
    """How the panel will find out."""


class Category(Record):
    """A group of criteria, such as Experience."""

    id: Slug
    """The category's id, unique in the file."""
    heading: Annotated[ShortText, Scope("criteria"), IN_PRINT]
    """The heading as printed."""
    criteria: list[Criterion] = Field(min_length=1)
    """The criteria, essential first."""


class PersonSpecification(Identified):
    """What a person needs for one role. The file's name is the role's id."""

    categories: list[Category] = Field(min_length=1)
    """The criteria by category, in the order of printing."""
    retired: list[Retired] = Field(default_factory=list)
    """Criteria of the source that were left out, and why."""


class Clause(Identified):
    """A paragraph every job description carries, written once."""

    heading: Annotated[ShortText, Scope("clauses"), IN_PRINT]
    """The side heading: `Health and safety`."""
    text: Annotated[Text, Scope("clauses"), IN_PRINT]
    """The paragraph, in current law and plain words."""
    also_called: Annotated[list[ShortText], SEARCH_WORDS] = Field(default_factory=list)
    """Other headings that job descriptions give to it. They recognise it in a document that a role is made from."""
    recognised_by: Annotated[list[ShortText], SEARCH_WORDS] = Field(default_factory=list)
    """Words that a paragraph must have to be this clause where its heading does not say so: `safeguard* … adults`.
    `*` is any ending, and `…` any words between."""
    law: Annotated[list[ShortText], Scope("clauses")] = Field(default_factory=list)
    """The Acts and codes it rests on, by full name."""
    source: list[SourceRef] = Field(default_factory=list)
    """The clauses of sources it replaces or is based on."""
    change: Change
    """What was done to those clauses, and why."""
    changes: list[Change] = Field(default_factory=list)
    """What else was done to them, each with its own reason."""
    checked_on: Day
    """The day the law was last checked."""


class Promise(Identified):
    """What every applicant is promised, a sentence each."""

    heading: Annotated[ShortText, Scope("advert")]
    """The heading as printed."""
    statements: list[Sourced] = Field(min_length=1)
    """The promises, in order."""
