"""Hand-written pages, as pages of the site."""

from __future__ import annotations

from collections.abc import Iterable

from generator.documents.page import Page
from generator.documents.page_kinds import page_kind
from generator.knowledge.reading.pages import WrittenPage


def as_pages(written: Iterable[WrittenPage]) -> list[Page]:
    """Pages that were read, as the site shows them. Words that they accept are nothing for readers."""
    return [
        Page(page.path, page.head.title, page.head.description, page_kind(page.kind), page.body, lang=page.head.lang) for page in written
    ]
