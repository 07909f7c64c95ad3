"""The kinds of pages: one declaration for each. Its template is `templates/pages/<name>.md.j2`.

Where a page is, its address and title, is said where it is made: `generator/documents/pages/`.

Whatever needs to know more of a page than its words reads it here: the theme, the search, and what is bundled for browsers.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

PageWidth = Literal["column", "whole", "prose"]


@dataclass(frozen=True)
class PageKind:
    """What pages of a kind have in common."""

    name: str
    width: PageWidth = "column"
    """In the site’s column below a row of links upwards; the whole window, for a page that lays itself out; or as prose from Markdown."""
    script: str = ""
    """Its script: `templates/browser/<script>.js`."""
    data: tuple[str, ...] = ()
    """Scripts with its data, loaded before: from the site’s first page on, or beside the page where there is no slash."""
    style: str = ""
    """Its own style sheet, beside the site’s: `templates/styles/<style>.css`."""
    on_demand: str = ""
    """A script that is loaded when a reader asks for it, with a style sheet and data of the same name. Pages name all three."""
    keeps_state: bool = False
    """Whether the query of its address is what the reader answered or searched for. It stays there; any other page drops its query."""
    searched: bool = False
    """Whether the search finds it by all its words. Packs are found by their statements, services and needs by their records."""
    known_as: str = ""
    """Other words for it, as people ask for it."""

    @property
    def loads(self) -> list[str]:
        """What is loaded when a reader asks for it, in this order."""
        return [f"assets/{self.on_demand}{ending}" for ending in (".css", "-data.js", ".js")] if self.on_demand else []

    def head(self) -> dict[str, Any]:
        """What the theme is told, in the heading block of a page."""
        scripts = [*self.data, *([f"assets/{self.script}.js"] if self.script else [])]
        told = {"width": self.width, "scripts": scripts, "style": self.style, "keeps_state": self.keeps_state}
        return {"kind": self.name, **{key: value for key, value in told.items() if value and value != "column"}}


_GIVING = ("assets/giving-data.js",)

_ALL = (
    PageKind("prose", "prose", searched=True),
    PageKind("home", "whole"),
    PageKind("find", "whole", "find", ("assets/search-data.js",), keeps_state=True),
    PageKind("roles", searched=True),
    PageKind("role", "whole", "cite"),
    PageKind("role-source", "whole"),
    PageKind("role-nhs-jobs", "whole"),
    PageKind("tailor-roles", script="your-drafts", style="tailor"),
    PageKind("tailor", "whole", "tailor", ("assets/tailor-shared.js", "assets/tailor-wording.js", "data.js"), "tailor"),
    PageKind("networks", searched=True),
    PageKind("network", "whole", searched=True),
    PageKind(
        "service-models", searched=True, known_as="service model setting up staffing costs business case proposal"
    ),
    PageKind(
        "service-model",
        searched=True,
        known_as="service model proposal business case costs staffing caseload supervision phases",
    ),
    PageKind("timeline", searched=True, known_as="timeline history dates policy 2008 2016 2021 2026"),
    PageKind("health"),
    PageKind("queue"),
    PageKind("changes"),
    PageKind(
        "navigator",
        script="who-can-help",
        keeps_state=True,
        searched=True,
        known_as="navigator triage signposting decision table stepped care who to see which role",
    ),
    PageKind("cohorts", searched=True, known_as="cohorts patient groups who is seen exclusion criteria who falls outside"),
    PageKind(
        "planner",
        script="plan-a-team",
        keeps_state=True,
        searched=True,
        known_as="planner workforce budget cost calculator full-time posts whole time equivalent wte capacity on-costs",
    ),
    PageKind("role-profile", "whole", script="print", searched=True, known_as="role profile who they see how to refer supervision"),
    PageKind(
        "role-guide",
        "whole",
        script="print",
        searched=True,
        known_as="employer guide training hub benefits employment models competencies supervision",
    ),
    PageKind("role-interview", "whole", script="print", searched=True, known_as="interview questions panel sample"),
    PageKind(
        "role-induction", "whole", script="print", searched=True, known_as="induction checklist onboarding first week first month"
    ),
    PageKind(
        "career",
        script="print",
        searched=True,
        known_as="career steps progression bands compare person specifications side by side",
    ),
    PageKind(
        "career-duties",
        script="print",
        searched=True,
        known_as="compare job descriptions duties differences side by side",
    ),
    PageKind("sources", searched=True),
    PageKind("errors", searched=True),
    PageKind("wording"),
    PageKind(
        "review", script="review", data=("assets/review-rules.js",), style="review", searched=True,
        known_as="review check proofread outdated wording job description word document upload",
    ),
    PageKind("services"),
    PageKind("service", "whole", on_demand="correct"),
    PageKind("moved"),
    PageKind("needs"),
    PageKind("need", "whole"),
    PageKind("areas"),
    PageKind("area"),
    PageKind("ready-lists"),
    PageKind("ready-list", "whole"),
    PageKind("shortlist", "whole", "shortlist", _GIVING),
    PageKind("handout", "whole", "handout", _GIVING, keeps_state=True),
    PageKind("offline"),
)  # fmt: skip

PAGE_KINDS = {kind.name: kind for kind in _ALL}
"""Every kind of page, by name. Hand-written pages are prose."""


def page_kind(name: str) -> PageKind:
    """A kind by its name. A hand-written page may name one that is not ours, for a theme of its owner's; we know nothing of it."""
    return PAGE_KINDS.get(name) or PageKind(name)
