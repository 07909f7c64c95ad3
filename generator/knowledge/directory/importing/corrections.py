"""Read a correction that a reader of a page made, as a file or as the text of a mail, and fit it to the service's record."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from generator.knowledge.directory.corrections import Correction, ShownFields, as_shown, shown_fields
from generator.knowledge.directory.importing.found import ImportedRecord, ImportedRecords
from generator.knowledge.directory.importing.marks import exact
from generator.knowledge.directory.importing.merging import values_of
from generator.knowledge.library.library import Library
from generator.knowledge.model import Service
from generator.knowledge.reading.document import Document
from generator.knowledge.reading.schema import validate
from generator.knowledge.reading.yaml_file import parse, read
from generator.problems import Place, Problem, Report, Stopped, did_you_mean, rule

if TYPE_CHECKING:
    from generator.knowledge.directory.importing.records import Import

CORRECTION_ENDINGS = (".yaml", ".yml", ".txt")
"""A correction is a file from the page, or the text of a mail."""

_BEGINS, _ENDS = "correction_of:", "# The correction ends here"


def read_correction(path: Path, name: str) -> tuple[Correction, Document]:
    """The correction in a file. Raises Stopped, with each problem in its line, where there is none."""
    document, problems = read(path, name, _within_mail)
    correction, wrong = validate(Correction, document, "a correction") if not problems else (None, problems)
    if correction is None:
        raise Stopped(Report(wrong))
    return correction, document


def _within_mail(content: bytes, name: str) -> tuple[Document, list[Problem]]:
    """The lines of the correction. What a mail has above and below is blanked, so that lines keep their numbers."""
    lines = content.split(b"\n")
    begins = next((index for index, line in enumerate(lines) if line.startswith(_BEGINS.encode())), 0)
    ends = next((index for index, line in enumerate(lines) if index > begins and line.startswith(_ENDS.encode())), len(lines))
    return parse(b"\n".join(line if begins <= index < ends else b"" for index, line in enumerate(lines)), name)


def correction_records(asked: Import) -> ImportedRecords:
    """The record of the service with what the correction changes. Raises Stopped where the file is no correction."""
    correction, document = read_correction(asked.path, asked.name)
    service = service_corrected(asked.library, correction)
    if service is None:
        near = did_you_mean(correction.correction_of, asked.library.services)
        yield rule("correction-unknown").at(document.place("correction_of"), id=correction.correction_of, near=near)
        return
    yield _record(asked, correction, service, document.place("now"))


def service_corrected(library: Library, correction: Correction) -> Service | None:
    """The service that a correction is of, also by an id that it had before."""
    name = correction.correction_of
    return library.services.get(name) or next((one for one in library.services.values() if name in one.former_ids), None)


def _record(asked: Import, correction: Correction, service: Service, place: Place) -> ImportedRecord:
    """As a row of our own export, in which only the corrected fields were edited: what was changed here meanwhile stays."""
    before, shown = values_of(service), shown_fields(service)
    values: dict[str, Any] = {"id": service.id}
    exported: dict[str, str] = {}
    for field in ShownFields.model_fields:
        if field not in correction.now.model_fields_set or field not in shown:
            continue
        name = "locations" if field == "places" else field
        was, now = (as_shown(getattr(side, field)) for side in (correction.was, correction.now))
        if (shown[field] or None) == (now or None):
            continue
        values[name] = _fitted(field, now, before, service, asked) or None
        exported[name] = exact(before.get(name)) if (shown[field] or None) == (was or None) else _CHANGED_HERE
    if any(mark != _CHANGED_HERE for mark in exported.values()):
        values["sources"] = [*before["sources"], _source(asked, service)]
    return ImportedRecord(place, service.id, values, frozenset(values), own=True, chosen=True, exported=exported)


_CHANGED_HERE = "?"
"""The mark of a field that was changed here since the page was made: no field has it now."""


def _source(asked: Import, service: Service) -> dict[str, Any]:
    """Who checked the correction with the provider, and when."""
    day = asked.today.isoformat()
    title = f"{service.organisation}, asked by {asked.checked_by or '…'} after a correction"
    return {"id": _source_id(asked, service), "title": title[:160], "kind": "provider", "read_on": day}


def _source_id(asked: Import, service: Service) -> str:
    """An id that the record does not have yet."""
    name = f"correction-{asked.today.isoformat()}"
    taken = {source.id for source in service.sources}
    return next(one for one in (name, *(f"{name}-{number}" for number in range(2, len(taken) + 3))) if one not in taken)


def _fitted(field: str, now: Any, before: dict[str, Any], service: Service, asked: Import) -> Any:
    """A corrected field as the record has it, with what the page does not show."""
    if field == "phones":
        return _phones(now or [], before.get("phones", []), service, asked)
    return _places(now or [], before.get("locations", []), service) if field == "places" else now


def _phones(now: list[dict[str, Any]], before: list[dict[str, Any]], service: Service, asked: Import) -> list[dict[str, Any]]:
    """A number that stays keeps its date and source. A new one was checked today. Numbers that no page shows stay."""
    known = {phone["number"]: phone for phone in before}
    checked = {"checked_on": asked.today.isoformat(), "source": _source_id(asked, service)}
    shown = {phone["number"] for phone in shown_fields(service)["phones"]}
    found = []
    for phone in now:
        kept = {name: value for name, value in known.get(phone["number"], checked).items() if name not in ("number", "label")}
        found.append({"number": phone["number"], **({"label": phone["label"]} if phone.get("label") else {}), **kept})
    return found + [phone for phone in before if phone["number"] not in shown | {phone["number"] for phone in now}]


def _places(now: list[dict[str, Any]], before: list[dict[str, Any]], service: Service) -> list[dict[str, Any]]:
    """Places in their order. One keeps its area and note; a new one is in the first area of the service."""
    areas = service.areas[:1]
    rest = [{name: value for name, value in place.items() if name not in ("name", "address")} for place in before]
    return [{**place, **(rest[index] if index < len(rest) else {"area": areas[0]} if areas else {})} for index, place in enumerate(now)]
