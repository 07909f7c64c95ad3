"""Which of our records a new area takes along: what holds in all of England, and what that rests on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from generator.checks.walks import citations
from generator.knowledge.kinds import KINDS
from generator.knowledge.library import Library
from generator.knowledge.model import Dangers

Files = dict[str, bytes]

ANYWHERE = ("pay", "recruitment", "vocabularies", "wording")
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
    models = tuple(kind.model for kind in KINDS if kind.folder in ANYWHERE)
    cited = {c.source for c in citations(library) if isinstance(c.by, models) or (c.by.id in helplines and c.by.id in library.services)}
    chosen = {"pay": {library.settings.pay_year}, "sources": sources | cited}
    found: Files = {}
    for folder in (*ANYWHERE, "sources", *(FOR_ROLES if roles else ())):
        for path in sorted((data / folder).glob("*.yaml")):
            if roles or folder not in chosen or path.stem in chosen[folder]:
                found[f"data/{folder}/{path.name}"] = path.read_bytes()
    if not roles:
        found = {path: _without_clauses(record) for path, record in found.items()}
    found |= {f"data/services/{name}.yaml": (data / "services" / f"{name}.yaml").read_bytes() for name in sorted(helplines)}
    return {path: _only(record, helplines) if "/vocabularies/" in path else record for path, record in found.items()}


def _helplines(library: Library) -> Iterator[str]:
    """The services for all of England that the crisis contacts and the cards beside danger words name."""
    named = {contact.service for contact in library.crisis.contacts if contact.service}
    named |= {name for dangers in library.all(Dangers).values() for card in dangers.cards for name in (*card.numbers, *card.talk)}
    yield from (name for name in named if set(library.services[name].areas) <= ALL_OF_ENGLAND)


def _only(record: bytes, known: set[str]) -> bytes:
    """A list of words with no service but the `known` ones beside them."""

    def kept(line: re.Match[bytes]) -> bytes:
        return line[1] + b", ".join(name.strip() for name in line[2].split(b",") if name.strip().decode() in known) + b"]"

    return _NAMED.sub(kept, record)


def _without_clauses(record: bytes) -> bytes:
    """A document that roles of ours are made from, without the clauses that a role would have to account for."""
    return _CLAUSES.sub(b"", record) if _MADE_INTO_ROLES.search(record) else record
