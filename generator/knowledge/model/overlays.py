"""What a network fills in, adds, leaves out, moves and rewords in a role."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from generator.knowledge.model.reference import RefersTo
from generator.knowledge.model.roles import Base, Managed, ReportingLine
from generator.knowledge.model.scopes import ABOUT_A_SOURCE, IN_PRINT, NO_WORDS, Scope
from generator.knowledge.model.vacancies import Employer, Partner, Vacancy
from generator.knowledge.model.words import Day, Record, ShortText, Slug, SourceRef, Text, YesNo


class Fill(Record):
    """The blanks of a pack that only a network can fill."""

    reports_to: list[ReportingLine] | None = Field(default=None, min_length=1)
    """Every line upwards, in place of the base role's."""
    manages: list[Managed] | None = None
    """Every line downwards, in place of the base role's. An empty list says that the post manages no one."""
    in_three_lines: Annotated[list[Text] | None, Scope("advert"), IN_PRINT] = Field(default=None, min_length=1, max_length=4)
    """The post in three short sentences, for the role on a page, in place of the base role's."""
    partners: list[Partner] | None = None
    """Who else employs, funds or hosts the post, beside the employer. An empty list says that no one does."""
    works_with: Annotated[Text | None, Scope("advert"), IN_PRINT] = None
    """A sentence on the people beside this post."""
    bases: list[Base] | None = Field(default=None, min_length=1)
    """Places of work."""
    hours: Annotated[ShortText | None, Scope("advert"), IN_PRINT] = None
    """Hours a week: `37.5 a week, or part time`."""
    pattern: Annotated[Text | None, Scope("advert"), IN_PRINT] = None
    """When the hours fall, and what can be agreed: `Monday to Friday, with one early evening a fortnight.`"""
    contract: Annotated[ShortText | None, Scope("advert"), IN_PRINT] = None
    """`Permanent`, or the length of a fixed term."""
    supervision: Annotated[ShortText | None, Scope("advert"), IN_PRINT] = None
    """Clinical supervision: `Every month, by the trust`."""
    responsible_for: Annotated[ShortText | None, Scope("advert"), IN_PRINT] = None
    """Who or what the post is responsible for: `4 practitioners`."""
    high_cost_area: Literal["none", "inner", "outer", "fringe"] | None = None
    """The high cost area of the base, if any."""
    holiday: Annotated[Text | None, Scope("advert"), IN_PRINT] = None
    """Holiday, as the employer gives it."""
    pension: Annotated[Text | None, Scope("advert"), IN_PRINT] = None
    """The pension, as the employer gives it."""
    probation: Annotated[ShortText | None, Scope("advert"), IN_PRINT] = None
    """Probation, if any."""
    travel: Annotated[Text | None, Scope("advert"), IN_PRINT] = None
    """What is paid for travel between sites."""
    learning: Annotated[Text | None, Scope("advert"), IN_PRINT] = None
    """Time and money for study."""
    checks: Annotated[list[ShortText] | None, Scope("advert"), IN_PRINT] = None
    """Checks before a person starts: `Enhanced DBS check with the adults’ barred list`."""


class AddSection(Record):
    """A section of the network's own, among the outermost sections of the job description. Its statements are added or moved into it."""

    id: Slug
    """An id of your choice. No section of the role may have it already."""
    heading: Annotated[ShortText, Scope("duties"), IN_PRINT]
    """The heading as printed, in sentence case."""
    because: Annotated[Text, ABOUT_A_SOURCE]
    """Why the network adds it."""
    after: Slug | None = None
    """The id of the section it comes right after. Without `after` or `before` it comes last."""
    before: Slug | None = None
    """The id of the section it comes right before."""


class Addition(Record):
    """What everything that a network adds to a role has."""

    id: Slug
    """An id of your choice. No statement or criterion of the role may have it already."""
    text: Annotated[Text, Scope("duties"), IN_PRINT]
    """The network's words."""
    because: Annotated[Text, ABOUT_A_SOURCE]
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
    """The section of the job description that it goes into, the role's or the network's own."""
    meets: list[Slug] = Field(default_factory=list)
    """Requirements of the contract that it meets."""
    meets_in_part: list[Slug] = Field(default_factory=list)
    """Requirements that it meets only in part."""
    duty: YesNo = True
    """Whether adding it may change the banding (job evaluation). Values and courtesies are not duties."""


class AddCriterion(Addition):
    """A criterion of the network's own."""

    text: Annotated[Text, Scope("criteria"), IN_PRINT]
    """The network's words."""

    category: Slug
    """The category of the person specification that it goes into."""
    short: Annotated[ShortText | None, Scope("criteria")] = Field(default=None, max_length=50)
    """The same in 50 characters or fewer, for the shortlisting grid."""
    level: Literal["essential", "desirable"]
    """Essential criteria must all be met; desirable ones help to choose."""
    assessed_by: list[Literal["application", "interview", "test", "certificate"]] = Field(min_length=1)
    """How the panel will find out."""


class Drop(Record):
    """A statement or criterion that the network leaves out."""

    id: Slug
    """The statement's or criterion's id."""
    because: Annotated[Text, ABOUT_A_SOURCE]
    """Why it is left out."""
    was: Annotated[Text | None, ABOUT_A_SOURCE] = None
    """What the role said of it when this was written, as the page that makes a pack saves it. It shows what a newer version changed."""


