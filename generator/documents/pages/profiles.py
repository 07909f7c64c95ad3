"""The pages about roles for those who employ them or work beside them: profile, guide, interview, induction, and roles side by side."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.walks import criteria, statements
from generator.documents.page import Page
from generator.documents.pages.site_context import SiteContext
from generator.documents.views.background_links import background
from generator.documents.views.origins import cited
from generator.documents.views.side_by_side import criteria_rows, duty_rows, only_once, shared
from generator.knowledge.model.navigation import Navigator
from generator.knowledge.model.profiles import Ladder, RoleProfile

SHEETS = (
    ("profile", "Role in short", "Who the {title} sees, what they do, and how to refer."),
    ("guide", "Guide for employers", "What a {title} is, ways to employ one, competencies, supervision, interview and induction."),
    ("interview", "Interview questions", "Sample questions for a {title}, each with the criterion it tests."),
    ("induction", "Induction checklist", "The first three months of a {title}, as a list to tick."),
)
"""The pages of each role: the end of the address, the title, and what it is about."""


def profile_pages(context: SiteContext) -> Iterator[Page]:
    """Four pages for each role with a profile, and the roles side by side."""
    for profile in context.library.all(RoleProfile).values():
        yield from _sheets(context, profile)
    for index, ladder in enumerate(context.library.all(Ladder).values()):
        yield from _ladder(context, ladder, f"career/{ladder.id}/" if index else "career/")


def _sheets(context: SiteContext, profile: RoleProfile) -> Iterator[Page]:
    library = context.library
    role, specification = library.roles[profile.id], library.specifications[profile.id]
    name = f"{role.title}, band {role.band}"
    shared_values: dict[str, object] = {
        "profile": profile, "role": role, "specification": specification, "called": name, "sheets": SHEETS,
        "criteria": {c.id: c for _, c in criteria(specification)}, "duties": {s.id: s for _, s in statements(role)},
        "sources": cited(library, profile.source), "ways": [(way, cited(library, way.source)) for way in profile.employment],
        "navigators": list(library.all(Navigator)), "more": background(library), "ladders": list(library.all(Ladder).values()),
    }  # fmt: skip
    for end, title, about in SHEETS:
        path = f"roles/{role.id}/{end}/index.md"
        yield context.page(path, f"{name}: {title[:1].lower()}{title[1:]}", about.format(title=name), f"role-{end}", **shared_values)


def _ladder(context: SiteContext, ladder: Ladder, home: str) -> Iterator[Page]:
    library = context.library
    roles = [library.roles[name] for name in ladder.roles]
    apart = "Every sentence of the job descriptions, by subject: what the roles share, and what only one of them has."
    for end, kind, title, about, rows in (
        ("", "career", ladder.title, ladder.about, criteria_rows(library, ladder)),
        ("duties/", "career-duties", "Three job descriptions, sentence by sentence", apart, duty_rows(library, ladder)),
    ):
        yield context.page(
            f"{home}{end}index.md", title, about, kind,
            ladder=ladder, home=home, roles=roles, by_id=library.roles, rows=rows, shared=shared(rows),
            counts=[(sum(len(row.cells[i]) for row in rows), only_once(rows, i)) for i in range(len(roles))],
        )  # fmt: skip
