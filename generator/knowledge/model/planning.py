"""What a team is planned by: how many posts for how many people, how many people each post sees, and what it costs."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from generator.knowledge.model.forms import FIGURE, told
from generator.knowledge.model.reference import RefersTo
from generator.knowledge.model.scopes import Scope
from generator.knowledge.model.words import Day, Identified, Record, ShortText, Slug, SourceRef, Text

Figure = Annotated[str, StringConstraints(pattern=FIGURE), told(FIGURE)]
"""A number with at most two decimals, in quotes so that it stays exact: `"14.38"`."""


class Assumption(Record):
    """One figure that a plan rests on, and where it comes from. Readers can change it."""

    label: Annotated[ShortText, Scope("directory")]
    """What it is: `People a worker sees in a week`."""
    value: Figure
    """The figure that plans begin with."""
    least: Figure = "0"
    """The least that makes sense."""
    most: Figure
    """The most that makes sense."""
    unit: Annotated[ShortText, Scope("directory")]
    """What is counted: `per cent of pay`."""
    source: list[SourceRef] = Field(default_factory=list)
    """Where the figure was read."""
    assumed: Annotated[Text | None, Scope("directory")] = None
    """For a figure without a source, or taken from another year: that it is an assumption, and why this one."""


class PlannedPost(Record):
    """A role in the team, and by what it is counted."""

    id: Slug
    """Its own name, unique in the file, and part of addresses."""
    role: Annotated[Slug, RefersTo("role")]
    """The role's id in `data/roles/`. Its band gives the pay."""
    by: Literal["people", "practices", "networks"]
    """What the number of posts goes by."""
    posts: Assumption
    """So many full-time posts …"""
    each: Assumption
    """… for so many of what they go by."""
    a_week: Assumption
    """How many people a full-time post sees in a week."""
    paid_back: Assumption | None = None
    """What the contract pays back for a full-time post in this pay year, in pounds. Each network fills in its own."""


class Comparison(Record):
    """What another source would give, to compare with."""

    id: Slug
    """Its own name, unique in the file."""
    title: Annotated[ShortText, Scope("directory")]
    """The source's plan in a few words."""
    by: Literal["people", "practices", "networks"]
    """What the number of posts goes by."""
    posts: Figure
    """So many full-time posts …"""
    each_most: Figure
    """… for at most so many of what they go by …"""
    each_least: Figure
    """… or for so few."""
    of_what: Annotated[ShortText, Scope("directory")]
    """What is counted: `therapists`."""
    source: list[SourceRef] = Field(min_length=1)
    """Where it was read."""


class Planning(Identified):
    """Everything that plans of teams are worked out from."""

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
    """What other sources would give."""
    updated: Day
    """The day somebody last went through it."""
    review_by: Day
    """The day somebody must go through it again."""

    def figures(self) -> dict[str, Assumption]:
        """Every figure by its name in addresses: `workers.posts`, `weeks`."""
        found = {f"{post.id}.{name}": getattr(post, name) for post in self.posts for name in ("posts", "each", "a_week")}
        found |= {f"{post.id}.paid_back": post.paid_back for post in self.posts if post.paid_back}
        return found | {name: getattr(self, name) for name in ("weeks", "insurance_rate", "insurance_from", "pension_rate", "other_rate")}


def hundredths(value: str) -> int:
    """A figure as a whole number of hundredths, so that sums are exact here and in the browser."""
    return int(Decimal(value) * 100)
