"""Checks of references by services: areas, audiences, needs, other services, and the sources in their own file."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date
from typing import get_args

from generator.checks.references import unknown
from generator.checks.walks import numbers_of
from generator.knowledge.directory.areas import outwards
from generator.knowledge.directory.visibility import listed
from generator.knowledge.library.library import Library
from generator.knowledge.library.scoped import marked_texts, references
from generator.knowledge.model import Areas, Audiences, Identified, Needs, Postcodes, Service, Settings
from generator.knowledge.model.services import Guessed
from generator.knowledge.reading.document import Steps
from generator.knowledge.text.placeholders import CHOICES
from generator.problems import Problem, rule


def areas_exist(library: Library) -> Iterator[Problem]:
    """Every area that a service covers or is located in exists, and so does the area around each area."""
    for service in library.services.values():
        named: list[tuple[Steps, str]] = [(("areas", i), name) for i, name in enumerate(service.areas)]
        named += [(("locations", i, "area"), location.area) for i, location in enumerate(service.locations)]
        yield from _missing(library, service, named, Areas, "area", library.areas)
    for vocabulary in library.all(Areas).values():
        named = [(("areas", i, "inside"), area.inside) for i, area in enumerate(vocabulary.areas) if area.inside]
        yield from _missing(library, vocabulary, named, Areas, "area", library.areas)


def postcodes_known(library: Library) -> Iterator[Problem]:
    """Every area of a postcode district exists, and each district is in the table once."""
    for table in library.all(Postcodes).values():
        first: dict[str, int] = {}
        for index, district in enumerate(table.districts):
            named: list[tuple[Steps, str]] = [(("districts", index, "areas", i), name) for i, name in enumerate(district.areas)]
            yield from _missing(library, table, named, Areas, "area", library.areas)
            if district.code in first:
                earlier = library.place(table, "districts", first[district.code], "code")
                yield rule("postcode-twice").at(library.place(table, "districts", index, "code"), code=district.code, first=earlier)
            first.setdefault(district.code, index)


def areas_end(library: Library) -> Iterator[Problem]:
    """No area lies inside itself."""
    for vocabulary in library.all(Areas).values():
        for index, area in enumerate(vocabulary.areas):
            around = outwards(library.areas, area.inside or "")
            if area.id in around:
                through = " and ".join(name for name in around if name != area.id) or "itself"
                yield rule("area-circle").at(library.place(vocabulary, "areas", index, "inside"), id=area.id, through=through)


def audiences_exist(library: Library) -> Iterator[Problem]:
    """Every audience of a service exists."""
    for service in library.services.values():
        named: list[tuple[Steps, str]] = [(("audiences", i), name) for i, name in enumerate(service.audiences)]
        yield from _missing(library, service, named, Audiences, "audience", library.audiences)


def needs_exist(library: Library) -> Iterator[Problem]:
    """Every need of a service exists."""
    for service in library.services.values():
        named: list[tuple[Steps, str]] = [(("needs", i), name) for i, name in enumerate(service.needs)]
        yield from _missing(library, service, named, Needs, "need", library.needs)


def essentials_said(library: Library) -> Iterator[Problem]:
    """Every service has a need, an audience and an area, unless an import could not tell."""
    for service in library.services.values():
        for name in get_args(Guessed):
            if not getattr(service, name) and name not in service.guessed:
                yield rule("service-lacks").at(library.place(service, "name"), field=name)


def needs_served(library: Library, today: date) -> Iterator[Problem]:
    """Every need has a listed service.

    Not checked if services are broken or name unknown needs, since the result would be unreliable, nor if the directory has only the
    crisis helplines, since it has not been started.
    """
    broken = any(model is Service for model, _ in library.broken) or any(needs_exist(library))
    if broken or library.services.keys() <= library.helplines or not library.all(Settings):
        return
    served = {need for service in library.services.values() if listed(service, library, today) for need in service.known_needs}
    for vocabulary in library.all(Needs).values():
        for index, need in enumerate(vocabulary.needs):
            if need.id not in served:
                yield rule("need-without-service").at(library.place(vocabulary, "needs", index, "label"), label=need.label)


def _missing(
    library: Library, record: Identified, named: list[tuple[Steps, str]], model: type[Identified], what: str, known: Collection[str]
) -> Iterator[Problem]:
    """A problem for each name that does not exist. None if the vocabulary itself could not be read."""
    file = f"data/vocabularies/{what}s.yaml"
    if library.exists(model, f"{what}s") and not known:
        return
    for steps, name in named:
        if name not in known and name not in CHOICES:
            yield unknown(library.place(record, *steps), what, name, known, file)


def services_lead_on(library: Library) -> Iterator[Problem]:
    """No service refers to itself."""
    for service in library.services.values():
        for steps, name, _ in marked_texts(service, references):
            if name == service.id:
                yield rule("leads-to-itself").at(library.place(service, *steps))


def own_sources_exist(library: Library) -> Iterator[Problem]:
    """Every number, conflict and safety note names a source of its own file."""
    for service in library.services.values():
        known = [source.id for source in service.sources]
        for steps, name in _cited(service):
            if name not in known:
                yield unknown(library.place(service, *steps, "source"), "source", name, known, "`sources` of this file")


def _cited(service: Service) -> Iterator[tuple[Steps, str]]:
    yield from (((field, i), number.source) for field, i, number in numbers_of(service))
    yield from ((("conflicts", i), conflict.source) for i, conflict in enumerate(service.conflicts))
    yield from ((("safety", "notes", i), note.source) for i, note in enumerate(service.safety.notes))
