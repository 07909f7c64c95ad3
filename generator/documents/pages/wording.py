"""The page that lists the rules on words: why, what instead, since when, and who says so."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from generator.documents.page import Page
from generator.documents.pages.site_context import SiteContext
from generator.documents.views.origins import cited
from generator.knowledge.model import Wording

SEVERITY_NAMES = {"error": "Must fix: stops publication", "warning": "Should fix, or accept with a reason", "information": "Consider"}
SCOPE_NAMES = {
    "advert": "adverts and profiles",
    "duties": "job descriptions",
    "criteria": "person specifications",
    "clauses": "clauses",
    "directory": "the directory",
}
"""Where a rule holds, in words."""


def wording_pages(context: SiteContext) -> Iterator[Page]:
    """The rules on words, where the data has any."""
    files = sorted(context.library.all(Wording).values(), key=lambda file: list(_ORDER).index(file.family))
    if not files:
        return
    about = "Names and laws that are out of date, criteria that shut people out, and words that could be plainer, each with its source."
    yield context.page(
        "wording/index.md", "Rules on words", about, "wording", files=files, severities=SEVERITY_NAMES, scopes=SCOPE_NAMES,
        cite=partial(cited, context.library), phrase=readable_phrase,
    )  # fmt: skip


_ORDER = ("outdated", "discriminating", "promise", "record-check", "residue", "contested", "plain", "gender")
"""The families in the order of the page: what does most harm comes first."""


def readable_phrase(phrase: str) -> str:
    """A phrase as readers see it: without what may be left out, with choices as words, and with dots for gaps and endings."""
    told = _GROUP.sub(lambda group: "" if "" in group[1].split("|") else f"({group[1].replace('|', ' or ')})", phrase)
    return " ".join(told.replace("...", "…").replace("*", "…").replace("#", "(a number)").split())


_GROUP = re.compile(r"\(([^)]*)\)")
