"""Which of our records a new area takes along: what holds in all of England, and what that rests on."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from generator.checks.walks import citations
from generator.documents.page import Files
from generator.knowledge.library.library import Library
from generator.knowledge.model.kinds import KINDS

ANYWHERE = ("pay", "recruitment", "vocabularies", "wording", "danger")
"""Folders that every area needs, even one without a role."""

FOR_ROLES = ("clauses", "frameworks", "person-specifications", "promises", "roles")
"""Folders that come along with our base roles."""

ALL_OF_ENGLAND = frozenset({"england", "united-kingdom"})
"""Areas that a service covers if it is for everybody."""

_MADE_INTO_ROLES = re.compile(rb"(?m)^status: (historic|example)$")
_CLAUSES = re.compile(rb"(?m)^clauses:\n(?:(?:[ -].*)?\n)*")
_NAMED = re.compile(rb"(?m)^( *(?:numbers|talk): \[)([^]\n]*)\]")


def records_for_an_area(library: Library, data: Path, sources: set[str], *, roles: bool) -> Files:
    """Our files by path, from the folder `data`: with `sources` and what every area needs, or with our roles and all sources.

    The helplines of all of England that stand beside danger words are services, and come along too.
    """
    helplines = set(_helplines(library))
    folders = (*ANYWHERE, *(FOR_ROLES if roles else ()))
    accounted = _cited(library, FOR_ROLES) if roles else set()
    documents = sources | _cited(library, folders) | _cited(library, ("services",), helplines)
    chosen = {"pay": set(library.pay) if roles else {library.settings.pay_year}, "sources": documents, "services": helplines}
    found: Files = {}
    for folder in (*folders, "sources", "services"):
        for path in sorted((data / folder).glob("*.yaml")):
            if folder not in chosen or path.stem in chosen[folder]:
                found[f"data/{folder}/{path.name}"] = path.read_bytes()
    for name in documents - accounted:
        path = f"data/sources/{name}.yaml"
        found[path] = _without_clauses(found[path])
    return {path: _only(record, helplines) if path == "data/danger/cards.yaml" else record for path, record in found.items()}


def _cited(library: Library, folders: Sequence[str], ids: set[str] | None = None) -> set[str]:
    """The documents that records of these folders cite, or those of them with these ids."""
    models = tuple(kind.model for kind in KINDS if kind.folder in folders)
    return {c.source for c in citations(library) if isinstance(c.by, models) and (ids is None or c.by.id in ids)}


def _helplines(library: Library) -> Iterator[str]:
    """The services for all of England that the crisis contacts and the cards beside danger words name."""
    yield from (name for name in library.helplines if set(library.services[name].areas) <= ALL_OF_ENGLAND)


def _only(record: bytes, known: set[str]) -> bytes:
    """A list of words with no service but the `known` ones beside them."""

    def kept(line: re.Match[bytes]) -> bytes:
        return line[1] + b", ".join(name.strip() for name in line[2].split(b",") if name.strip().decode() in known) + b"]"

    return _NAMED.sub(kept, record)


def _without_clauses(record: bytes) -> bytes:
    """A document that roles of ours are made from, without the clauses that a role would have to account for."""
    return _CLAUSES.sub(b"", record) if _MADE_INTO_ROLES.search(record) else record
