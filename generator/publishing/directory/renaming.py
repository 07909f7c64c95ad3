"""Merge two services, or give one another id. Every record that names the old id names the new one, and the old address redirects."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from generator.knowledge.directory.importing.merging import changed, values_of
from generator.knowledge.directory.importing.yaml_files import patched
from generator.knowledge.directory.joining import join_records
from generator.knowledge.library.library import Library
from generator.knowledge.library.scoped import marked_texts, references
from generator.knowledge.model import Identified, Service
from generator.knowledge.model.reference import RefersTo
from generator.knowledge.reading.document import Steps
from generator.machine.atomic_write import write_all

_FOLDER = "services"


@dataclass
class Moved:
    """The files to write and to remove, by path below the data folder."""

    files: dict[str, str] = field(default_factory=dict)
    removed: str = ""
    filled: list[str] = field(default_factory=list)
    """The fields that came in from a record that was merged."""
    kept: list[str] = field(default_factory=list)
    """The fields where a record that was merged says something else."""

    def write(self, data: Path) -> None:
        """Write the files, each atomically, and remove the old one last."""
        write_all({data / path: text.encode() for path, text in self.files.items()})
        (data / self.removed).unlink()


def merge_services(library: Library, first: Service, second: Service, today: date) -> Moved:
    """Merge the second service into the first."""
    record = join_records(first, second, today)
    moved = Moved(removed=_path(second.id), filled=record.filled, kept=list(record.kept))
    values = {name: value for name, one in record.values.items() if (value := _apart(name, one, first.id, second.id)) != []}
    document = library.documents[Service, first.id]
    moved.files[_path(first.id)] = patched(document, values, changed(values_of(first), values), record.kept)
    _rename_elsewhere(library, second.id, first.id, moved)
    return moved


def rename_service(library: Library, service: Service, new: str) -> Moved:
    """Give a service another id. It keeps its old one as a former id."""
    moved = Moved(removed=_path(service.id))
    before = values_of(service)
    former = [name for name in dict.fromkeys([*before.get("former_ids", []), service.id]) if name != new]
    values = {**before, "id": new, "former_ids": former, "first_id": service.feed_name}
    if values["first_id"] == new:
        del values["first_id"]
    fields = ["id", "former_ids", "first_id"]
    for name in ("replaced_by", "reach_through", "not_for"):
        if name in values and _with_id(values[name], service.id, new) != values[name]:
            values[name] = _with_id(values[name], service.id, new)
            fields.append(name)
    moved.files[_path(new)] = patched(library.documents[Service, service.id], values, fields)
    _rename_elsewhere(library, service.id, new, moved)
    return moved


def _rename_elsewhere(library: Library, old: str, new: str, moved: Moved) -> None:
    """Put the new id in place of the old one in every other record."""
    for records in library.records.values():
        for record in records.values():
            steps = [*_references(record, old)] if not (isinstance(record, Service) and record.id in (old, new)) else []
            if steps:
                path = library.file(record).partition("/")[2]
                moved.files[path] = _text_with(library, record, steps, old, new)


def _references(record: Identified, old: str) -> Iterator[Steps]:
    found: Iterator[tuple[Steps, str, RefersTo]] = marked_texts(record, references)
    return (steps for steps, name, mark in found if mark.kind == "service" and name == old)


def _text_with(library: Library, record: Identified, steps: list[Steps], old: str, new: str) -> str:
    """A file with another id at these places. Services are written by field, so that no list names one twice."""
    document = library.documents[type(record), record.id]
    if isinstance(record, Service):
        before = values_of(record)
        values = {name: _with_id(value, old, new) if name in {way[0] for way in steps} else value for name, value in before.items()}
        return patched(document, values, changed(before, values))
    lines = list(document.text.lines)
    for line, column, *_ in sorted((document.values[way] for way in steps), reverse=True):
        text = lines[line - 1]
        lines[line - 1] = text[: column - 1] + re.sub(re.escape(old), new, text[column - 1 :], count=1)
    return "\n".join(lines).rstrip("\n") + "\n"


def _with_id(value: Any, old: str, new: str) -> Any:
    """A value with one id in place of another, in each list once."""
    if isinstance(value, list):
        found = [_with_id(one, old, new) for one in value]
        return list(dict.fromkeys(found)) if all(isinstance(one, str) for one in found) else found
    if isinstance(value, Mapping):
        return {name: _with_id(one, old, new) if name == "instead" else one for name, one in value.items()}
    return new if value == old else value


def _apart(name: str, value: Any, *names: str) -> Any:
    """A field without the two ids that are one now: no service is reached through itself."""
    if name in ("replaced_by", "reach_through"):
        return [one for one in value if one not in names]
    if name == "not_for":
        return [{**one, "instead": [other for other in one.get("instead", []) if other not in names]} for one in value]
    return value


def _path(name: str) -> str:
    return f"{_FOLDER}/{name}.yaml"
