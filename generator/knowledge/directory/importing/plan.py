"""Plan an import: for each record a new file, a changed file, or no change."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from generator.knowledge.directory.importing.discretion import WHY, discreet, unplaced
from generator.knowledge.directory.importing.found import ImportedRecord, as_document, of_record
from generator.knowledge.directory.importing.marks import FieldMark, field_mark, marks_text
from generator.knowledge.directory.importing.merging import MADE_UP, Filler, KeptField, Merged, changed, values_of
from generator.knowledge.directory.importing.notes import shortened
from generator.knowledge.directory.importing.records import Import, free_slug
from generator.knowledge.directory.importing.soundness import without_invalid
from generator.knowledge.directory.importing.unusable import undecided, without_unusable
from generator.knowledge.directory.importing.yaml_files import patched, yaml_text
from generator.knowledge.library.library import Library
from generator.knowledge.model import Service
from generator.knowledge.reading.document import Document
from generator.knowledge.reading.late_document import LateDocument
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
    conflicts: list[KeptField] = field(default_factory=list)
    """What the file says and was not taken, because it was changed here too."""


@dataclass
class Planned:
    """Everything that a file gave."""

    whole: bool
    candidates: dict[str, Candidate] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    filtered: list[str] = field(default_factory=list)
    """What the filters of the import left out."""
    merged: list[str] = field(default_factory=list)
    """Records that were merged into others here, and are left alone."""
    unused: int = 0
    """How many cells of our own sheet, or fields of a feed, could not be used, so that what was there stays."""
    judge: Callable[[ImportedRecord, str], Iterator[Problem]] = lambda *_: iter(())
    """Makes a candidate of a record anew."""
    named: set[str] = field(default_factory=set)
    """The ids of all records in the file, including rejected ones, so that these are not reported as gone."""


def plan_import(asked: Import) -> Planned:
    """Judge every record of a file by itself. Raises Stopped where the file as a whole cannot be read."""
    batch = asked.batch()
    planned = Planned(batch.whole)
    planner = _Planner(asked, planned)
    planned.judge = planner.judge
    # The whole file is read before any record is validated, so that a file with too much in it is refused early.
    for found in [*batch.read()]:
        if isinstance(found, Problem):
            planned.problems.append(found)
        elif planner.merged(found):
            planned.merged.append(found.called)
        elif not asked.wanted(found):
            planned.filtered.append(found.called)
            planner.name(found)
        else:
            planned.problems += planner.take(found)
    return planned


class _Planner:
    """Goes through records in the order of the file."""

    def __init__(self, asked: Import, planned: Planned) -> None:
        self.asked, self.planned = asked, planned
        self.library: Library = asked.library
        self.filler = Filler(asked.feed, asked.today, self.library.review_months)
        known = ((service.came_from, name) for name, service in self.library.services.items())
        self.known = {_key(came_from.feed, came_from.id): name for came_from, name in known if came_from}
        merged = [came_from for service in self.library.services.values() for came_from in service.also_from]
        self.merged_keys = {_key(came_from.feed, came_from.id) for came_from in merged}
        self.former = {name for service in self.library.services.values() for name in service.former_ids}
        self.taken = {*self.library.services, *self.former}

    def merged(self, found: ImportedRecord) -> bool:
        """Whether a record was merged into another one here, or has another id now."""
        own = found.values.get("id")
        return own in self.former if "id" in found.values else bool(self.merged_keys) and self._feed_key(found) in self.merged_keys

    def name(self, found: ImportedRecord) -> None:
        """Remember that a record is in the file, so that it is not reported as gone."""
        name = self._id(found)
        self.planned.named |= {name} if name else set()

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
        yield from found.unread
        self.planned.unused += len(found.unread)
        if name not in self.library.services and self.library.exists(Service, name):
            yield of_record(found.called, rule("import-in-the-way").at(found.place, file=f"{FOLDER}/{name}.yaml"))
            return
        yield from self.judge(found, name)

    def judge(self, found: ImportedRecord, name: str) -> Iterator[Problem]:
        """Make a candidate of a record, or report why it cannot be one. A cell of our own sheet never costs its row."""
        before = self.library.services.get(name)
        values = values_of(before) if before else {}
        if found.columns:
            found, unused = without_unusable(found, lambda record: self.filler.merged(record, values).values, name, new=before is None)
            unused += undecided(found, values)
            self.planned.unused += len(unused)
            yield from unused
        merged = self.filler.merged(found, values)
        service, problems = _validated(found, merged, name)
        yield from (of_record(found.called, problem) for problem in problems)
        if service:
            careful = discreet(service, before, self.library, own=found.own, about=found.about_abuse)
            yield from self._candidate(found, careful, before, merged, hidden=careful != service)

    def _id(self, found: ImportedRecord) -> str | None:
        """The record's id: its own, or for one of a feed that of the last import, or a new one."""
        key = self._feed_key(found)
        if "id" in found.values or key is None:
            own = found.values.get("id")
            return own if isinstance(own, str) else None
        name = self.known.get(key) or free_slug(unplaced(str(found.values.get("name", ""))), key[1], self.taken)
        self.known[key] = name
        self.taken.add(name)
        return name

    def _feed_key(self, found: ImportedRecord) -> tuple[str, str] | None:
        """What a record of a feed is known by."""
        came_from = found.values.get("came_from")
        if isinstance(came_from, dict) and isinstance(came_from.get("id"), str):
            return _key(self.asked.feed[:160], came_from["id"])
        return None

    def _candidate(
        self, found: ImportedRecord, service: Service, before: Service | None, merged: Merged, *, hidden: bool
    ) -> Iterator[Problem]:
        service = self._marked(found, service, before, merged)
        values = values_of(service)
        fields = changed(values_of(before) if before else {}, values)
        if before and not fields:
            same = self.library.documents[Service, before.id]
            self.planned.candidates[service.id] = Candidate(found, service, "", same, fields, new=False, conflicts=merged.conflicts)
            return
        text = self._text(found, values, before, fields, merged, hidden=hidden)
        file = f"{FOLDER}/{service.id}.yaml"
        if len(text.encode()) > LARGEST:
            wrong = rule("file-too-large").at(found.place, size=f"{len(text) / 1e6:.1f} MB", limit=f"{LARGEST // 10**6} MB")
            yield of_record(found.called, wrong)
            return
        document = LateDocument(text, file)
        self.planned.candidates[service.id] = Candidate(
            found, service, text, document, fields, new=before is None, hidden=hidden, conflicts=merged.conflicts
        )

    def _marked(self, found: ImportedRecord, service: Service, before: Service | None, merged: Merged) -> Service:
        """The service with marks of what the feed said, and of what came in."""
        theirs = found.values.get("came_from", {}).get("id")
        if found.own or not service.came_from or service.came_from.id != theirs or (before and service == before):
            return service
        values = values_of(service)
        taken = {name: FieldMark(field_mark(found.values.get(name)), field_mark(values.get(name))) for name in merged.taken - {"came_from"}}
        if before is None:  # words of the import itself, which are no one's: what the feed says later takes their place
            taken |= {name: FieldMark("", field_mark(values.get(name))) for name in found.guessed & MADE_UP}
        marks = {**merged.marks, **taken}
        ordered = {name: marks[name] for name in Service.model_fields if name in marks}
        came_from = service.came_from.model_copy(update={"fields": marks_text(ordered) or None})
        return service.model_copy(update={"came_from": came_from})

    def _text(
        self, found: ImportedRecord, values: dict[str, Any], before: Service | None, fields: list[str], merged: Merged, *, hidden: bool
    ) -> str:
        """The record's file: what people wrote in it stays, and a new one says what to check."""
        silent = hidden or bool(values.get("safety", {}).get("hide_address"))
        noted = found.notes.comments()
        comments = {name: "\n".join(filter(None, (found.comments.get(name), noted.get(name)))) for name in {**found.comments, **noted}}
        comments = {name: _unquoted(text) if silent else text for name, text in comments.items()}
        if before is not None:
            document = self.library.documents[Service, before.id]
            said = {name: text for name, text in noted.items() if name in merged.taken and not silent}
            said |= {one.field: self._conflict(one, silent=silent) for one in merged.conflicts}
            text = patched(document, values, fields, said)
            return text if _reads_as(text, values) else yaml_text(values, said)
        if found.own:
            return yaml_text(values, {})
        comments["confidence"] = "Stays unverified, and shows no number, until somebody stands by it."
        comments |= {"safety": WHY} if hidden else {}
        return yaml_text(values, comments, f"Imported from {self.asked.feed} on {self.asked.today.isoformat()}. {CHECK}")

    def _conflict(self, one: KeptField, *, silent: bool) -> str:
        """The comment above a field that stays as it is here."""
        theirs = "nothing here" if one.theirs in (None, [], "") else "something else here"
        quote = "" if silent or one.theirs in (None, [], "") else f": {quoted_value(one.theirs)}"
        return f"On {self.asked.today.isoformat()} {self.asked.feed} has {theirs}{quote}. Ours stays."


