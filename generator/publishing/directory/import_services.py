"""An import put into a data folder: what may come in by all rules on services, what changed, and the files to write."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from generator.checks import Check, disclosure, services, signposts
from generator.knowledge.directory.importing.found import of_record
from generator.knowledge.directory.importing.plan import FOLDER, Candidate, Planned, plan_import
from generator.knowledge.directory.importing.records import Import
from generator.knowledge.library.library import Library
from generator.knowledge.model import Identified, Service
from generator.machine.atomic_write import write_all
from generator.problems import Problem, Report, rule

MOST_TOLD = 200
"""The most problems of one import that are told."""


@dataclass
class ImportOutcome:
    """What an import does to the directory."""

    files: dict[str, str] = field(default_factory=dict)
    """What is written, by path below the data folder."""
    added: list[str] = field(default_factory=list)
    changed: dict[str, list[str]] = field(default_factory=dict)
    """The fields that changed, by id."""
    unchanged: list[str] = field(default_factory=list)
    hidden: list[str] = field(default_factory=list)
    """Services about abuse: what says where they are was left out."""
    gone: list[str] = field(default_factory=list)
    """Services that were in the file before, or should be, and are not. Their files stay."""
    own: int = 0
    """How many records kept what was checked, because they come from our own export."""
    report: Report = field(default_factory=Report)

    def write(self, data: Path) -> None:
        """Write the files. Each is there whole or not at all."""
        write_all({data / path: text.encode() for path, text in self.files.items()})


def incoming(asked: Import) -> ImportOutcome:
    """Read a file and judge it. Nothing is written yet. Raises Stopped where the file as a whole cannot come in."""
    planned = plan_import(asked)
    planned.problems += _judged(asked.library, planned)
    outcome = ImportOutcome(report=Report(_most(planned.problems)))
    for name, candidate in planned.candidates.items():
        outcome.own += candidate.found.own
        if candidate.new:
            outcome.added.append(name)
        elif candidate.fields:
            outcome.changed[name] = candidate.fields
        else:
            outcome.unchanged.append(name)
        if candidate.new or candidate.fields:
            outcome.files[f"{FOLDER}/{name}.yaml"] = candidate.text
            outcome.hidden += [name] if candidate.hidden else []
    outcome.gone = _gone(asked, planned)
    return outcome


def _judged(library: Library, planned: Planned) -> Iterator[Problem]:
    """Leave out what breaks a rule, until what is left breaks none: one that goes may leave another pointing nowhere."""
    while True:
        wrong: dict[str, list[Problem]] = {}
        files = {candidate.document.text.file: name for name, candidate in planned.candidates.items() if candidate.fields}
        for problem in _broken(_with(library, planned.candidates)):
            if problem.place.file in files and problem.severity == "error":
                wrong.setdefault(files[problem.place.file], []).append(problem)
        if not wrong:
            return
        for name, problems in wrong.items():
            found = planned.candidates.pop(name).found
            yield from (of_record(found.called, replace(problem, place=found.place)) for problem in problems)


def _broken(library: Library) -> Iterator[Problem]:
    for check in _rules(library):
        yield from check(library)


def _rules(library: Library) -> Iterator[Check]:
    """The rules on services. Without a vocabulary, in a folder that is only being filled, nothing can be called unknown."""
    yield from (
        services.services_can_be_reached,
        services.doubts_told,
        services.numbers_real,
        services.hours_possible,
        services.ages_in_order,
    )
    yield from (services.status_clear, disclosure.safety_decided, disclosure.addresses_hidden)
    yield from (signposts.services_exist, signposts.own_sources_exist)
    if library.areas:
        yield signposts.areas_exist
    if library.audiences:
        yield signposts.audiences_exist
    if library.needs:
        yield signposts.needs_exist


def _with(library: Library, candidates: dict[str, Candidate]) -> Library:
    """The library as it would be."""
    services: dict[str, Identified] = {**library.services}
    documents = dict(library.documents)
    for name, candidate in candidates.items():
        services[name] = candidate.service
        documents[Service, name] = candidate.document
    return replace(library, records={**library.records, Service: services}, documents=documents)


def _gone(asked: Import, planned: Planned) -> list[str]:
    """Services that this file does not have any more. Part of a list says nothing of the rest, and one feed nothing of another's."""
    own = any(candidate.found.own for candidate in planned.candidates.values())
    if not planned.whole or not planned.candidates:
        return []
    of_feed = {name for name, s in asked.library.services.items() if s.came_from and s.came_from.feed == asked.feed}
    expected = set(asked.library.services) if own else of_feed
    return sorted(expected - planned.named)


def _most(problems: list[Problem]) -> list[Problem]:
    if len(problems) <= MOST_TOLD:
        return problems
    more = rule("problems-more").at(problems[MOST_TOLD].place, more=f"{len(problems) - MOST_TOLD:,} more problems")
    return [*problems[:MOST_TOLD], more]
