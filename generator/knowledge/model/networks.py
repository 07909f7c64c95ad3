"""A primary care network: who it is, and what it changes in each role it recruits to."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from generator.knowledge.model.roles import Base, Criterion, Managed, ReportingLine, Statement
from generator.knowledge.model.words import Identified, Record, ShortText, Slug, SourceRef, Text, WebAddress

NetworkCode = Annotated[str, StringConstraints(pattern=r"^U\d{5}$")]
"""A network's ODS code: U and five figures."""

PracticeCode = Annotated[str, StringConstraints(pattern=r"^[A-Z]\d{5}$")]
"""A practice's ODS code: a capital letter and five figures."""

Phone = Annotated[str, StringConstraints(pattern=r"^\+?[0-9][0-9 ]{5,18}$")]
"""A phone number, grouped as its owner prints it."""

Email = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+$", max_length=200)]
"""An e-mail address."""


class Practice(Record):
    """A general practice of the network."""

    ods_code: PracticeCode
    """The practice's ODS code."""
    name: ShortText
    """The practice's name."""
    area: ShortText | None = None
    """The town or area it serves."""
    population: int = Field(ge=1, le=500_000)
    """Registered patients."""


class Contact(Record):
    """A person or team to talk to."""

    name: ShortText
    """Who answers."""
    job: ShortText | None = None
    """Their job."""
    phone: Phone | None = None
    """Their number."""
    email: Email | None = None
    """Their address."""


class Employer(Record):
    """Who employs the post holders."""

    name: ShortText
    """The employer's name."""
    kind: Literal["network", "practice", "federation", "trust", "other"]
    """What kind of body it is. A trust and a network share the cost of a post under a local agreement."""
    agreement: Text | None = None
    """For a trust: the local service agreement under which the post works in the network."""
    disability_confident: bool = False
    """Whether the employer is in the Disability Confident scheme; only then may a pack promise an interview."""
    sponsors: bool = False
    """Whether the employer holds a licence to sponsor Skilled Worker visas."""
    website: WebAddress | None = None
    """The employer's own site."""


class Fill(Record):
    """The blanks of a pack that only a network can fill."""

    reports_to: list[ReportingLine] | None = Field(default=None, min_length=1)
    """Every line upwards, in place of the base role's."""
    manages: list[Managed] | None = None
    """Every line downwards, in place of the base role's."""
    works_with: Text | None = None
    """A sentence on the people beside this post."""
    bases: list[Base] | None = Field(default=None, min_length=1)
    """Places of work."""
    hours: ShortText | None = None
    """Hours a week: `37.5 a week, or part time`."""
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
    """Checks before a person starts: `Enhanced DBS check with adults’ barred list`."""


class AddStatement(Statement):
    """A statement of the network's own."""

    section: Slug
    """The section it goes into."""
    after: Slug | None = None
    """The statement it comes after; without `after` or `before` it comes last."""
    before: Slug | None = None
    """The statement it comes before."""
    source: list[SourceRef] = Field(default_factory=list)
    """A source, where it has one."""
    change: None = None  # type: ignore[assignment]
    """Not for added statements: `because` says why."""
    because: Text
    """Why the network adds it."""


class AddCriterion(Criterion):
    """A criterion of the network's own."""

    category: Slug
    """The category it goes into."""
    after: Slug | None = None
    """The criterion it comes after."""
    before: Slug | None = None
    """The criterion it comes before."""
    source: list[SourceRef] = Field(default_factory=list)
    """A source, where it has one."""
    change: None = None  # type: ignore[assignment]
    """Not for added criteria: `because` says why."""
    because: Text
    """Why the network adds it."""


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
    because: Text
    """Why it is reworded."""
    still_meets: bool = True
    """Whether it still meets the requirements that it met before."""


class Accept(Record):
    """A requirement that the network meets in another way."""

    requirement: Slug
    """The requirement's id."""
    because: Text
    """How it is met, and who agreed to it."""


class Vacancy(Record):
    """A post that is advertised."""

    reference: ShortText
    """The reference on NHS Jobs."""
    opens: date
    """The first day of the advert."""
    closes: date
    """The last day for applications, to the end of the day."""
    closes_at: ShortText = "11.59pm"
    """The time on that day."""
    interviews: date | None = None
    """The day of interviews."""
    result_by: date | None = None
    """The day by which everyone hears."""
    visits: ShortText | None = None
    """When people can visit."""
    starts: ShortText | None = None
    """When the work starts, in words."""
    posts: int = Field(default=1, ge=1, le=99)
    """How many people are wanted."""
    full_time: bool = True
    """Whether full-time work is offered."""
    part_time: bool = True
    """Whether part-time work is offered."""
    apply_at: WebAddress | None = None
    """Where to apply."""
    contact: Contact | None = None
    """Who to talk to first; without one, the network's own contact."""


class Overlay(Record):
    """What a network fills in, adds, leaves out and rewords in one role."""

    role: Slug
    """The base role's id."""
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
    """`strict`: a requirement that is missing or lost stops publication. `usual`: it is a warning."""
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
    updated: date
    """The day this version was finished."""
    review_by: date
    """The day somebody must read it again."""


class Network(Identified):
    """A primary care network."""

    name: ShortText
    """The network's name."""
    status: Literal["current", "historic", "fictional"]
    """Historic and fictional networks say so on every page and pack."""
    ods_code: NetworkCode | None = None
    """The network's ODS code, where it is known."""
    profile: list[Text] = Field(min_length=1)
    """Who the network is, a paragraph each."""
    practices: list[Practice] = Field(min_length=1)
    """Its practices."""
    populations_as_of: ShortText
    """When the populations were counted: `1 October 2026`, `2008`."""
    source: list[SourceRef] = Field(default_factory=list)
    """Where the facts were read; a network that writes of itself needs none."""
    employer: Employer | None = None
    """Who employs the post holders, unless a role says otherwise."""
    contact: Contact | None = None
    """Who to talk to."""
    defaults: Fill = Field(default_factory=Fill)
    """Blanks filled in for every role, unless a role fills them otherwise."""
    adjustments: Text | None = None
    """How to ask for another format or an adjustment."""
    roles: list[Overlay] = Field(default_factory=list)
    """The roles it recruits to."""
    updated: date
    """The day the profile was last gone through."""
