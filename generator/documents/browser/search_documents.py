"""Roles, networks and pages as documents of the search, beside services."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from generator.documents.packs.model import Pack
from generator.documents.page import Page

PACK_WORDS = "job description jd person specification spec job pack duties vacancy advert"
"""Search words for a pack and its parts."""


@dataclass(frozen=True)
class SearchDocument:
    """One document of the search: its address, title, and searched words."""

    id: str
    path: str
    title: str
    kind: str
    summary: str
    text: str
    words: str = ""


def pack_documents(packs: Iterable[Pack]) -> list[SearchDocument]:
    """A document for each pack, with its titles, statements and criteria: base roles as roles, the others as networks."""
    return [
        SearchDocument(
            pack.stem,
            f"networks/{pack.stem}/" if pack.network else f"roles/{pack.role.id}/",
            pack.titled + (f", {pack.place}" if pack.network else ""),
            "network" if pack.network else "role",
            pack.role.summary,
            " ".join([*(n.statement.text for n in pack.statements()), *(line.criterion.text for line in pack.criteria())]),
            " ".join([*pack.role.other_titles, f"band {pack.role.band}", PACK_WORDS]),
        )
        for pack in packs
    ]


def page_documents(pages: Iterable[Page]) -> list[SearchDocument]:
    """A document for each searched page, with its headings and words."""
    return [
        SearchDocument(
            page.address or "home",
            page.address,
            page.title,
            "guide",
            page.description,
            without_marks(page.body),
            page.kind.known_as,
        )
        for page in pages
        if page.kind.searched
    ]


def without_marks(markdown: str) -> str:
    """The first 6,000 characters of a page without Markdown and HTML marks. Good enough to search; never shown."""
    text = re.sub(r"<[^>]*>|[`*_#>|\[\]]|\(([^)\s]*)\)", " ", markdown)
    return re.sub(r"\s+", " ", text).strip()[:6000]
