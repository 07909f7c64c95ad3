"""The page on which people review a document of their own, in the browser, and the data that its script needs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.documents.browser.review_data import review_data
from generator.documents.browser.script import registered
from generator.documents.page import Page
from generator.documents.pages.site_context import SiteContext
from generator.documents.templating.environment import render
from generator.knowledge.model import Wording


def review_pages(context: SiteContext) -> Iterator[Page]:
    """The page, where the data has rules on words."""
    if context.library.all(Wording):
        about = "Find what is out of date, unfair or unfinished in a job description that you have. The document stays on your device."
        yield context.page("review/index.md", "Review a document", about, "review", packs=context.base_packs)


def review_files(context: SiteContext, _pages: Sequence[Page]) -> dict[str, bytes]:
    """The data of its script, with the style of a report that somebody saves, by path below the staging folder."""
    if not context.library.all(Wording):
        return {}
    style = "\n".join(render(context.templates, name) for name in ("review/review.css", "styles/report.css"))
    return {"assets/review-rules.js": registered("review", review_data(context.library, context.today) | {"style": style}).encode()}
