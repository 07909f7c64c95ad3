"""Checks of profiles and ladders: names exist, questions test only interview criteria, and nothing is left out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.checks.references import unknown
from generator.checks.walks import criteria, statements
from generator.knowledge.library.library import Library
from generator.knowledge.model import Role
from generator.knowledge.model.profiles import Ladder, RoleProfile, Theme
from generator.problems import Problem, rule


def profile_names_exist(library: Library) -> Iterator[Problem]:
    """Every profile belongs to a role, its questions name criteria of the role, and its induction items name statements."""
    for profile in library.all(RoleProfile).values():
        if not library.exists(Role, profile.id):
            yield unknown(library.place(profile, "id"), "role", profile.id, library.roles, "data/roles/")
            continue
        role, specification = library.roles.get(profile.id), library.specifications.get(profile.id)
        known = [c.id for _, c in criteria(specification)] if specification else []
        for q, question in enumerate(profile.questions):
            for at, name in enumerate(question.criteria):
                if specification and name not in known:
                    place, where = library.place(profile, "questions", q, "criteria", at), f"data/person-specifications/{profile.id}.yaml"
                    yield unknown(place, "criterion", name, known, where)
        duties = [s.id for _, s in statements(role)] if role else []
        for p, part in enumerate(profile.induction):
            for i, item in enumerate(part.items):
                if role and item.duty and item.duty not in duties:
                    place = library.place(profile, "induction", p, "items", i, "duty")
                    yield unknown(place, "statement", item.duty, duties, f"data/roles/{profile.id}.yaml")


def questions_fit(library: Library) -> Iterator[Problem]:
    """Questions test only criteria assessed at interview, and each essential one of those has a question."""
    for profile in library.all(RoleProfile).values():
        if profile.id not in library.specifications:
            continue
        found = {c.id: c for _, c in criteria(library.specifications[profile.id])}
        asked: set[str] = set()
        for q, question in enumerate(profile.questions):
            asked |= set(question.criteria)
            for at, name in enumerate(question.criteria):
                if name in found and "interview" not in found[name].assessed_by:
                    place = library.place(profile, "questions", q, "criteria", at)
                    yield rule("question-not-for-interview").at(place, criterion=name, ways=", ".join(found[name].assessed_by))
        for name, criterion in found.items():
            if criterion.level == "essential" and "interview" in criterion.assessed_by and name not in asked:
                yield rule("criterion-unasked").at(library.place(profile, "questions"), criterion=name)


def exercises_fit(library: Library) -> Iterator[Problem]:
    """An exercise tests only criteria that are assessed by a test, and each of those has one."""
    for profile in library.all(RoleProfile).values():
        if profile.id not in library.specifications:
            continue
        found = {c.id: c for _, c in criteria(library.specifications[profile.id])}
        tested: set[str] = set()
        for e, exercise in enumerate(profile.exercises):
            tested |= set(exercise.criteria)
            for at, name in enumerate(exercise.criteria):
                if name not in found or "test" not in found[name].assessed_by:
                    yield rule("exercise-not-for-test").at(library.place(profile, "exercises", e, "criteria", at), criterion=name)
        for name, criterion in found.items():
            if "test" in criterion.assessed_by and name not in tested:
                yield rule("criterion-untested").at(library.place(profile, "id"), criterion=name)


def ladders_whole(library: Library) -> Iterator[Problem]:
    """Every criterion and every statement of a ladder's roles appears in it exactly once."""
    for ladder in library.all(Ladder).values():
        for field in ("criteria", "duties"):
            for index, theme in enumerate(getattr(ladder, field)):
                for name in theme.has:
                    if name not in ladder.roles:
                        yield unknown(library.place(ladder, field, index, "has", name), "role", name, ladder.roles, "`roles` of this file")
        for name in ladder.roles:
            if name in library.roles and name in library.specifications:
                spec = [c.id for _, c in criteria(library.specifications[name])]
                duties = [s.id for _, s in statements(library.roles[name])]
                yield from _whole(library, ladder, "criteria", ladder.criteria, name, spec)
                yield from _whole(library, ladder, "duties", ladder.duties, name, duties)


def _whole(library: Library, ladder: Ladder, field: str, themes: Sequence[Theme], role: str, known: Sequence[str]) -> Iterator[Problem]:
    placed: set[str] = set()
    for index, theme in enumerate(themes):
        for at, name in enumerate(theme.has.get(role, ())):
            place = library.place(ladder, field, index, "has", role, at)
            if name not in known:
                what, folder = ("criterion", "person-specifications") if field == "criteria" else ("statement", "roles")
                yield unknown(place, what, name, known, f"data/{folder}/{role}.yaml")
            if name in placed:
                yield rule("ladder-twice").at(place, id=name, role=role)
            placed.add(name)
    for name in known:
        if name not in placed:
            yield rule("ladder-unplaced").at(library.place(ladder, field), id=name, role=role)
