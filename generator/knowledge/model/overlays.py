"""What a network fills in, adds, leaves out and rewords in a role."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from generator.knowledge.model.roles import Base, Managed, ReportingLine
from generator.knowledge.model.vacancies import Employer, Vacancy
from generator.knowledge.model.words import Day, Record, ShortText, Slug, SourceRef, Text, YesNo


class Fill(Record):
    """The blanks of a pack that only a network can fill."""

    reports_to: list[ReportingLine] | None = Field(default=None, min_length=1)
    """Every line upwards, in place of the base role's."""
    manages: list[Managed] | None = None
    """Every line downwards, in place of the base role's. An empty list says that the post manages nobody."""
    works_with: Text | None = None
    """A sentence on the people beside this post."""
    bases: list[Base] | None = Field(default=None, min_length=1)
    """Places of work."""
    hours: ShortText | None = None
    """Hours a week: `37.5 a week, or part time`."""
    pattern: Text | None = None
    """When the hours fall, and what can be agreed: `Monday to Friday, with one early evening a fortnight.`"""
    contract: ShortText | None = None
    """`Permanent`, or the length of a fixed term."""
    supervision: ShortText | None = None
    """Clinical supervision: `Every month, by the trust`."""
    responsible_for: ShortText | None = None
    """Who or what the post answers for: `4 practitioners`."""
    high_cost_area: Literal["none", "inner", "outer", "fringe"] | None = None
    """The high cost area of the base, if any."""
    holiday: Text | None = None
    """Holiday, as the employer gives it."""
    pension: Text | None = None
    """The pension, as the employer gives it."""
    probation: ShortText | None = None
    """Probation, if any."""
    travel: Text | None = None
    """What is paid for travel between sites."""
    learning: Text | None = None
    """Time and money for study."""
    checks: list[ShortText] | None = None
    """Checks before a person starts: `Enhanced DBS check with the adults’ barred list`."""


class Addition(Record):
    """What everything that a network adds to a role has."""

    id: Slug
    """A name of your own for it. No statement or criterion of the role may have it already."""
    text: Text
    """The network's words."""
    because: Text
    """Why the network adds it."""
    after: Slug | None = None
    """The id it comes right after. Without `after` or `before` it comes last."""
    before: Slug | None = None
    """The id it comes right before."""
    source: list[SourceRef] = Field(default_factory=list)
    """A source, where it has one."""


class AddStatement(Addition):
    """A statement of the network's own."""

    section: Slug
    """The section of the job description that it goes into."""
    meets: list[Slug] = Field(default_factory=list)
    """Requirements of the contract that it meets."""
    meets_in_part: list[Slug] = Field(default_factory=list)
    """Requirements that it meets only in part."""
    duty: YesNo = True
    """Whether adding it may change the banding (job evaluation). Values and courtesies are not duties."""


class AddCriterion(Addition):
    """A criterion of the network's own."""

    category: Slug
    """The category of the person specification that it goes into."""
    short: ShortText | None = Field(default=None, max_length=50)
    """The same in 50 characters or fewer, for the shortlisting grid."""
    level: Literal["essential", "desirable"]
    """Essential criteria must all be met; desirable ones help to choose."""
    assessed_by: list[Literal["application", "interview", "test", "certificate"]] = Field(min_length=1)
    """How the panel will find out."""


class Drop(Record):
    """A statement or criterion that the network leaves out."""

    id: Slug
    """The statement's or criterion's id."""
    because: Text
    """Why it is left out."""


class Reword(Record):
    """A statement or criterion that the network says in other words."""

    id: Slug
    """The statement's or criterion's id."""
    text: Text
    """The network's words."""
    short: ShortText | None = Field(default=None, max_length=50)
    """For a criterion: the same in 50 characters or fewer, for the shortlisting grid."""
    because: Text
    """Why it is reworded."""
    still_meets: YesNo = True
    """Whether it still meets the requirements that it met before."""


class Accept(Record):
    """A requirement that the network meets in another way."""

    requirement: Slug
    """The requirement's id."""
    because: Text
    """How it is met, and who agreed to it."""


class Overlay(Record):
    """What a network fills in, adds, leaves out and rewords in one role."""

    role: Slug
    """The base role's id."""
    note: Text | None = None
    """What a reader of the pack should know before all else. It stands beside the words on historic and fictional networks."""
    source: list[SourceRef] = Field(default_factory=list)
    """Where the blanks and changes were read; a network that writes of itself needs none."""
    employer: Employer | None = None
    """Who employs this post, where it is not the network's usual employer."""
    fill: Fill = Field(default_factory=Fill)
    """The blanks."""
    add: list[AddStatement] = Field(default_factory=list)
    """Statements added."""
    add_criteria: list[AddCriterion] = Field(default_factory=list)
    """Criteria added."""
    drop: list[Drop] = Field(default_factory=list)
    """Statements and criteria left out."""
    reword: list[Reword] = Field(default_factory=list)
    """Statements and criteria reworded."""
    accept: list[Accept] = Field(default_factory=list)
    """Requirements met in another way."""
    require: Literal["strict", "usual"] = "usual"
    """`strict`: a requirement that is missing or lost stops publication. `usual`: a lost one is a warning."""
    about_us: Text | None = None
    """For NHS Jobs, ‘Working for your organisation’, where this role wants other words than the network's."""
    overview: Text | None = None
    """For NHS Jobs, ‘Job overview’, in place of what is made from the role."""
    main_duties: Text | None = None
    """For NHS Jobs, ‘Main duties’, in place of what is made from the role."""
    vacancies: list[Vacancy] = Field(default_factory=list)
    """Posts advertised now or before."""
    version: ShortText = "1.0"
    """The version of this network's pack."""
    updated: Day
    """The day this version was finished."""
    review_by: Day
    """The day somebody must read it again."""
