"""The pages at the door: home, and the search over everything."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date

from generator.documents.page import Page
from generator.documents.pages.directory import Directory
from generator.documents.pages.making import Making
from generator.documents.views.background_links import background
from generator.documents.views.crisis_cards import cards, ways
from generator.knowledge.directory.visibility import listed
from generator.knowledge.library.library import Library
from generator.knowledge.model import Need
from generator.knowledge.model.navigation import Navigator
from generator.knowledge.model.planning import Planning


def front_pages(making: Making) -> Iterator[Page]:
    """Home and Find."""
    settings, packs, pay_year = making.library.settings, making.packs, making.library.pay[making.library.settings.pay_year]
    more, quick, services = background(making.library), most_served(making), Directory.of(making).listed
    yield making.page(
        "index.md", settings.title, settings.tagline, "home",
        packs=packs, pay_year=pay_year, quick=quick, more=more, renewed=renewed(making.library),
        services=len(services), unsure=sum(not view.sure for view in services),
    )  # fmt: skip
    about = "Find a service for the person in front of you, or a job pack, network or guide, in your own words."
    groups = needs_by_group(making.library)
    yield making.page(
        "find/index.md", "Find support", about, "find",
        groups=groups, cards=cards(making.library, making.today), ways=ways(making.library), more=more,
    )  # fmt: skip


def renewed(library: Library) -> list[tuple[date, str, str]]:
    """The tools of the knowledge base, each with the day its content was last reviewed, its address and its title."""
    tools: list[Navigator | Planning] = [*library.all(Navigator).values(), *library.all(Planning).values()]
    return [(tool.updated, f"{tool.id}/", tool.title) for tool in tools]


QUICK = 5
"""Needs on the first page."""


def most_served(making: Making) -> list[Need]:
    """The needs that most services help with. Groups of people are no needs of their own, and danger has the strip above."""
    services = [service for service in making.library.services.values() if listed(service, making.library, making.today)]
    counts = Counter(name for service in services for name in service.needs)
    needs = [need for need in making.library.needs.values() if counts[need.id] and not need.person and not need.danger]
    return sorted(needs, key=lambda need: -counts[need.id])[:QUICK]


def needs_by_group(library: Library) -> list[tuple[str, list[Need]]]:
    """Every need under its group, in the order of the vocabulary."""
    groups: dict[str, list[Need]] = {}
    for need in library.needs.values():
        groups.setdefault(need.group, []).append(need)
    return list(groups.items())
