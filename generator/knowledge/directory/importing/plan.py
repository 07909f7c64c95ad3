"""Plan an import: for each record a new file, a changed file, or no change."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from generator.knowledge.directory.importing.discretion import WHY, discreet, unplaced
from generator.knowledge.directory.importing.found import ImportedRecord, as_document, of_record
from generator.knowledge.directory.importing.merging import Filler, changed, values_of
from generator.knowledge.directory.importing.records import Import, free_slug
from generator.knowledge.directory.importing.yaml_files import patched, yaml_text
from generator.knowledge.library.library import Library
from generator.knowledge.model import Service, Settings
from generator.knowledge.reading.document import Document
from generator.knowledge.reading.schema import validate
from generator.knowledge.reading.yaml_file import LARGEST, parse
from generator.problems import Problem, rule

FOLDER = "services"
"""The folder of a data folder that holds services."""


@dataclass(frozen=True)
class Candidate:
    """A record that may come in."""

    found: ImportedRecord
    service: Service
    text: str
    """The file it would have."""
    document: Document
    """The same, as it will be read."""
    fields: list[str]
    """The fields that differ from what is there; of a new record, all."""
    new: bool
    hidden: bool = False
    """Whether anything that says where the service is was left out."""


@dataclass
class Planned:
    """Everything that a file gave."""

    whole: bool
    candidates: dict[str, Candidate] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    named: set[str] = field(default_factory=set)
    """The ids of all records in the file, including rejected ones, so that these are not reported as gone."""


def plan_import(asked: Import) -> Planned:
    """Judge every record of a file by itself. Raises Stopped where the file as a whole cannot be read."""
    batch = asked.batch()
    planned = Planned(batch.whole)
    planner = _Planner(asked, planned)
    # The whole file is read before any record is validated, so that a file with too much in it is refused early.
    for found in [*batch.read()]:
        if isinstance(found, Problem):
            planned.problems.append(found)
        else:
            planned.problems += planner.take(found)
    return planned


class _Planner:
    """Goes through records in the order of the file."""

    def __init__(self, asked: Import, planned: Planned) -> None:
        self.asked, self.planned = asked, planned
        self.library: Library = asked.library
        self.filler = Filler(asked.feed, asked.today, next(iter(self.library.all(Settings).values()), None))
        known = ((service.came_from, name) for name, service in self.library.services.items())
        self.known = {came_from.id: name for came_from, name in known if came_from}
        self.taken = set(self.library.services)

    def take(self, found: ImportedRecord) -> Iterator[Problem]:
        """Add a record to the plan, or report why it cannot be imported."""
        name = self._id(found)
        if name is None:
            yield of_record(found.called, rule("import-no-id").at(found.place))
            return
        if name in self.planned.named:
            yield of_record(found.called, rule("import-twice").at(found.place, id=name))
            return
        self.planned.named.add(name)
        if name not in self.library.services and self.library.exists(Service, name):
            yield of_record(found.called, rule("import-in-the-way").at(found.place, file=f"{FOLDER}/{name}.yaml"))
            return
        before = self.library.services.get(name)
        values = self.filler.merged(found, values_of(before) if before else {})
        service, problems = validate(Service, as_document({**values, "id": name}, found.place), "a service")
        yield from (of_record(found.called, _helped(problem)) for problem in problems)
        if service:
            careful = discreet(service, before, self.library, own=found.own)
            yield from self._candidate(found, careful, before, hidden=careful != service)

    def _id(self, found: ImportedRecord) -> str | None:
        """The record's id: its own, or for one of a feed that of the last import, or a new one."""
        came_from = found.values.get("came_from")
        key = came_from.get("id") if isinstance(came_from, dict) else None
        if "id" in found.values or not isinstance(key, str):
            own = found.values.get("id")
            return own if isinstance(own, str) else None
        name = self.known.get(key) or free_slug(unplaced(str(found.values.get("name", ""))), key, self.taken)
        self.known[key] = name
        self.taken.add(name)
        return name

    def _candidate(self, found: ImportedRecord, service: Service, before: Service | None, *, hidden: bool) -> Iterator[Problem]:
        values = values_of(service)
        fields = changed(values_of(before) if before else {}, values)
        if before and not fields:
            same = self.library.documents[Service, before.id]
            self.planned.candidates[service.id] = Candidate(found, service, "", same, fields, new=False)
            return
        text = self._text(found, values, before, fields, hidden=hidden)
        file = f"{FOLDER}/{service.id}.yaml"
        if len(text.encode()) > LARGEST:
            wrong = rule("file-too-large").at(found.place, size=f"{len(text) / 1e6:.1f} MB", limit=f"{LARGEST // 10**6} MB")
            yield of_record(found.called, wrong)
            return
        document, _ = parse(text.encode(), file)
        self.planned.candidates[service.id] = Candidate(found, service, text, document, fields, new=before is None, hidden=hidden)

    def _text(self, found: ImportedRecord, values: dict[str, Any], before: Service | None, fields: list[str], *, hidden: bool) -> str:
        """The record's file: what people wrote in it stays, and a new one says what to check."""
        if before is not None:
            document = self.library.documents[Service, before.id]
            text = patched(document, values, fields)
            return text if _reads_as(text, values) else yaml_text(values, {})
        if found.own:
            return yaml_text(values, {})
        comments = {**found.comments, "confidence": "Stays unverified, and shows no number, until somebody stands by it."}
        comments |= {"safety": WHY} if hidden else {}
        return yaml_text(values, comments, f"Imported from {self.asked.feed} on {self.asked.today.isoformat()}. {CHECK}")


CHECK = "Compare each fact with the provider’s own page, then fill in `assured_on` and `assured_by`."


def _reads_as(text: str, values: dict[str, Any]) -> bool:
    """Whether a file would be read as these values."""
    document, problems = parse(text.encode(), "")
    service, errors = validate(Service, document, "a service")
    return service is not None and not problems and not errors and values_of(service) == values


OPTIONS = {"needs": "--need", "areas": "--area"}
"""What to tell an import where a feed does not say it in words of ours."""


def _helped(problem: Problem) -> Problem:
    """The same problem; where an option would cure it, the option is named."""
    named = next((option for name, option in OPTIONS.items() if problem.code == "field-missing" and f"‘{name}’" in problem.message), None)
    return rule("import-no-match").at(problem.place, option=named, what=named.removeprefix("--")) if named else problem
