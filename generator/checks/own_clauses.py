"""Checks of the shared clauses that a network adds to a role or leaves out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from generator.checks.overlays import laid_overlays
from generator.knowledge.library.library import Library
from generator.knowledge.text.formatting import join_words
from generator.problems import Problem, rule


def clauses_carried(library: Library) -> Iterator[Problem]:
    """Every clause left out is one of the role's, and none that is added. That those added exist is checked with all references."""
    for laid in laid_overlays(library):
        for index, drop in enumerate(laid.overlay.drop_clauses):
            if drop.id not in laid.role.clauses:
                yield laid.unknown(laid.place("drop_clauses", index, "id"), "shared clause", drop.id, laid.role.clauses)
        for index, added in enumerate(laid.overlay.add_clauses):
            if added.id in laid.role.clauses:
                yield rule("clause-carried").at(laid.place("add_clauses", index, "id"), role=laid.role.id, id=added.id)


def law_kept(library: Library) -> Iterator[Problem]:
    """No clause that rests on law is left out unnoticed. With `require: strict`, none may be."""
    for laid in laid_overlays(library):
        for index, drop in enumerate(laid.overlay.drop_clauses):
            clause = library.clauses.get(drop.id)
            if clause and clause.law and drop.id in laid.role.clauses:
                place = laid.place("drop_clauses", index, "id")
                lost = rule("clause-law-lost").at(place, heading=clause.heading, law=join_words(clause.law))
                yield replace(lost, severity="error") if laid.overlay.require == "strict" else lost
