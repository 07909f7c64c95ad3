"""The pages that tell what happened when: how the roles came about, and what law has changed."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from generator.documents.page import Page
from generator.documents.pages.site_context import SiteContext
from generator.documents.views.origins import cited
from generator.knowledge.model.timelines import Timeline, date_in_words


def timeline_pages(context: SiteContext) -> Iterator[Page]:
    """A page for each address that the timelines name, with all that name it."""
    pages: dict[str, list[Timeline]] = {}
    for timeline in context.library.all(Timeline).values():
        pages.setdefault(timeline.page, []).append(timeline)
    for address, timelines in pages.items():
        first = timelines[0]
        yield context.page(
            f"{address}/index.md", first.title, first.about, "timeline",
            timelines=timelines, said=date_in_words, today=context.today.isoformat(), cite=partial(cited, context.library),
        )  # fmt: skip
