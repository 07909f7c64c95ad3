"""Starter files of records: commented, with a placeholder in square brackets wherever something must be filled in."""

from __future__ import annotations

import re
from datetime import date

from jinja2 import Environment

from generator.documents.templating.environment import render
from generator.knowledge.directory.visibility import months_later
from generator.knowledge.library.library import Library
from generator.knowledge.model import Role, Settings
from generator.knowledge.model.forms import SLUG
from generator.knowledge.tailoring.alterations import deep_sections
from generator.knowledge.text.placeholders import AREA, AUDIENCE, NEED

LONGEST_ID = 70
"""The maximum length of a new id: ids may have 80 characters, and the id of a role's source is longer than the role's."""


def can_be_id(name: str) -> bool:
    """Whether a name can be the id of a new record."""
    return bool(re.fullmatch(SLUG, name)) and len(name) <= LONGEST_ID


def role_files(library: Library, name: str, today: date, templates: Environment) -> dict[str, str]:
    """The text of each file of a new role, by its path in the data folder.

    Every sentence needs a source, so the document that the role is made from gets a file as well.
    """
    source = f"{name}-draft"
    values = {
        "id": name,
        "source": source,
        "band": _band(library, name),
        "family": re.sub(r"-band-\w+$", "", name),
        "families": sorted({role.family for role in library.roles.values()}),
        "clauses": list(library.clauses),
        "frameworks": list(library.frameworks),
        "today": today.isoformat(),
        "review_by": _a_year_on(today).isoformat(),
    }
    written = {f"roles/{name}": "role", f"person-specifications/{name}": "person-specification", f"sources/{source}": "source"}
    return {f"{path}.yaml": render(templates, f"new/{kind}.yaml.j2", **values) + "\n" for path, kind in written.items()}


def network_files(library: Library, name: str, today: date, templates: Environment) -> dict[str, str]:
    """The text of a new network’s file, by its path in the data folder. It recruits to every role that the library has."""
    roles = [_to_tailor(library, role) for role in library.roles.values() if role.id in library.specifications]
    values = {"id": name, "roles": roles, "today": today.isoformat(), "review_by": _a_year_on(today).isoformat()}
    return {f"networks/{name}.yaml": render(templates, "new/network.yaml.j2", **values).rstrip() + "\n"}


def service_files(library: Library, name: str, today: date, templates: Environment) -> dict[str, str]:
    """The text of a new service’s file, by its path in the data folder. Need, audience and area are placeholders."""
    values = {
        "id": name,
        "need": NEED,
        "audience": AUDIENCE,
        "area": AREA,
        "other": next(iter(library.services), "another-service"),
        "today": today.isoformat(),
        "review_after": months_later(today, library.review_months.unverified).isoformat(),
    }
    return {f"services/{name}.yaml": render(templates, "new/service.yaml.j2", **values).rstrip() + "\n"}


def _to_tailor(library: Library, role: Role) -> dict[str, str]:
    """Ids of a role for the examples in a starter: the first of each kind."""
    section = next(s for s in deep_sections(role.sections) if s.statements)
    category = library.specifications[role.id].categories[0]
    held = [library.frameworks[name] for name in role.requirements if name in library.frameworks]
    return {
        "id": role.id,
        "section": section.id,
        "statement": section.statements[0].id,
        "category": category.id,
        "criterion": category.criteria[0].id,
        "clause": role.clauses[0] if role.clauses else "",
        "requirement": held[0].requirements[0].id if held else "",
    }


def _band(library: Library, name: str) -> str:
    """The band that the id ends with if its pay is known; else the lowest band with known pay."""
    years = [library.pay[s.pay_year] for s in library.all(Settings).values() if s.pay_year in library.pay]
    known = [str(band.band) for year in years for band in year.bands]
    named = name.rpartition("-band-")[2]
    return named if named in known else next(iter(known), "5")


def _a_year_on(day: date) -> date:
    return day.replace(year=day.year + 1, day=min(day.day, 28) if day.month == 2 else day.day)
