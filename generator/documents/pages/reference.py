"""The pages to look things up in: sources, and everything that can be wrong."""

from __future__ import annotations

from collections.abc import Iterator

from generator.documents.page import Page
from generator.documents.pages.site_context import SiteContext
from generator.documents.views.origins import uses
from generator.problems import RULES


def reference_pages(context: SiteContext) -> Iterator[Page]:
    """Sources and errors."""
    used = uses(context.library)
    listed = [(source, used.get(source.id, [])) for source in context.library.sources.values()]
    about = "Every document behind the packs and pages."
    yield context.page("sources/index.md", "Sources", about, "sources", sources=listed)
    about = "Everything that Fingerpost can find wrong in a file, and how to correct it."
    yield context.page("errors/index.md", "Error messages", about, "errors", rules=sorted(RULES.values(), key=lambda r: r.code))
