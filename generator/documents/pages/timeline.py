"""The page that tells how the roles came about."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from generator.documents.page import Page
from generator.documents.pages.making import Making
from generator.documents.views.origins import cited
from generator.knowledge.model.timelines import Timeline, said


def timeline_pages(making: Making) -> Iterator[Page]:
    """One page with every timeline, where the data has any."""
    timelines = list(making.library.all(Timeline).values())
    if not timelines:
        return
    yield making.page(
        "timeline/index.md", "How the roles came about", timelines[0].about, "timeline",
        timelines=timelines, said=said, cite=partial(cited, making.library),
    )  # fmt: skip
