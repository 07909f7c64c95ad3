"""What the script that tailors one role needs beyond its page and its Word file: ids, what meets what, and words made by the same
functions that make every pack."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generator.documents.browser.tailor.blank import blank_pack
from generator.documents.formats.nhs_jobs.drafts import sought
from generator.documents.packs.model import Pack
from generator.documents.packs.terms import ZONES, supplement
from generator.knowledge.library.library import Library
from generator.knowledge.model import Clause, Role, Section, Statement
from generator.knowledge.tailoring.alterations import deep_sections, in_print_order
from generator.knowledge.tailoring.clause_order import arrivals
from generator.knowledge.tailoring.placing import Arrival

_REVISION = "{revision}, of the base role"
"""The revision in document control: what a draft adds to it has none."""


def role_data(library: Library, base: Pack) -> dict[str, Any]:
    """The data for one base role's pack, as JSON holds it. The texts of its own sentences are not in it: the page has them."""
    role, blank = base.role, blank_pack(library, base)
    return {
        "role": role.id,
        "title": role.title,
        "band": role.band,
        "serves": role.serves,
        "summary": role.summary,
        "in_three_lines": role.in_three_lines,
        "hours": role.hours or "",
        "works_with": role.works_with,
        "reports_to": [line.model_dump(include={"kind", "who", "where"}) for line in role.reports_to],
        "manages": [line.model_dump(include={"who", "detail", "kind", "role"}, exclude_none=True) for line in role.manages],
        "bases": [found.model_dump(exclude_none=True) for found in role.bases],
        "sections": [_section(section) for section in role.sections],
        "categories": _categories(base),
        "clauses": [{"id": clause.id, "heading": clause.heading, "law": clause.law} for clause in base.clauses],
        "other_clauses": [_whole(library.clauses[each.id], each) for each in arrivals(library, role.id, library.clauses)],
        "requirements": list(_requirements(library, role)),
        "suggestions": list(suggestions(library, role)),
        "sought": sought(role.title, base.band, "{network}"),
        "base": {"version": role.version, "revision": _REVISION.format(revision=base.revision)},
        **_words(library, blank),
    }


def _words(library: Library, blank: Pack) -> dict[str, Any]:
    """Labels in their order, and values that no network changes, from the pack of a network that has every blank."""
    year = library.pay[library.settings.pay_year]
    advert = blank.advert
    return {
        "facts": [[fact.name, fact.label] for fact in blank.facts],
        "fixed": {fact.name: fact.value for fact in blank.facts if fact.name in ("band", "salary", "registered_with", "posts")},
        "terms": [[fact.name, fact.label] for fact in blank.pay],
        "salary": next(fact.value for fact in blank.pay if fact.name == "salary"),
        "sponsorship": next(fact.value for fact in blank.pay if fact.name == "sponsorship"),
        "supplements": {zone: supplement(zone, year) for zone in ("none", *ZONES)},
        "dates": [[fact.name, fact.label] for fact in advert.dates] if advert else [],
        "how": list(advert.how[1:]) if advert else [],
        "control": [[fact.name, fact.label, fact.value] for fact in blank.control],
        "parts": [[part.id, part.heading] for part in blank.parts],
        "issue": blank.issue,
        "place": blank.place,
    }


def _whole(clause: Clause, place: Arrival) -> dict[str, Any]:
    """A shared clause that the role does not carry, with its neighbour there. Its words are not on the page."""
    said = {"id": clause.id, "heading": clause.heading, "law": clause.law, "text": clause.text}
    return said | {side: name for side, name in (("after", place.after), ("before", place.before)) if name}


def _section(section: Section) -> dict[str, Any]:
    return {
        "id": section.id,
        "heading": section.heading,
        "intro": section.intro or "",
        "numbered": section.numbered,
        "statements": [_statement(statement) for statement in section.statements],
        "sections": [_section(inner) for inner in section.sections],
    }


def _statement(statement: Statement) -> dict[str, Any]:
    return {"id": statement.id, "meets": statement.meets, "meets_in_part": statement.meets_in_part, "duty": statement.duty}


def _categories(base: Pack) -> list[dict[str, Any]]:
    return [
        {
            "id": category.id,
            "heading": category.heading,
            "criteria": [{"id": c.id, "level": c.level, "assessed_by": list(c.assessed_by)} for c in category.criteria],
        }
        for category in base.specification.categories
    ]


def _requirements(library: Library, role: Role) -> Iterator[dict[str, Any]]:
    """Each requirement of each edition that the role is held against. `by_band` is whether the band meets it, where the band decides."""
    for name in role.requirements:
        framework = library.frameworks[name]
        for requirement in framework.requirements:
            yield {
                "id": requirement.id,
                "title": requirement.title,
                "place": requirement.place,
                "edition": framework.title,
                "phrases": requirement.phrases,
                "if_missing": requirement.if_missing,
                "by_band": role.band in requirement.bands if requirement.bands else None,
            }


def suggestions(library: Library, role: Role) -> Iterator[dict[str, Any]]:
    """The duties of other roles that this one does not have, by id, each with the section and the role that it comes from."""
    specification = library.specifications[role.id]
    known = {sentence.id for sentence in in_print_order(role, specification)}
    texts = {s.text for section in deep_sections(role.sections) for s in section.statements}
    held = {requirement["id"] for requirement in _requirements(library, role)}
    for other in library.roles.values():
        for section in deep_sections(other.sections) if other.id != role.id else ():
            for statement in section.statements:
                if statement.id not in known and statement.text not in texts:
                    known.add(statement.id)
                    yield {
                        **_statement(statement),
                        "meets": [name for name in statement.meets if name in held],
                        "meets_in_part": [name for name in statement.meets_in_part if name in held],
                        "text": statement.text,
                        "section": section.id,
                        "from": f"{other.title}, band {other.band}",
                    }
