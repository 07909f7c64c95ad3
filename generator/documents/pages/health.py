"""The page of content health: how fresh it all is, with pictures and the tables that say the same."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from markupsafe import Markup

from generator.checks.coverage import STATES
from generator.documents.charts.columns_svg import columns_svg
from generator.documents.charts.shares_svg import shares_svg
from generator.documents.page import Page
from generator.documents.pages.making import Making
from generator.documents.reports.health import Health, as_json, health
from generator.documents.reports.health.due import STANDINGS
from generator.knowledge.text.formatting import day, join_words

RECENT = 4
"""Years, this one not counted, whose sources still count as recent: our own rule."""

FIRST = 12
"""Rows of a long list that are open when the page is; the rest unfold."""


def health_pages(making: Making) -> Iterator[Page]:
    """How fresh is it?"""
    found = _health(making)
    about = "What is out of date, due for review or not confirmed, and which needs have no service, counted each time the site is built."
    since = making.today.year - RECENT
    yield making.page(
        "health/index.md", "How fresh is it?", about, "health", found=found, states=STATES, standings=STANDINGS, first=FIRST, since=since,
        sure=_sure(found, making), old=_old(found, since, making), coming=_coming(found, making),
    )  # fmt: skip


def health_files(making: Making, _: Sequence[Page]) -> dict[str, bytes]:
    """The report for other programs."""
    return {"health/health.json": as_json(_health(making))}


def _health(making: Making) -> Health:
    return making.once(Health, lambda: health(making.library, making.today))


def _sure(found: Health, making: Making) -> Markup | None:
    """The bar of how sure we are, where there is any service."""
    if not found.listed:
        return None
    parts = join_words([f"{one.count}: {one.label[:1].lower()}{one.label[1:]}" for one in found.confidences])
    told = f"{len(found.listed)} services by the strength of their source. {parts}. The table has the same figures."
    return shares_svg([(str(one.count), one.count) for one in found.confidences], told, making.templates)


def _old(found: Health, since: int, making: Making) -> Markup | None:
    """The newest dated source of each service, by year."""
    counts = found.years.counts
    if not counts:
        return None
    span = range(min(counts), making.today.year + 1)
    most = max(counts, key=lambda year: (counts[year], year))
    told = f"Services by the year of their newest dated source. The most, {counts[most]}, are of {most}. The table has the same figures."
    return columns_svg([(str(year), counts.get(year, 0), year >= since) for year in span], told, making.templates)


def _coming(found: Health, making: Making) -> Markup:
    """What falls due in the months to come."""
    most = max(found.months, key=lambda month: month.count)
    told = f"Reviews falling due in each of the 12 months from {day(found.today)}. The most, {most.count}, are in {most.label}."
    return columns_svg([(month.label, month.count, True) for month in found.months], told, making.templates)
