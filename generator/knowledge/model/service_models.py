"""A service as a whole: what it delivers, who works in it, how it is managed, and what it costs."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from generator.knowledge.model.forms import WHOLE_TIME, pattern_message
from generator.knowledge.model.networks import NetworkStatus
from generator.knowledge.model.reference import RefersTo
from generator.knowledge.model.scopes import OWN_NAME, TIME_IN_WORDS, Scope
from generator.knowledge.model.words import Band, Day, Identified, Record, ShortText, Slug, SourceRef, Text, Whole

WholeTime = Annotated[str, StringConstraints(pattern=WHOLE_TIME), pattern_message(WHOLE_TIME)]
"""A number of full-time posts, in quotes, because it is a decimal fraction and must stay exact: `"2.9"`."""

Pounds = Annotated[Whole, Field(ge=0, le=99_999_999)]
"""Whole pounds, in the money of the document."""


class Delivered(Record):
    """One thing the service does."""

    id: Slug
    """Its id, unique in the file."""
    text: Annotated[Text, Scope("directory")]
    """What the service does, in our own words."""
    note: Annotated[Text | None, Scope("directory")] = None
    """What a reader of today should know about it."""


class Phase(Record):
    """One step of setting the service up."""

    id: Slug
    """Its id, unique in the file."""
    name: Annotated[ShortText, Scope("directory")]
    """What it is called: `Phase 1`."""
    starts: Day | None = None
    """The day it begins, where the document says so."""
    ends: Day | None = None
    """The last day it may begin or end, where the document says so."""
    text: Annotated[Text, Scope("directory")]
    """What happens in it."""


class ServicePost(Record):
    """One kind of post in the team."""

    id: Slug
    """Its id, unique in the file."""
    title: Annotated[ShortText, OWN_NAME]
    """The post: `Link workers`."""
    role: Annotated[Slug | None, RefersTo("role")] = None
    """The role's id, where it is one of ours."""
    band: Band | None = None
    """The pay band, where the document gives one."""
    whole_time: WholeTime
    """How many full-time posts."""
    elsewhere: WholeTime | None = None
    """The other number, where the document gives two."""
    told: Slug | None = None
    """The disagreement that explains the two numbers, an id of `disagreements`."""
    paid_by: Slug
    """Who pays, an id of `payers`."""
    does: Annotated[list[Text], Scope("directory")] = Field(default_factory=list)
    """What the post does, a sentence each."""


class Session(Record):
    """Time of a specialist who advises the team."""

    id: Slug
    """Its id, unique in the file."""
    who: Annotated[ShortText, Scope("directory")]
    """The specialist: `A named psychologist`."""
    sessions: Whole = Field(ge=1, le=20)
    """Sessions a week, of half a day each."""
    whole_time: WholeTime | None = None
    """The same as a share of a full-time post, where the document gives it."""
    gives: Annotated[Text, Scope("directory")]
    """What the time is for."""
    paid_by: Slug
    """Who pays, an id of `payers`."""


class Caseload(Record):
    """How many people one worker sees, and the rest of the working week."""

    post: Slug
    """Whose caseload it is, an id of `posts`."""
    a_day: Whole = Field(ge=1, le=30)
    """People a day, on average."""
    a_week_at_most: Whole = Field(ge=1, le=100)
    """People a week, at most."""
    rest_of_week: Annotated[list[Text], Scope("directory")] = Field(min_length=1)
    """What the rest of the week is for, a line each."""
    learning_days: Whole = Field(ge=0, le=5)
    """Days a week for study."""
    note: Annotated[Text | None, Scope("directory")] = None
    """What follows from these figures, as our own reading."""


class Payer(Record):
    """Who pays for a part of the service."""

    id: Slug
    """Its id, unique in the file."""
    name: Annotated[ShortText, OWN_NAME]
    """The organisation, as it was called."""
    until: Annotated[ShortText | None, TIME_IN_WORDS] = None
    """Until when it pays, in words."""


class CostLine(Record):
    """One line of the budget."""

    id: Slug
    """Its id, unique in the file."""
    what: Annotated[ShortText, Scope("directory")]
    """What is paid for."""
    pounds: Pounds | None = None
    """The sum, where the document gives one."""
    kind: Literal["each-year", "once"]
    """Whether it is paid each year or once."""
    paid_by: Slug
    """Who pays, an id of `payers`."""
    note: Annotated[Text | None, Scope("directory")] = None
    """How the sum was arrived at."""


