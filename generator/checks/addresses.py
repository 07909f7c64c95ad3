"""Checks that a page whose address is a record's id does not take the address of another page."""

from __future__ import annotations

from collections.abc import Iterator

from generator.knowledge.library.library import Library
from generator.knowledge.model.kinds import KINDS
from generator.knowledge.model.timelines import Timeline
from generator.problems import Place, Problem, rule

_OWN = "{id}/"
"""The address of a kind whose pages are at the root of the site."""

_NO_RECORDS = frozenset({
    "about", "accessibility", "assets", "changes", "decisions", "errors", "find", "guides", "handout", "health", "hosting", "offline",
    "openreferral", "packs", "review", "shortlist", "tailor",
})  # fmt: skip
"""The first parts of addresses that belong to no kind of record."""

TAKEN = _NO_RECORDS | {kind.address.partition("/")[0] for kind in KINDS if kind.address not in ("", _OWN)}
"""The first parts of addresses that other pages use."""

HISTORY = "timeline"
"""The page of every timeline that names no other."""


def addresses_free(library: Library) -> Iterator[Problem]:
    """Where the address of a record is its id, no other page may have that address. A timeline names its page instead."""
    first: dict[str, Place] = {}
    for timeline in library.all(Timeline).values():
        place = library.place(timeline, "page")
        if timeline.page in TAKEN - {HISTORY}:
            yield rule("address-taken").at(place, address=f"{timeline.page}/")
        first.setdefault(timeline.page, place)
    for kind in (kind for kind in KINDS if kind.address == _OWN):
        for record in library.all(kind.model).values():
            place = library.place(record, "id")
            if record.id in TAKEN or record.id in first:
                yield rule("address-taken").at(place, address=f"{record.id}/")
            first.setdefault(record.id, place)
