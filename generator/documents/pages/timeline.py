"""The page that tells how the roles came about."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from generator.documents.page import Page
from generator.documents.pages.site_context import SiteContext
from generator.documents.views.origins import cited
from generator.knowledge.model.timelines import Timeline, date_in_words


def timeline_pages(context: SiteContext) -> Iterator[Page]:
    """One page with every timeline, where the data has any."""
    timelines = list(context.library.all(Timeline).values())
    if not timelines:
        return
    yield context.page(
        "timeline/index.md", "How the roles came about", timelines[0].about, "timeline",
        timelines=timelines, said=date_in_words, cite=partial(cited, context.library),
    )  # fmt: skip
