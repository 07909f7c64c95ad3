"""The pages at the door: home, and the search over everything."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date

from generator.documents.formats.nhs_jobs.sheet import NHS_JOBS
from generator.documents.page import Page
from generator.documents.pages.directory import Directory
from generator.documents.pages.ready_lists import in_order
from generator.documents.pages.site_context import SiteContext
from generator.documents.views.background_links import background
from generator.documents.views.crisis_cards import cards, other_ways
from generator.documents.views.staff_advice import staff_advice
from generator.knowledge.directory.practices import practices
from generator.knowledge.directory.visibility import listed
from generator.knowledge.library.library import Library
from generator.knowledge.model import Need
from generator.knowledge.model.navigation import Navigator
from generator.knowledge.model.planning import Planning


def front_pages(context: SiteContext) -> Iterator[Page]:
    """Home and Find."""
    settings, packs, pay_year = context.library.settings, context.base_packs, context.library.pay[context.library.settings.pay_year]
    more, quick, services = background(context.library), most_served(context), Directory.of(context).listed
    yield context.page(
        "index.md", settings.title, settings.tagline, "home",
        packs=packs, pay_year=pay_year, quick=quick, more=more, renewed=renewed(context.library),
        files=context.files, form=context.library.recruitment.get(NHS_JOBS), made=context.network_packs,
        services=len(services), unsure=sum(not view.sure for view in services),
    )  # fmt: skip
    about = "Find a service for the person in front of you, or a job pack, network or guide, in your own words."
    groups = needs_by_group(context.library)
    yield context.page(
        "find/index.md", "Find support", about, "find",
        groups=groups, cards=cards(context.library, context.today), ways=other_ways(context.library), more=more,
        ours=our_practices(context.library),
        lists=in_order(context.library), advice=staff_advice(context.library, context.library.needs.values()),
    )  # fmt: skip


def our_practices(library: Library) -> list[tuple[str, str]]:
    """What “our practice” may be, each with the id of its area: practices by name, then any practice of a district."""
    known = sorted((f"{name}, {area.name}", area.id) for name, area in practices(library))
    districts = sorted((f"A practice in {area.name}", area.id) for area in library.areas.values() if area.kind == "district")
    return [*known, *districts]


def renewed(library: Library) -> list[tuple[date, str, str]]:
    """The tools of the knowledge base, each with the day its content was last reviewed, its address and its title."""
    tools: list[Navigator | Planning] = [*library.all(Navigator).values(), *library.all(Planning).values()]
    return [(tool.updated, f"{tool.id}/", tool.title) for tool in tools]


QUICK = 5
"""Needs on the first page."""


def most_served(context: SiteContext) -> list[Need]:
    """The needs that most services help with. Groups of people are no needs of their own, and danger has the strip above."""
    services = [service for service in context.library.services.values() if listed(service, context.library, context.today)]
    counts = Counter(name for service in services for name in service.known_needs)
    needs = [need for need in context.library.needs.values() if counts[need.id] and not need.person and not need.danger]
    return sorted(needs, key=lambda need: -counts[need.id])[:QUICK]


def needs_by_group(library: Library) -> list[tuple[str, list[Need]]]:
    """Every need under its group, in the order of the vocabulary."""
    groups: dict[str, list[Need]] = {}
    for need in library.needs.values():
        groups.setdefault(need.group, []).append(need)
    return list(groups.items())
