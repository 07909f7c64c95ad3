"""Checks that ids within a file are unique, since other records refer to statements, sections and criteria by id."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.walks import criteria, sections, statements
from generator.knowledge.library.library import Library
from generator.knowledge.model import Areas, Audiences, CrisisContacts, Identified, ServiceModel
from generator.knowledge.model.navigation import Navigator
from generator.knowledge.model.planning import Planning
from generator.knowledge.model.profiles import Ladder, RoleProfile
from generator.knowledge.model.timelines import Timeline
from generator.knowledge.reading.document import Steps
from generator.problems import Problem, rule


def unique_ids(library: Library) -> Iterator[Problem]:
    """No statement, section, category, criterion, source clause or requirement has the same id as another in its file."""
    for role in library.roles.values():
        yield from _twice(library, role, [(s, x.id) for s, x in sections(role)])
        yield from _twice(library, role, [(s, x.id) for s, x in statements(role)])
    for specification in library.specifications.values():
        yield from _twice(library, specification, [(("categories", i), c.id) for i, c in enumerate(specification.categories)])
        yield from _twice(library, specification, [(s, x.id) for s, x in criteria(specification)])
    for source in library.sources.values():
        yield from _twice(library, source, [(("clauses", i), c.id) for i, c in enumerate(source.clauses)])
    for framework in library.frameworks.values():
        yield from _twice(library, framework, [(("requirements", i), r.id) for i, r in enumerate(framework.requirements)])
    for service in library.services.values():
        yield from _twice(library, service, [(("sources", i), s.id) for i, s in enumerate(service.sources)])
    for areas in library.all(Areas).values():
        yield from _twice(library, areas, [(("areas", i), a.id) for i, a in enumerate(areas.areas)])
    for audiences in library.all(Audiences).values():
        yield from _twice(library, audiences, [(("audiences", i), a.id) for i, a in enumerate(audiences.audiences)])
    for crisis in library.all(CrisisContacts).values():
        yield from _twice(library, crisis, [(("contacts", i), c.id) for i, c in enumerate(crisis.contacts)])


def background_ids(library: Library) -> Iterator[Problem]:
    """No item in a record of the knowledge base has the same id as another in the same list."""
    for model in library.all(ServiceModel).values():
        yield from _twice(library, model, _inside(model, "posts", "sessions", "payers", "disagreements"))
        yield from _twice(library, model, _inside(model, "delivers", "phases", "criteria"))
        yield from _twice(library, model, _inside(model, "costs", "totals"))
    for navigator in library.all(Navigator).values():
        for field in ("questions", "rules", "steps", "signs", "results"):
            yield from _twice(library, navigator, _inside(navigator, field))
        for q, question in enumerate(navigator.questions):
            yield from _twice(library, navigator, [(("questions", q, "answers", a), one.id) for a, one in enumerate(question.answers)])
    for planning in library.all(Planning).values():
        yield from _twice(library, planning, _inside(planning, "posts", "comparisons"))
    yield from _profile_ids(library)
    for timeline in library.all(Timeline).values():
        events = [(("eras", e, "events", i), event.id) for e, era in enumerate(timeline.eras) for i, event in enumerate(era.events)]
        yield from _twice(library, timeline, [*_inside(timeline, "eras"), *events])
        yield from _twice(library, timeline, _inside(timeline, "headcounts"))


def _profile_ids(library: Library) -> Iterator[Problem]:
    for profile in library.all(RoleProfile).values():
        for field in ("employment", "questions", "induction"):
            yield from _twice(library, profile, _inside(profile, field))
        for p, part in enumerate(profile.induction):
            yield from _twice(library, profile, [(("induction", p, "items", i), item.id) for i, item in enumerate(part.items)])
    for ladder in library.all(Ladder).values():
        for field in ("moves", "criteria", "duties"):
            yield from _twice(library, ladder, _inside(ladder, field))


def _inside(record: Identified, *fields: str) -> list[tuple[Steps, str]]:
    """The paths and ids of all items in these lists of a record, which share one namespace."""
    return [((field, index), item.id) for field in fields for index, item in enumerate(getattr(record, field))]


def _twice(library: Library, record: Identified, ids: list[tuple[Steps, str]]) -> Iterator[Problem]:
    first: dict[str, Steps] = {}
    for steps, name in ids:
        if name in first:
            place = library.place(record, *steps, "id")
            yield rule("id-twice").at(place, id=name, first=library.place(record, *first[name], "id"))
        first.setdefault(name, steps)