class Move(Record):
    """A statement or criterion of the role that the network puts in another place."""

    id: Slug
    """The statement's or criterion's id."""
    because: Annotated[Text, ABOUT_A_SOURCE]
    """Why it is moved."""
    to: Slug | None = None
    """The section or category that it goes into. Without it, it stays in its own."""
    after: Slug | None = None
    """The id it comes right after. Without `after` or `before` it comes last."""
    before: Slug | None = None
    """The id it comes right before."""
    was: Annotated[Text | None, ABOUT_A_SOURCE] = None
    """What the role said of it when this was written, as the page that makes a pack saves it. It shows what a newer version changed."""


class Rename(Record):
    """A section of the role that the network calls otherwise."""

    id: Slug
    """The section's id."""
    heading: Annotated[ShortText, Scope("duties"), IN_PRINT]
    """The heading as printed, in sentence case."""
    because: Annotated[Text, ABOUT_A_SOURCE]
    """Why it is called so."""


class Reword(Record):
    """A statement or criterion that the network says in other words."""

    id: Slug
    """The statement's or criterion's id."""
    text: Annotated[Text, Scope("duties"), IN_PRINT]
    """The network's words."""
    short: Annotated[ShortText | None, Scope("duties")] = Field(default=None, max_length=50)
    """For a criterion: the same in 50 characters or fewer, for the shortlisting grid."""
    because: Annotated[Text, ABOUT_A_SOURCE]
    """Why it is reworded."""
    still_meets: YesNo = True
    """Whether it still meets the requirements that it met before."""
    was: Annotated[Text | None, ABOUT_A_SOURCE] = None
    """What the role said of it when this was written, as the page that makes a pack saves it. It shows what a newer version changed."""


class AddClause(Record):
    """A shared clause that the network adds."""

    id: Annotated[Slug, RefersTo("clause")]
    """The id of a file in `data/clauses/`, without `.yaml`."""
    because: Annotated[Text, ABOUT_A_SOURCE]
    """Why the network adds it."""


class DropClause(Record):
    """A shared clause of the role that the network leaves out."""

    id: Slug
    """The clause's id."""
    because: Annotated[Text, ABOUT_A_SOURCE]
    """Why it is left out, and where applicants read it instead."""


class Accept(Record):
    """A requirement that the network meets in another way."""

    requirement: Slug
    """The requirement's id."""
    because: Annotated[Text, ABOUT_A_SOURCE]
    """How it is met, and who agreed to it."""


class Overlay(Record):
    """What a network fills in, adds, leaves out, moves and rewords in one role."""

    role: Slug
    """The base role's id."""
    note: Annotated[Text | None, Scope("advert"), IN_PRINT] = None
    """What a reader of the pack should know before all else. It is shown beside the words on historic and fictional networks."""
    source: list[SourceRef] = Field(default_factory=list)
    """Where the blanks and changes were read; a network that writes of itself needs none."""
    employer: Employer | None = None
    """Who employs this post, where it is not the network's usual employer."""
    fill: Fill = Field(default_factory=Fill)
    """The blanks."""
    add_sections: list[AddSection] = Field(default_factory=list)
    """Sections added. They are placed in this order."""
    add: list[AddStatement] = Field(default_factory=list)
    """Statements added."""
    add_criteria: list[AddCriterion] = Field(default_factory=list)
    """Criteria added."""
    drop: list[Drop] = Field(default_factory=list)
    """Statements and criteria left out."""
    move: list[Move] = Field(default_factory=list)
    """Statements and criteria of the role put in another place. They are placed in this order, before what is added."""
    rename: list[Rename] = Field(default_factory=list)
    """Sections called otherwise."""
    reword: list[Reword] = Field(default_factory=list)
    """Statements and criteria reworded."""
    add_clauses: list[AddClause] = Field(default_factory=list)
    """Shared clauses added. Each comes where the roles have it that carry it."""
    drop_clauses: list[DropClause] = Field(default_factory=list)
    """Shared clauses left out."""
    accept: list[Accept] = Field(default_factory=list)
    """Requirements met in another way."""
    require: Literal["strict", "usual"] = "usual"
    """`strict`: a requirement that is missing or lost stops publication. `usual`: a lost one is a warning."""
    about_us: Annotated[Text | None, Scope("advert")] = None
    """For NHS Jobs, ‘Working for your organisation’, where this role wants other words than the network's."""
    overview: Annotated[Text | None, Scope("advert")] = None
    """For NHS Jobs, ‘Job overview’, in place of what is made from the role."""
    main_duties: Annotated[Text | None, Scope("advert")] = None
    """For NHS Jobs, ‘Main duties’, in place of what is made from the role."""
    vacancies: list[Vacancy] = Field(default_factory=list)
    """Posts advertised now or before."""
    version: Annotated[ShortText, NO_WORDS, IN_PRINT] = "1.0"
    """The version of this network's pack."""
    updated: Day
    """The day this version was finished."""
    review_by: Day
    """The day by which it must be reviewed."""
