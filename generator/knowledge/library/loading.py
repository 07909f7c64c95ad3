"""The files of a data folder to a library, and every problem in the form of its files."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path

from generator.knowledge.library.folder import Survey, survey
from generator.knowledge.library.library import Library
from generator.knowledge.library.logos import with_clean_logo
from generator.knowledge.model import Identified, Network
from generator.knowledge.model.kinds import Kind
from generator.knowledge.reading.cached_reading import Recall, recalled
from generator.knowledge.reading.document import Document
from generator.knowledge.reading.schema import validate
from generator.knowledge.reading.yaml_file import Parse, read
from generator.machine.garbage import gc_paused
from generator.problems import Place, Problem, Report, rule

_MOST = 100
"""The most problems of one file that are told."""


@gc_paused()
def load(folder: Path, called: str = "", recall: Recall | None = None) -> tuple[Library, Report]:
    """Everything in a data folder, and every problem in the form of its files.

    `called` is what messages call the folder; without it, its own name. A file with errors is left out of the library.
    With `recall`, the values of files that were read before are remembered.
    """
    called = called or folder.name
    if not folder.is_dir():
        return Library({}, {}, frozenset()), Report([rule("folder-missing").at(Place(called), folder=called)])
    found = survey(folder, called)
    report = Report(found.problems)
    records: dict[type[Identified], dict[str, Identified]] = {}
    documents: dict[tuple[type[Identified], str], Document] = {}
    broken = set(found.lost)
    parsed = partial(recalled, recall=recall) if recall else None
    for kind, path, name in found.files:
        record, document, problems = _record(kind, path, name, parsed)
        report.extend(problems)
        if record is None:
            broken |= {(kind.model, path.stem), (kind.model, str(document.at("id")))}
            continue
        records.setdefault(kind.model, {})[record.id] = record
        documents[kind.model, record.id] = document
        document.let_go()
    report.extend(_unnamed(found, documents, broken))
    return Library(records, documents, frozenset(broken)), report


def _unnamed(
    found: Survey, documents: Mapping[tuple[type[Identified], str], Document], broken: set[tuple[type[Identified], str]]
) -> Iterator[Problem]:
    """The pictures that no record names. A record that could not be read may name any."""
    for kind, picture, problem in found.pictures:
        named = {document.within(("logo", "file")) for (model, _), document in documents.items() if model is kind.model}
        if picture not in named and not any(model is kind.model for model, _ in broken):
            yield problem


def _record(kind: Kind, path: Path, name: str, parsed: Parse | None) -> tuple[Identified | None, Document, list[Problem]]:
    """The record in a file, or everything that keeps it from being one."""
    document, problems = read(path, name, parsed)
    if document.value is None:
        return None, document, problems or [_not_keys(document, path)]
    if not isinstance(document.value, dict):
        return None, document, [*problems, _not_keys(document, path)]
    record, errors = validate(kind.model, document, kind.called)
    problems += errors
    if isinstance(record, Network) and record.logo:
        record, wrong = with_clean_logo(record, document, path.parent)
        problems += wrong
    if record is not None and record.id != path.stem:
        problems.append(rule("id-not-file-name").at(document.place("id"), id=record.id, stem=path.stem))
    kept = record if all(problem.severity != "error" for problem in problems) else None
    return kept, document, _most(problems)


def _not_keys(document: Document, path: Path) -> Problem:
    found = "a list" if isinstance(document.value, list) else "nothing but one value"
    return rule("yaml-not-keys").at(document.place(), stem=path.stem, found=found)


def _most(problems: list[Problem]) -> list[Problem]:
    """The first problems of a file, and how many more it has: thousands have one cause, or are meant to stop the build."""
    if len(problems) <= _MOST:
        return problems
    ordered = list(Report(problems))
    last = ordered[_MOST - 1].place
    return [*ordered[:_MOST], rule("problems-more").at(last, more=f"{len(ordered) - _MOST:,} more problems")]
