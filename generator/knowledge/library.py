"""A data folder to everything in it, by kind and id, with the place of every value."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar, cast

from generator.knowledge.kinds import KINDS, SCHEMA_FOLDER, Kind
from generator.knowledge.model import (
    Clause,
    CrisisContacts,
    Framework,
    Identified,
    Network,
    PayYear,
    PersonSpecification,
    Promise,
    Role,
    Settings,
    Source,
)
from generator.knowledge.reading import Document, read
from generator.knowledge.schema import validate
from generator.problems import Place, Problem, Report, nearest, rule

Kept = TypeVar("Kept", bound=Identified)


@dataclass(frozen=True)
class Library:
    """Everything in a data folder. Only a folder without errors makes a library that pages and packs can trust."""

    records: Mapping[type[Identified], Mapping[str, Identified]]
    documents: Mapping[tuple[type[Identified], str], Document] = field(repr=False)
    broken: frozenset[tuple[type[Identified], str]]
    """Records that could not be read. Rules don’t call them missing: their own problem is told already."""

    def all(self, model: type[Kept]) -> Mapping[str, Kept]:
        """Every record of a kind by id, in the order of ids."""
        return cast(Mapping[str, Kept], self.records.get(model, {}))

    def exists(self, model: type[Identified], name: str) -> bool:
        """Whether there is a file for this id, even one that could not be read."""
        return name in self.records.get(model, {}) or (model, name) in self.broken

    @property
    def roles(self) -> Mapping[str, Role]:
        """The base roles."""
        return self.all(Role)

    @property
    def specifications(self) -> Mapping[str, PersonSpecification]:
        """The person specifications, by the id of their role."""
        return self.all(PersonSpecification)

    @property
    def clauses(self) -> Mapping[str, Clause]:
        """What every post holder does."""
        return self.all(Clause)

    @property
    def promises(self) -> Mapping[str, Promise]:
        """What applicants are promised."""
        return self.all(Promise)

    @property
    def networks(self) -> Mapping[str, Network]:
        """The networks that tailor roles."""
        return self.all(Network)

    @property
    def sources(self) -> Mapping[str, Source]:
        """The documents that the rest stands on."""
        return self.all(Source)

    @property
    def frameworks(self) -> Mapping[str, Framework]:
        """Editions of contract requirements."""
        return self.all(Framework)

    @property
    def pay(self) -> Mapping[str, PayYear]:
        """Pay by year."""
        return self.all(PayYear)

    @property
    def crisis(self) -> CrisisContacts:
        """The crisis strip. A library without errors has exactly one."""
        return next(iter(self.all(CrisisContacts).values()))

    @property
    def settings(self) -> Settings:
        """The site's settings. A library without errors has exactly one."""
        return next(iter(self.all(Settings).values()))

    def place(self, record: Identified, *steps: str | int) -> Place:
        """Where a value of a record stands."""
        return self.documents[type(record), record.id].place(*steps)

    def file(self, record: Identified) -> str:
        """The file a record came from, from the data folder's parent on."""
        return self.documents[type(record), record.id].text.file


def load(folder: Path) -> tuple[Library, Report]:
    """Everything in a data folder, and every problem in the form of its files.

    A file with problems is left out of the library and named in the report.
    """
    if not folder.is_dir():
        return Library({}, {}, frozenset()), Report([rule("folder-missing").at(Place(str(folder)), folder=folder)])
    report = Report(_strays(folder))
    records: dict[type[Identified], dict[str, Identified]] = {}
    documents: dict[tuple[type[Identified], str], Document] = {}
    broken: set[tuple[type[Identified], str]] = set()
    for kind, path in _files(folder):
        record, document, problems = _record(folder, kind, path)
        report.extend(problems)
        if record is None:
            broken.add((kind.model, path.stem))
            continue
        records.setdefault(kind.model, {})[record.id] = record
        documents[kind.model, record.id] = document
    report.extend(_needed(folder, records))
    return Library(records, documents, frozenset(broken)), report


def _called(folder: Path, path: Path) -> str:
    """A file's name in messages: from the data folder's own name on, with forward slashes."""
    return path.relative_to(folder.parent).as_posix()


def _files(folder: Path) -> Iterator[tuple[Kind, Path]]:
    for kind in KINDS:
        for path in sorted((folder / kind.folder).glob("*.yaml")):
            yield kind, path


def _record(folder: Path, kind: Kind, path: Path) -> tuple[Identified | None, Document, list[Problem]]:
    name = _called(folder, path)
    if not path.resolve().is_relative_to(folder.resolve()):
        return None, Document.empty(name), [rule("file-outside").at(Place(name))]
    document, problems = read(path, name)
    if document.value is None:
        return None, document, problems
    if not isinstance(document.value, dict):
        found = "a list" if isinstance(document.value, list) else "one value"
        place = document.place() if document.marks else Place(name)
        return None, document, [*problems, rule("yaml-not-keys").at(place, stem=path.stem, found=found, kind=kind.name)]
    record, misfits = validate(kind.model, document, kind.called)
    told = {p.place.line for p in problems}
    problems += [p for p in misfits if p.place.line not in told]
    if record is not None and record.id != path.stem:
        problems.append(rule("id-not-file-name").at(document.place("id"), id=record.id, stem=path.stem))
    return (None if problems else record), document, problems


def _strays(folder: Path) -> Iterator[Problem]:
    """Files and folders that nothing reads: what is in them would be lost in silence."""
    known = [kind.folder for kind in KINDS]
    for path in sorted(folder.iterdir()):
        place = Place(_called(folder, path))
        if path.name.startswith(".") or path.name == SCHEMA_FOLDER:
            continue
        if path.name not in known:
            near = nearest(path.name, known)
            code, gaps = (
                "folder-unknown",
                {"folder": path.name, "known": ", ".join(known), "near": f" Did you mean ‘{near}’?" if near else ""},
            )
            yield rule(code).at(place, **gaps) if path.is_dir() else rule("file-unknown").at(place, name=path.name)
            continue
        for inner in sorted(path.iterdir()) if path.is_dir() else [path]:
            if not inner.name.startswith(".") and (inner.suffix != ".yaml" or inner.is_dir()):
                yield rule("file-unknown").at(Place(_called(folder, inner)), name=inner.name)


def _needed(folder: Path, records: Mapping[type[Identified], Mapping[str, Identified]]) -> Iterator[Problem]:
    """One file each of settings and crisis contacts must be there; every page needs them."""
    for kind in KINDS:
        if kind.model in (Settings, CrisisContacts) and not any((folder / kind.folder).glob("*.yaml")):
            example = "site" if kind.model is Settings else "crisis"
            yield rule("file-needed").at(Place(_called(folder, folder / kind.folder)), called=kind.called, file=f"{example}.yaml")
        for extra in list(records.get(kind.model, {}).values())[1:] if kind.model in (Settings, CrisisContacts) else []:
            yield rule("file-unknown").at(Place(_called(folder, folder / kind.folder / f"{extra.id}.yaml")), name=f"{extra.id}.yaml")
