"""Ready-made lists: a page for each situation, whose address a team can share."""

from __future__ import annotations

from collections.abc import Iterator

from generator.documents.page import Page
from generator.documents.pages.directory import Directory
from generator.documents.pages.site_context import SiteContext
from generator.documents.views.origins import cited
from generator.knowledge.library.library import Library
from generator.knowledge.model.ready_lists import ReadyList


def ready_list_pages(context: SiteContext) -> Iterator[Page]:
    """All lists, and each with its services. A service that lists may not show is named, and not on the sheet."""
    lists = in_order(context.library)
    if not lists:
        return
    about = "Services for one situation, chosen in advance. Share the link, or print the sheet."
    yield context.page("lists/index.md", "Ready-made lists", about, "ready-lists", lists=lists)
    directory = Directory.of(context)
    for one in lists:
        views = [directory.views[name] for name in one.services]
        shown = [view for view in views if view.listed]
        yield context.page(
            f"lists/{one.id}/index.md", one.title, one.about, "ready-list",
            ready=one, sources=cited(context.library, one.source), views=shown, left=[view.service for view in views if not view.listed],
            careful=any(view.service.safety.leave_fast for view in shown),
        )  # fmt: skip


def in_order(library: Library) -> list[ReadyList]:
    """The lists in their order."""
    return sorted(library.all(ReadyList).values(), key=lambda one: (one.order, one.id))