class Total(Record):
    """A sum that the document gives, and what it should be the sum of."""

    id: Slug
    """Its id, unique in the file."""
    what: Annotated[ShortText, Scope("directory")]
    """What the total is called."""
    stated: Pounds | None = None
    """The figure in the document. Left out where the document gives the parts and no total."""
    adds: list[Slug] = Field(min_length=1)
    """The lines and earlier totals it adds up, by id."""
    months: Whole = Field(default=12, ge=1, le=12)
    """For how many months of the year."""
    told: Slug | None = None
    """The disagreement that explains the difference, an id of `disagreements`."""


class CommissioningCriterion(Record):
    """What the commissioners asked of the proposal, and how it said that it met this."""

    id: Slug
    """Its id, unique in the file."""
    asks: Annotated[Text, Scope("directory")]
    """What was asked, in our own words."""
    met_by: Annotated[Text | None, Scope("directory")] = None
    """The answer in our own words, or nothing where the document left it blank."""


class Disagreement(Record):
    """Where the document contradicts itself, or a figure does not follow from the others."""

    id: Slug
    """Its id, unique in the file."""
    about: Annotated[ShortText, Scope("directory")]
    """What it is about."""
    text: Annotated[Text, Scope("directory")]
    """What the document says, and what follows, in plain sentences."""


class ServiceModel(Identified):
    """How one service is set up, staffed and paid for."""

    name: Annotated[ShortText, OWN_NAME]
    """The service's name."""
    short: Annotated[ShortText, OWN_NAME]
    """A shorter name for links."""
    status: NetworkStatus
    """A historic model says so on its page."""
    planned: Annotated[ShortText, TIME_IN_WORDS]
    """When it was planned: `2008`."""
    summary: Annotated[Text, Scope("directory")]
    """What it is, in one or two sentences."""
    source: list[SourceRef] = Field(min_length=1)
    """The documents it is based on."""
    checked_on: Day
    """The day this was last compared with its source."""
    network: Annotated[Slug | None, RefersTo("network")] = None
    """The network it serves, an id in `data/networks/`."""
    population: Whole = Field(ge=1, le=10_000_000)
    """The people it serves, as the document states."""
    people: Annotated[list[Text], Scope("directory")] = Field(min_length=1)
    """Who it is for, a sentence each."""
    delivers: list[Delivered] = Field(min_length=1)
    """What it does."""
    phases: list[Phase] = Field(default_factory=list)
    """The steps of setting it up, in order."""
    posts: list[ServicePost] = Field(min_length=1)
    """The team."""
    sessions: list[Session] = Field(default_factory=list)
    """The specialists who advise the team."""
    management: Annotated[list[Text], Scope("directory")] = Field(min_length=1)
    """Who manages the team and who they meet, a sentence each."""
    hours: Annotated[Text, Scope("directory")]
    """When the team works."""
    places: Annotated[list[Text], Scope("directory")] = Field(min_length=1)
    """Where the team works, a sentence each."""
    caseload: Caseload | None = None
    """How many people one worker sees."""
    payers: list[Payer] = Field(min_length=1)
    """Who pays."""
    costs: list[CostLine] = Field(min_length=1)
    """What it costs, line by line."""
    totals: list[Total] = Field(default_factory=list)
    """The sums that the document gives, each after those it adds up."""
    criteria: list[CommissioningCriterion] = Field(default_factory=list)
    """What the commissioners asked."""
    disagreements: list[Disagreement] = Field(default_factory=list)
    """Where the document disagrees with itself."""

    def worked_out(self, total: Total) -> int:
        """The sum of a total's parts, in pounds, rounded to the nearest pound (half a pound rounds up)."""
        parts = {line.id: line.pounds or 0 for line in self.costs}
        for earlier in self.totals[: self.totals.index(total)]:
            parts[earlier.id] = earlier.stated if earlier.stated is not None else self.worked_out(earlier)
        return (sum(parts.get(name, 0) for name in total.adds) * total.months * 2 + 12) // 24


def whole_time(value: str) -> Decimal:
    """A number of full-time posts, exactly."""
    return Decimal(value)
