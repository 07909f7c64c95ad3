"""Import services into a data folder: which records pass all rules on services, what changed, and the files to write."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from generator.checks import Check, assurance, disclosure, references, services, signposts
from generator.knowledge.directory.importing.found import of_record
from generator.knowledge.directory.importing.merging import KeptField
from generator.knowledge.directory.importing.notes import NoteKind
from generator.knowledge.directory.importing.plan import FOLDER, Candidate, Planned, plan_import
from generator.knowledge.directory.importing.records import Import
from generator.knowledge.directory.importing.unusable import kept_instead
from generator.knowledge.library.library import Library
from generator.knowledge.model import Identified, Service
from generator.machine.atomic_write import write_all
from generator.problems import Problem, Report, rule
from generator.publishing.directory.absences import absences


@dataclass
class ImportOutcome:
    """The result of an import."""

    files: dict[str, str] = field(default_factory=dict)
    """The files to write, by path below the data folder."""
    added: list[str] = field(default_factory=list)
    changed: dict[str, list[str]] = field(default_factory=dict)
    """The fields that changed, by id."""
    unchanged: list[str] = field(default_factory=list)
    hidden: list[str] = field(default_factory=list)
    """Services about abuse, whose location was left out."""
    gone: list[str] = field(default_factory=list)
    """Services that were expected in the file and are missing. Their records stay."""
    kept: dict[str, list[KeptField]] = field(default_factory=dict)
    """What was changed in the file and stays as it is here, by id."""
    silent: set[str] = field(default_factory=set)
    """Services of which no message may quote anything, because it could say where they are."""
    notes: dict[NoteKind, Counter[str]] = field(default_factory=lambda: {"left": Counter(), "mended": Counter(), "kept": Counter()})
    """What was left out, corrected, and kept to be looked at, by reason."""
    filtered: list[str] = field(default_factory=list)
    """Records that the filters of the import left out."""
    merged: list[str] = field(default_factory=list)
    """Records that were merged into others here, and are left alone."""
    unused: int = 0
    """How many cells of our own sheet, or fields of a feed, could not be used, so that what was there stays."""
    own: int = 0
    """How many records keep their dates of checking, because they come from our own export."""
    report: Report = field(default_factory=Report)

    def write(self, data: Path) -> None:
        """Write the files, each atomically."""
        write_all({data / path: text.encode() for path, text in self.files.items()})


def incoming(asked: Import) -> ImportOutcome:
    """Read a file and check its records. Nothing is written yet. Raises Stopped if the whole file cannot be imported."""
    planned = plan_import(asked)
    planned.problems += _reject_invalid(asked.library, planned)
    outcome = ImportOutcome(filtered=planned.filtered, merged=planned.merged)
    for name, candidate in planned.candidates.items():
        outcome.own += candidate.found.own
        fields = [field for field in candidate.fields if field != "came_from"]
        if candidate.new:
            outcome.added.append(name)
        elif fields:
            outcome.changed[name] = fields
        else:
            outcome.unchanged.append(name)
        if candidate.conflicts:
            outcome.kept[name] = candidate.conflicts
            outcome.silent |= {name} if candidate.hidden or candidate.service.safety.hide_address else set()
        if candidate.new or fields or candidate.found.own:  # a cell of our own sheet that was not read may be all that was edited
            planned.problems += _noted(outcome, candidate)
        if candidate.new or candidate.fields:
            outcome.files[f"{FOLDER}/{name}.yaml"] = candidate.text
            outcome.hidden += [name] if candidate.hidden else []
    outcome.gone = _missing(asked, planned)
    outcome.files |= absences(asked, planned, outcome.gone)
    outcome.unused = planned.unused
    outcome.report = Report(planned.problems)
    return outcome


COUNTED_ONLY = frozenset({"terms that none of our words match", "a column that is no field of ours"})
"""What most records of a feed have. The report counts it, and the comments in the files have the words."""


def _noted(outcome: ImportOutcome, candidate: Candidate) -> Iterator[Problem]:
    """Count what was left out of a record or corrected, and warn of what was left out."""
    for note in candidate.found.notes.found:
        outcome.notes[note.kind][note.reason] += 1
    yield from _left_out(candidate)


def _left_out(candidate: Candidate) -> Iterator[Problem]:
    for note in candidate.found.notes.all_left():
        if note.reason not in COUNTED_ONLY:
            quote = f" The file has ‘{note.quote}’." if note.quote and not candidate.hidden else ""
            problem = rule("import-left-out").at(candidate.found.place, field=note.field, reason=note.reason, quote=quote)
            yield of_record(candidate.found.called, problem)


def _reject_invalid(library: Library, planned: Planned) -> Iterator[Problem]:
    """Remove candidates that break a rule until none is left: removing one may leave a reference of another without its target."""
    while True:
        by_name: dict[str, list[Problem]] = {}
        files = {f"{FOLDER}/{name}.yaml": name for name, candidate in planned.candidates.items() if candidate.fields}
        for problem in _violations(_with(library, planned.candidates)):
            if problem.place.file in files and problem.severity == "error":
                by_name.setdefault(files[problem.place.file], []).append(problem)
        if not by_name:
            return
        for name, problems in by_name.items():
            refused = planned.candidates.pop(name)
            found = refused.found
            if not refused.new and (found.columns or not found.own):
                yield from _kept_here(planned, name, refused, problems)
                continue
            yield from (of_record(found.called, replace(problem, place=found.place)) for problem in problems)
            yield from _left_out(refused)


def _kept_here(planned: Planned, name: str, refused: Candidate, problems: list[Problem]) -> Iterator[Problem]:
    """Judge a record anew without the fields that break a rule: what is here stays, and the rest comes in."""
    keys = {spot[0]: str(steps[0]) for steps, spot in refused.document.keys.items() if len(steps) == 1}
    lines = sorted(keys, reverse=True)
    blamed = [(next((keys[line] for line in lines if line <= problem.place.line), ""), problem) for problem in problems]
    changed = [field for field in refused.fields if field not in ("came_from", "guessed")]
    found, told = kept_instead(refused.found, changed, blamed)
    planned.unused += len(told)
    yield from told
    yield from planned.judge(found, name)


def _violations(library: Library) -> Iterator[Problem]:
    for check in _rules(library):
        yield from check(library)


def _rules(library: Library) -> Iterator[Check]:
    """The rules on services. Without a vocabulary, as in a folder that is being set up, no need, area or audience is unknown."""
    yield from (
        services.services_can_be_reached,
        services.doubts_explained,
        services.numbers_real,
        services.hours_possible,
        services.hours_recur,
        services.ages_in_order,
    )
    yield from (services.status_clear, disclosure.safety_decided, disclosure.addresses_hidden)
    yield from (assurance.days_clear, signposts.essentials_said)
    yield from (references.records_exist, signposts.services_lead_on, signposts.own_sources_exist)
    if library.areas:
        yield signposts.areas_exist
    if library.audiences:
        yield signposts.audiences_exist
    if library.needs:
        yield signposts.needs_exist


def _with(library: Library, candidates: dict[str, Candidate]) -> Library:
    """The library as it would be with the candidates."""
    services: dict[str, Identified] = {**library.services}
    documents = dict(library.documents)
    for name, candidate in candidates.items():
        services[name] = candidate.service
        documents[Service, name] = candidate.document
    return replace(library, records={**library.records, Service: services}, documents=documents)


def _missing(asked: Import, planned: Planned) -> list[str]:
    """Expected services that the file no longer has: those of the same feed, or all for our own export; none if the list is partial."""
    own = any(candidate.found.own and not candidate.found.chosen for candidate in planned.candidates.values())
    if not planned.whole or not planned.candidates:
        return []
    of_feed = {name for name, s in asked.library.services.items() if s.came_from and s.came_from.feed == asked.feed}
    expected = set(asked.library.services) if own else of_feed
    return sorted(expected - planned.named)
