"""Which of our records a new area starts with: those that hold in all of England, and those that they cite."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from generator.checks.walks import citations
from generator.documents.page import Files
from generator.knowledge.library.library import Library
from generator.knowledge.model import Postcodes
from generator.knowledge.model.kinds import KINDS

ANYWHERE = ("pay", "recruitment", "vocabularies", "wording", "danger")
"""Folders that every area needs, even one without a role."""

FOR_ROLES = ("clauses", "frameworks", "person-specifications", "promises", "roles")
"""Folders that our base roles need."""

OF_OUR_AREA = {Postcodes: "vocabularies/postcodes.yaml"}
"""Records of those folders that another area has no use for."""

ALL_OF_ENGLAND = frozenset({"england", "united-kingdom"})
"""Areas of a service that is for all of England."""

_MADE_INTO_ROLES = re.compile(rb"(?m)^status: (historic|example)$")
_CLAUSES = re.compile(rb"(?m)^clauses:\n(?:(?:[ -].*)?\n)*")
_NAMED = re.compile(rb"(?m)^( *(?:numbers|talk): \[)([^]\n]*)\]")


def records_for_an_area(library: Library, data: Path, sources: set[str], *, roles: bool) -> Files:
    """Our records by path, from the folder `data`: those that every area needs, `sources`, and with `roles` our roles and their sources.

    The national helplines of crisis cards are services, and are included too.
    """
    helplines = set(_helplines(library))
    folders = (*ANYWHERE, *(FOR_ROLES if roles else ()))
    accounted = _cited(library, FOR_ROLES) if roles else set()
    documents = sources | _cited(library, folders) | _cited(library, ("services",), helplines)
    chosen = {"pay": set(library.pay) if roles else {library.settings.pay_year}, "sources": documents, "services": helplines}
    found: Files = {}
    for folder in (*folders, "sources", "services"):
        for path in sorted((data / folder).glob("*.yaml")):
            ours = f"{folder}/{path.name}" in OF_OUR_AREA.values()
            if not ours and (folder not in chosen or path.stem in chosen[folder]):
                found[f"data/{folder}/{path.name}"] = path.read_bytes()
    for name in documents - accounted:
        path = f"data/sources/{name}.yaml"
        found[path] = _without_clauses(found[path])
    return {path: _only(record, helplines) if path == "data/danger/cards.yaml" else record for path, record in found.items()}


def _cited(library: Library, folders: Sequence[str], ids: set[str] | None = None) -> set[str]:
    """The sources that records of these folders cite; only records with one of `ids`, if given."""
    models = tuple(kind.model for kind in KINDS if kind.folder in folders and kind.model not in OF_OUR_AREA)
    return {c.source for c in citations(library) if isinstance(c.by, models) and (ids is None or c.by.id in ids)}


def _helplines(library: Library) -> Iterator[str]:
    """The services for all of England that crisis contacts and crisis cards name."""
    yield from (name for name in library.helplines if set(library.services[name].areas) <= ALL_OF_ENGLAND)


def _only(record: bytes, known: set[str]) -> bytes:
    """The record of crisis cards, naming no other services than `known`."""

    def known_only(line: re.Match[bytes]) -> bytes:
        return line[1] + b", ".join(name.strip() for name in line[2].split(b",") if name.strip().decode() in known) + b"]"

    return _NAMED.sub(known_only, record)


def _without_clauses(record: bytes) -> bytes:
    """A source of our roles without its clauses, which a role would have to account for."""
    return _CLAUSES.sub(b"", record) if _MADE_INTO_ROLES.search(record) else record
