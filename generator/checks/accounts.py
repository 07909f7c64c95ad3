"""Checks that every clause of a source is used, or left out with a reason."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import get_args

from generator.checks.walks import Citation, citations
from generator.knowledge.library.library import Library
from generator.knowledge.model import Clause, PersonSpecification, Promise, Role
from generator.knowledge.model.navigation import Cohort
from generator.knowledge.model.roles import RoleFact
from generator.problems import Problem, nearest, rule

_OURS = (Role, PersonSpecification, Clause, Promise, Cohort)
"""The kinds of record that take up the clauses of source documents."""


def clauses_accounted_for(library: Library) -> Iterator[Problem]:
    """Every clause of a historic document or example is used by a statement, criterion or clause of ours, or retired."""
    if any(model in _OURS for model, _ in library.broken) or library.roles.keys() - library.specifications.keys():
        return
    known = {f"{source.id}#{clause.id}" for source in library.sources.values() for clause in source.clauses}
    cited = {c.reference if c.reference in known else _meant(library, c) for c in citations(library) if isinstance(c.by, _OURS)}
    for source in library.sources.values():
        if source.status not in ("historic", "example"):
            continue
        for index, clause in enumerate(source.clauses):
            if f"{source.id}#{clause.id}" not in cited:
                yield rule("source-clause-unused").at(library.place(source, "clauses", index), clause=clause.id, place=clause.place)


def _meant(library: Library, cited: Citation) -> str:
    """The reference with mistyped names corrected. The typing error is reported by another check, so its clause counts as used."""
    source = cited.source if cited.source in library.sources else nearest(cited.source, library.sources)
    if not source or not cited.clause:
        return cited.reference
    known = [clause.id for clause in library.sources[source].clauses]
    return f"{source}#{cited.clause if cited.clause in known else nearest(cited.clause, known)}"


def facts_founded(library: Library) -> Iterator[Problem]:
    """A role that says where one fact comes from says it of all its facts, and of each line of its chart."""
    for role in library.roles.values():
        if not role.facts:
            continue
        told = {fact.of for fact in role.facts}
        for name in get_args(RoleFact):
            if getattr(role, name) and name not in told:
                yield rule("fact-unfounded").at(library.place(role, name), what=name)
        lines = [(key, index, line) for key in ("reports_to", "manages") for index, line in enumerate(getattr(role, key))]
        facts = [("facts", index, fact) for index, fact in enumerate(role.facts)]
        for key, index, line in (*lines, *facts):
            if not line.source or not line.change:
                yield rule("fact-unfounded").at(library.place(role, key, index), what=getattr(line, "who", getattr(line, "of", "")))


def nothing_used_and_retired(library: Library) -> Iterator[Problem]:
    """No clause is both used and retired."""
    used: dict[str, list[Citation]] = defaultdict(list)
    retired: list[Citation] = []
    for cited in citations(library):
        if cited.clause and isinstance(cited.by, _OURS):
            retired.append(cited) if cited.retires else used[cited.reference].append(cited)
    for cited in retired:
        for user in used.get(cited.reference, [])[:1]:
            where = library.place(user.by, *user.steps)
            yield rule("source-clause-contradicted").at(library.place(cited.by, *cited.steps), ref=cited.reference, user=where)