def _validated(found: ImportedRecord, merged: Merged, name: str) -> tuple[Service | None, list[Problem]]:
    """The record, or its problems. What is invalid in a foreign record is left out."""
    service = None if found.own else without_invalid(merged, found, name)
    return (service, []) if service else validate(Service, as_document({**merged.values, "id": name}, found.place), "a service")


def quoted_value(value: Any) -> str:
    """A value of a file on one line, for a comment or a message."""
    return f"‘{shortened(value if isinstance(value, str) else json.dumps(value, ensure_ascii=False))}’"


def _unquoted(comment: str) -> str:
    """A comment without the feed's words, for a record that must not say where it is."""
    return "\n".join(line.partition(": ‘")[0] for line in comment.split("\n"))


CHECK = "Compare each fact with the provider’s own page, then fill in `assured_on` and `assured_by`."


def _reads_as(text: str, values: dict[str, Any]) -> bool:
    """Whether a file would be read as these values."""
    document, problems = parse(text.encode(), "")
    service, errors = validate(Service, document, "a service")
    return service is not None and not problems and not errors and values_of(service) == values


def _key(feed: str, key: str) -> tuple[str, str]:
    """What a record of a feed is known by. An id that is unique in the world is enough; a short one counts within its feed."""
    return ("" if len(key) >= 32 else feed, key)
