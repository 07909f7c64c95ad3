"""The page of the review queue: which services to check next, and why."""

from __future__ import annotations

from collections.abc import Iterator

from generator.documents.page import Page
from generator.documents.pages.site_context import SiteContext
from generator.documents.reports.queue import queue


def queue_pages(context: SiteContext) -> Iterator[Page]:
    """What to check next, where there is any service."""
    if context.library.services:
        about = "Services that someone must check, those for people in danger first, each with the reasons."
        entries = queue(context.library, context.today)
        yield context.page("health/queue/index.md", "What to check next", about, "queue", entries=entries, today=context.today)
