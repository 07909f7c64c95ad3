"""Checks that a page whose address is a record's id does not take the address of another page."""

from __future__ import annotations

from collections.abc import Iterator

from generator.knowledge.library.library import Library
from generator.knowledge.model.navigation import Navigator
from generator.knowledge.model.planning import Planning
from generator.problems import Place, Problem, rule

TAKEN = frozenset({
    "about", "accessibility", "areas", "assets", "career", "cohorts", "decisions", "errors", "find",
    "guides", "handout", "health", "hosting", "needs", "networks", "offline", "openreferral", "packs",
    "roles", "service-models", "services", "shortlist", "sources", "tailor", "timeline", "wording",
})  # fmt: skip
"""The first parts of addresses that other pages use."""


def addresses_free(library: Library) -> Iterator[Problem]:
    """The address of a navigator or a plan is its id, so no other page may have that address."""
    first: dict[str, Place] = {}
    for model in (Navigator, Planning):
        for record in library.all(model).values():
            place = library.place(record, "id")
            if record.id in TAKEN or record.id in first:
                yield rule("address-taken").at(place, address=f"{record.id}/")
            first.setdefault(record.id, place)
