"""Roles, networks and pages as documents of the search, beside services."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from generator.documents.packs.model import Pack
from generator.documents.page import Page

SEARCHED = (
    "prose", "sources", "errors", "roles", "networks", "network",
    "service-models", "service-model", "timeline", "navigator", "cohorts", "planner",
    "role-profile", "role-guide", "role-interview", "role-induction", "career", "career-duties",
)  # fmt: skip
"""The kinds of pages whose whole text is searched. Packs are searched by their statements."""

KNOWN_AS = {
    "timeline": "timeline history dates policy 2008 2016 2021 2026",
    "service-models": "service model setting up staffing costs business case proposal",
    "service-model": "service model proposal business case costs staffing caseload supervision phases",
    "navigator": "navigator triage signposting decision table stepped care who to see which role",
    "cohorts": "cohorts patient groups who is seen exclusion criteria who falls outside",
    "planner": "planner workforce budget cost calculator full-time posts whole time equivalent wte capacity on-costs",
    "career": "career steps progression bands compare person specifications side by side",
    "career-duties": "compare job descriptions duties differences side by side",
    "role-profile": "role profile who they see how to refer supervision",
    "role-guide": "employer guide training hub benefits employment models competencies supervision",
    "role-interview": "interview questions panel sample",
    "role-induction": "induction checklist onboarding first week first month",
}
"""Search words for the pages of a kind, as people ask for them."""


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
            KNOWN_AS.get(page.kind, ""),
        )
        for page in pages
        if page.kind in SEARCHED
    ]


def without_marks(markdown: str) -> str:
    """The first 6,000 characters of a page without Markdown and HTML marks. Good enough to search; never shown."""
    text = re.sub(r"<[^>]*>|[`*_#>|\[\]]|\(([^)\s]*)\)", " ", markdown)
    return re.sub(r"\s+", " ", text).strip()[:6000]
