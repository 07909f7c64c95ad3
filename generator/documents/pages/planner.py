"""Plan a team: the plan of each network for readers without script, and a page with every figure to change."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass

from generator.documents.page import Page
from generator.documents.pages.site_context import SiteContext
from generator.documents.views.background_links import background
from generator.documents.views.origins import cited
from generator.knowledge.calculators.planner import PlanRow, PostRule, Wanted, plan, post_tenths
from generator.knowledge.library.library import Library
from generator.knowledge.model import Network
from generator.knowledge.model.planning import Comparison, Planning, hundredths

_EXAMPLE = (50_000, 5, 1)
"""People, practices and networks that the page begins with. A round figure of ours."""


@dataclass(frozen=True)
class NetworkPlan:
    """The plan of one network."""

    network: Network
    rows: list[PlanRow]

    @property
    def cost(self) -> int:
        """Pounds a year."""
        return sum(row.cost for row in self.rows)

    @property
    def a_week(self) -> int:
        """People a week."""
        return sum(row.a_week for row in self.rows)


def planner_pages(context: SiteContext) -> Iterator[Page]:
    """The page, where the data has a plan and pay for each of its roles."""
    for planning in context.library.all(Planning).values():
        rules = planner_rules(context.library, planning)
        if rules:
            yield _page(context, planning, rules)


def planner_rules(library: Library, planning: Planning) -> list[PostRule]:
    """The roles of a plan with this year's pay. Nothing where a band's pay is not known."""
    bands = {band.band: band for band in library.pay[library.settings.pay_year].bands}
    found = [(post, bands.get(library.roles[post.role].band)) for post in planning.posts]
    return (
        [PostRule(post.id, post.by, band.entry, band.middle or band.entry, band.top) for post, band in found if band]
        if all(band for _, band in found)
        else []
    )


def wanted(planning: Planning, people: int, practices: int, networks: int = 1) -> Wanted:
    """What is planned for, with our own figures."""
    figures = {name: hundredths(found.value) for name, found in planning.figures().items()}
    return Wanted(people, practices, networks, "middle", figures)


def _page(context: SiteContext, planning: Planning, rules: list[PostRule]) -> Page:
    library = context.library
    networks = sorted(library.networks.values(), key=lambda n: (n.status != "current", n.name))
    plans = [NetworkPlan(n, plan(rules, wanted(planning, n.population, len(n.practices)))) for n in networks]
    data = json.dumps([rule.__dict__ for rule in rules], separators=(",", ":"))
    return context.page(
        f"{planning.id}/index.md", planning.title, planning.about, "planner",
        planning=planning, rules=data, posts=[(post, library.roles[post.role]) for post in planning.posts],
        first=plan(rules, wanted(planning, *_EXAMPLE)), example=_EXAMPLE, plans=plans, pay_year=library.pay[library.settings.pay_year],
        sources={name: cited(library, found.source) for name, found in planning.figures().items()},
        compared=[(c, cited(library, c.source), [_range(c, plan_.network) for plan_ in plans]) for c in planning.comparisons],
        pay_sources={band.band: cited(library, band.source) for band in library.pay[library.settings.pay_year].bands}, tenths=tenths,
        more=background(library),
    )  # fmt: skip


def _range(comparison: Comparison, network: Network) -> str:
    """How many posts a source would give a network: `3.0 to 4.5`."""
    count = {"people": network.population, "practices": len(network.practices), "networks": 1}[comparison.by]
    each = (comparison.each_most, comparison.each_least)
    least, most = (tenths(post_tenths(hundredths(comparison.posts), hundredths(one), count)) for one in each)
    return least if least == most else f"{least} to {most}"


def tenths(value: int) -> str:
    """Tenths of a post as a number: `29` is `2.9`."""
    return f"{value // 10:,}.{value % 10}"
