"""The arithmetic of a team, in whole numbers, so that it is exact here and in the browser. Pure.

Figures come in hundredths. Posts come out in tenths of a full-time post, people and pounds as whole numbers; a half goes up.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

PayPoint = Literal["first", "middle", "top"]
"""Where in the band people are paid: a real pay point. A band with two points has no middle, and counts its first."""


@dataclass(frozen=True)
class PostRule:
    """How many posts, by what, and what the band pays in pounds a year."""

    id: str
    by: Literal["people", "practices", "networks"]
    entry: int
    middle: int
    top: int


@dataclass(frozen=True)
class Wanted:
    """What is planned for. `figures` are the assumptions in hundredths, by name: `workers.posts`, `weeks`."""

    people: int
    practices: int
    networks: int
    point: PayPoint
    figures: Mapping[str, int]


@dataclass(frozen=True)
class PlanRow:
    """One role in the plan. `tenths` are tenths of a full-time post; `cost` and `income`, what is paid back of it, are in pounds a year."""

    id: str
    tenths: int
    a_week: int
    a_year: int
    cost: int
    income: int


def rounded(above: int, below: int) -> int:
    """A share, rounded to the nearest whole number; a half goes up."""
    return (2 * above + below) // (2 * below)


def post_tenths(posts: int, each: int, count: int) -> int:
    """Tenths of full-time posts: `posts` for each `each` (both in hundredths) of a `count`."""
    return rounded(10 * posts * count, each)


def plan(rules: Sequence[PostRule], wanted: Wanted) -> list[PlanRow]:
    """The team, role by role."""
    return [_row(rule, wanted) for rule in rules]


def _row(rule: PostRule, wanted: Wanted) -> PlanRow:
    figures = wanted.figures
    count = {"people": wanted.people, "practices": wanted.practices, "networks": wanted.networks}[rule.by]
    tenths = post_tenths(figures[f"{rule.id}.posts"], figures[f"{rule.id}.each"], count)
    seen = figures[f"{rule.id}.a_week"]
    a_week = rounded(tenths * seen, 1_000)
    a_year = rounded(tenths * seen * figures["weeks"], 100_000)
    income = rounded(tenths * figures.get(f"{rule.id}.paid_back", 0), 1_000)
    return PlanRow(rule.id, tenths, a_week, a_year, _cost(rule, tenths, wanted), income)


def _cost(rule: PostRule, tenths: int, wanted: Wanted) -> int:
    """Pay with on-costs in pounds a year."""
    figures = wanted.figures
    pay = {"first": rule.entry, "middle": rule.middle, "top": rule.top}[wanted.point]
    above = max(0, 100 * pay - figures["insurance_from"])
    extra = 100 * pay * (figures["pension_rate"] + figures["other_rate"]) + above * figures["insurance_rate"]
    return rounded(tenths * (pay * 1_000_000 + extra), 10_000_000)
