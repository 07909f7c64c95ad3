"""Checks of references between records: every id that is named exists."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.checks.walks import citations, criteria, statements
from generator.knowledge.library.library import Library
from generator.knowledge.library.scoped import marked_texts, references
from generator.knowledge.model import PersonSpecification, Role, Source
from generator.knowledge.model.kinds import KINDS
from generator.knowledge.model.reference import RefersTo
from generator.knowledge.reading.document import Steps
from generator.problems import Place, Problem, did_you_mean, rule


def unknown(place: Place, what: str, name: str, known: Iterable[str], where: str) -> Problem:
    """The problem of a reference to an id that does not exist, with the most similar known one."""
    return rule("reference-unknown").at(place.narrowed(name), what=what, id=name, near=did_you_mean(name, known), where=where)


def sources_exist(library: Library) -> Iterator[Problem]:
    """Every source that is cited exists, and so does its clause."""
    clauses = {s.id: {c.id for c in s.clauses} for s in library.sources.values()}
    for cited in citations(library):
        if not library.exists(Source, cited.source):
            yield unknown(library.place(cited.by, *cited.steps), "source", cited.source, clauses, "data/sources/")
        elif cited.clause and cited.source in clauses and cited.clause not in clauses[cited.source]:
            place = library.place(cited.by, *cited.steps)
            yield unknown(place, "clause", cited.clause, clauses[cited.source], f"data/sources/{cited.source}.yaml")


def records_exist(library: Library) -> Iterator[Problem]:
    """Every record that a field refers to exists (`RefersTo` in the model)."""
    named = {kind.name: kind for kind in KINDS}
    for kind in KINDS:
        for record in library.all(kind.model).values() if references(kind.model) else ():
            found: Iterator[tuple[Steps, str, RefersTo]] = marked_texts(record, references)
            for steps, name, mark in found:
                other = named[mark.kind]
                path = ".".join(step for step in steps if isinstance(step, str))
                if path not in kind.checked_apart and not library.exists(other.model, name):
                    yield unknown(library.place(record, *steps), other.noun, name, library.all(other.model), f"data/{other.folder}/")


def requirements_exist(library: Library) -> Iterator[Problem]:
    """Every requirement that a statement meets is in one of the frameworks that its role is checked against."""
    for role in library.roles.values():
        if any(name not in library.frameworks for name in role.requirements):
            continue  # reported already, here or by the reader
        known = [r.id for name in role.requirements if name in library.frameworks for r in library.frameworks[name].requirements]
        for steps, statement in statements(role):
            for key in ("meets", "meets_in_part"):
                for index, name in enumerate(getattr(statement, key)):
                    if name not in known:
                        yield unknown(library.place(role, *steps, key, index), "requirement", name, known, "the role’s framework")


def specifications_match(library: Library) -> Iterator[Problem]:
    """Each role has a person specification, and each person specification a role."""
    for role in library.roles.values():
        if not library.exists(PersonSpecification, role.id):
            yield rule("specification-missing").at(library.place(role, "id"), id=role.id)
    for specification in library.specifications.values():
        if not library.exists(Role, specification.id):
            near = did_you_mean(specification.id, library.roles)
            yield rule("role-missing").at(library.place(specification, "id"), id=specification.id, near=near)


def essential_first(library: Library) -> Iterator[Problem]:
    """Within a category, essential criteria come first, in the order of shortlisting."""
    for specification in library.specifications.values():
        desirable: set[int] = set()
        for steps, criterion in criteria(specification):
            category = int(steps[1])
            if criterion.level == "essential" and category in desirable:
                yield rule("desirable-first").at(library.place(specification, *steps))
            if criterion.level == "desirable":
                desirable.add(category)


def requirements_show(library: Library) -> Iterator[Problem]:
    """A statement that claims to meet a requirement has at least one of its usual phrases. This is only a hint."""
    for role in library.roles.values():
        known = {r.id: r for name in role.requirements if name in library.frameworks for r in library.frameworks[name].requirements}
        for steps, statement in statements(role):
            for name in statement.meets:
                phrases = known[name].phrases if name in known else []
                if phrases and not any(p.casefold() in statement.text.casefold() for p in phrases):
                    place = library.place(role, *steps, "text")
                    yield rule("requirement-not-shown").at(place, requirement=name, phrases=", ".join(phrases))
