"""Values that a record cannot have: what is here stays, the rest of the record comes in, and each is told with its place and cure."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import replace
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from generator.knowledge.directory.importing.found import ImportedRecord, as_document, of_record
from generator.knowledge.model import Service
from generator.knowledge.reading.field_errors import problems_of
from generator.problems import Place, Problem, rule

_EMPTY = ("Every service needs it, and it is empty here.", "Write it there.")
"""What is wrong with an empty cell of a required field, and its cure."""

WRONG_ID = ("It is empty or no id here. The row is known by the mark of its id in `as_exported`.", "Write the id again.")
"""The same of an id."""


def renamed_id(was: str, typed: str) -> tuple[str, str]:
    """What is wrong with an id that somebody changed in a row, and its cure."""
    return (
        f"It was ‘{was}’ in the export, and is ‘{typed}’ here. It looks like a new name for the same service.",
        f"To rename it, run `fingerpost services rename {was} {typed}`. To add a second service, empty the row’s cell in `as_exported`.",
    )


Merge = Callable[[ImportedRecord], Mapping[str, Any]]
"""The values of the record that an imported one would make."""


def without_unusable(found: ImportedRecord, merge: Merge, name: str, *, new: bool) -> tuple[ImportedRecord, list[Problem]]:
    """A row of our own export without the cells that a record cannot have, and a warning for each of these."""
    told: list[Problem] = []
    while True:
        values = {**merge(found), "id": name}
        try:
            Service.model_validate(values)
        except ValidationError as error:
            wrong = [one for one in error.errors(include_url=False) if _field(one) in found.given - found.refused - {"id"}]
            if not wrong:
                return found, told
            told += _told(found, wrong, values, new=new)
            found = replace(found, refused=found.refused | {_field(one) for one in wrong})
        else:
            return found, told


def undecided(found: ImportedRecord, before: Mapping[str, Any]) -> list[Problem]:
    """A warning for each empty cell of a decision on safety that was made here."""
    made = [key for key in before.get("safety", {}) if key in found.decided and key in found.columns]
    return [unused(found.at(key), found.called, key, "It is empty here, which undoes no decision.", "Write true or false.") for key in made]


def _field(error: ErrorDetails) -> str:
    return str(error["loc"][0]) if error["loc"] else ""


def _told(found: ImportedRecord, errors: Iterable[ErrorDetails], values: dict[str, Any], *, new: bool) -> list[Problem]:
    """The first error of each field."""
    first = {_field(one): one for one in reversed([*errors])}
    document = as_document(values, found.place)
    told = []
    for name, error in first.items():
        problem = next(iter(problems_of(Service, "a service", document, [error])), None)
        reason, cure = _EMPTY if error["type"] == "missing" or not problem else (problem.message, problem.cure)
        told.append(unused(found.at(name), found.called, name, reason, cure, new=new))
    return told


def unused(place: Place, called: str, field: str, reason: str, cure: str, *, new: bool = False) -> Problem:
    """The warning that a value was not used."""
    kept = "is left out" if new else "stays as it was"
    return of_record(called, rule("import-cell-unused").at(place, field=field, kept=kept, reason=reason, cure=cure))


def kept_instead(
    found: ImportedRecord, changed: Collection[str], problems: Iterable[tuple[str, Problem]]
) -> tuple[ImportedRecord, list[Problem]]:
    """A record that breaks rules without the fields that break them, and a warning for each.

    `problems` are what it breaks, each with the field where it is. A rule on the whole record is broken by what the file took away, or
    else by any field that changed: then all of these stay as they are here.
    """
    told: list[Problem] = []
    refused: set[str] = set()
    for name, problem in problems:
        emptied = {one for one in changed if not found.values.get(one)}
        fields = {name} if name in changed else emptied or set(changed)
        told += [unused(found.at(one), found.called, one, problem.message, problem.cure) for one in sorted(fields - refused)]
        refused |= fields
    return replace(found, refused=found.refused | refused), told
