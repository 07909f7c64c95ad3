"""The page of content health: how fresh it all is, with pictures and the tables that say the same."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from markupsafe import Markup

from generator.checks.coverage import STATES
from generator.documents.charts.columns_svg import columns_svg
from generator.documents.charts.shares_svg import shares_svg
from generator.documents.page import Page
from generator.documents.pages.site_context import SiteContext
from generator.documents.reports.health import Health, health, health_json
from generator.documents.reports.health.due import DUE_STANDINGS
from generator.knowledge.text.formatting import day, join_words

RECENT = 4
"""Years, this one not counted, whose sources still count as recent: our own rule."""

_FIRST = 12
"""Rows of a long list that are open when the page is; the rest unfold."""


def health_pages(context: SiteContext) -> Iterator[Page]:
    """What is out of date"""
    found = _health(context)
    about = "What is out of date, due for review or not confirmed, and which needs have no service, counted each time the site is built."
    since = context.today.year - RECENT
    yield context.page(
        "health/index.md", "What is out of date", about, "health", found=found, states=STATES, standings=DUE_STANDINGS, first=_FIRST,
        since=since,
        sure=_sure(found, context), old=_old(found, since, context), coming=_coming(found, context),
    )  # fmt: skip


def health_files(context: SiteContext, _: Sequence[Page]) -> dict[str, bytes]:
    """The report for other programs."""
    return {"health/health.json": health_json(_health(context))}


def _health(context: SiteContext) -> Health:
    return context.once(Health, lambda: health(context.library, context.today))


def _sure(found: Health, context: SiteContext) -> Markup | None:
    """The bar of how sure we are, where there is any service."""
    if not found.listed:
        return None
    parts = join_words([f"{one.count}: {one.label[:1].lower()}{one.label[1:]}" for one in found.confidences])
    told = f"{len(found.listed)} services by the strength of their source. {parts}. The table has the same figures."
    return shares_svg([(str(one.count), one.count) for one in found.confidences], told, context.templates)


def _old(found: Health, since: int, context: SiteContext) -> Markup | None:
    """The newest dated source of each service, by year."""
    counts = found.years.counts
    if not counts:
        return None
    span = range(min(counts), context.today.year + 1)
    most = max(counts, key=lambda year: (counts[year], year))
    told = f"Services by the year of their newest dated source. The most, {counts[most]}, are of {most}. The table has the same figures."
    return columns_svg([(str(year), counts.get(year, 0), year >= since) for year in span], told, context.templates)


def _coming(found: Health, context: SiteContext) -> Markup:
    """What falls due in the months to come."""
    most = max(found.months, key=lambda month: month.count)
    told = f"Reviews falling due in each of the 12 months from {day(found.today)}. The most, {most.count}, are in {most.label}."
    return columns_svg([(month.label, month.count, True) for month in found.months], told, context.templates)
