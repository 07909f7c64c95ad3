"""The figures a team is planned with: posts for a number of people, people seen by each post, and costs."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from generator.knowledge.model.forms import FIGURE, pattern_message
from generator.knowledge.model.reference import RefersTo
from generator.knowledge.model.scopes import Scope
from generator.knowledge.model.words import Day, Identified, Record, ShortText, Slug, SourceRef, Text

Figure = Annotated[str, StringConstraints(pattern=FIGURE), pattern_message(FIGURE)]
"""A number with at most two decimals, in quotes so that it stays exact: `"14.38"`."""


class Assumption(Record):
    """One figure that a plan is based on, with its source. Readers can change it."""

    label: Annotated[ShortText, Scope("directory")]
    """What it is: `People a worker sees in a week`."""
    value: Figure
    """The figure that a new plan starts with."""
    least: Figure = "0"
    """The smallest sensible value."""
    most: Figure
    """The largest sensible value."""
    unit: Annotated[ShortText, Scope("directory")]
    """What is counted: `per cent of pay`."""
    source: list[SourceRef] = Field(default_factory=list)
    """Where the figure was read."""
    assumed: Annotated[Text | None, Scope("directory")] = None
    """For a figure without a source, or taken from another year: that it is an assumption, and why this one."""


class PlannedPost(Record):
    """A role in the team, and what its number of posts depends on."""

    id: Slug
    """Its id, unique in the file, and part of addresses."""
    role: Annotated[Slug, RefersTo("role")]
    """The role's id in `data/roles/`. Its band gives the pay."""
    by: Literal["people", "practices", "networks"]
    """What the number of posts depends on."""
    posts: Assumption
    """The number of full-time posts for every `each`."""
    each: Assumption
    """How many people, practices or networks (see `by`) have that number of posts."""
    a_week: Assumption
    """How many people a full-time post sees in a week."""
    paid_back: Assumption | None = None
    """What the contract pays back for a full-time post in this pay year, in pounds. Each network fills in its own."""


class Comparison(Record):
    """The staffing that another source suggests, for comparison."""

    id: Slug
    """Its id, unique in the file."""
    title: Annotated[ShortText, Scope("directory")]
    """The source's plan in a few words."""
    by: Literal["people", "practices", "networks"]
    """What the number of posts depends on."""
    posts: Figure
    """A number of full-time posts."""
    each_most: Figure
    """The most people, practices or networks (see `by`) that have that number of posts."""
    each_least: Figure
    """The fewest that do."""
    of_what: Annotated[ShortText, Scope("directory")]
    """What is counted: `therapists`."""
    source: list[SourceRef] = Field(min_length=1)
    """Where it was read."""


class Planning(Identified):
    """All figures that plans of teams are calculated from."""

    title: Annotated[ShortText, Scope("directory")]
    """The title as printed."""
    about: Annotated[Text, Scope("directory")]
    """One sentence on what it does."""
    posts: list[PlannedPost] = Field(min_length=1, max_length=8)
    """The roles of the team."""
    weeks: Assumption
    """Weeks of seeing people in a year."""
    insurance_rate: Assumption
    """National Insurance that employers pay."""
    insurance_from: Assumption
    """The pay above which they pay it, in pounds a year."""
    pension_rate: Assumption
    """What employers pay for the pension."""
    other_rate: Assumption
    """Anything else that goes with pay."""
    comparisons: list[Comparison] = Field(default_factory=list)
    """What other sources suggest."""
    updated: Day
    """The day it was last reviewed."""
    review_by: Day
    """The day by which it must be reviewed."""

    def figures(self) -> dict[str, Assumption]:
        """Every figure by its name in addresses: `workers.posts`, `weeks`."""
        found = {f"{post.id}.{name}": getattr(post, name) for post in self.posts for name in ("posts", "each", "a_week")}
        found |= {f"{post.id}.paid_back": post.paid_back for post in self.posts if post.paid_back}
        return found | {name: getattr(self, name) for name in ("weeks", "insurance_rate", "insurance_from", "pension_rate", "other_rate")}


def hundredths(value: str) -> int:
    """A figure as a whole number of hundredths, so that sums are exact here and in the browser."""
    return int(Decimal(value) * 100)
