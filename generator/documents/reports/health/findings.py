"""Requirements that are not covered, accepted findings, and what to correct first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from generator.checks.coverage import Coverage, CoverageState, coverage
from generator.documents.reports.health.directory import NeedRow
from generator.documents.reports.health.due import Due
from generator.documents.views.origins import called
from generator.knowledge.directory.visibility import confirmed, shown_conflicts
from generator.knowledge.library.library import Library
from generator.knowledge.model import Conflict, Service

_NOTHING: dict[CoverageState, int] = {"met": 0, "part": 0, "missing": 0, "accepted": 0}

DISAGREES = {
    "phone": "Sources give different numbers", "text": "Sources give different numbers", "hours": "Sources give different hours",
    "name": "Sources give different names", "area": "Sources give different areas", "ages": "Sources give different ages",
    "provider": "Sources name different providers",
}  # fmt: skip
"""The label of each kind of conflict, the most urgent first."""


@dataclass(frozen=True)
class Uncovered:
    """The coverage of one edition of requirements by a role or a network’s pack."""

    name: str
    href: str
    edition: str
    counts: dict[CoverageState, int]

    @property
    def open(self) -> bool:
        """Whether any requirement is missing or partly met."""
        return self.counts["missing"] + self.counts["part"] > 0


@dataclass(frozen=True)
class Accepted:
    """A finding that was accepted: what it is about, where, why, and since when, if recorded.

    `what` is the id of a requirement, or the code of a rule on words; `words` are the words that stay.
    """

    kind: Literal["requirement", "wording"]
    what: str
    words: str
    where: str
    href: str
    because: str
    accepted_on: date | None = None


@dataclass(frozen=True)
class Todo:
    """Something to correct: where, what, and of which kind."""

    name: str
    href: str
    what: str
    kind: str


def uncovered(library: Library) -> list[Uncovered]:
    """The coverage of every role and pack that names requirements."""
    found = []
    for role in library.roles.values():
        found += [_row(f"{role.title}, band {role.band}", f"roles/{role.id}/", held) for held in coverage(library, role)]
    for network in library.networks.values():
        for overlay in network.roles:
            role = library.roles[overlay.role]
            name, href = f"{role.title}, {network.name}", f"networks/{network.id}/{role.id}/"
            found += [_row(name, href, held) for held in coverage(library, role, overlay)]
    return found


def _row(name: str, href: str, held: Coverage) -> Uncovered:
    return Uncovered(name, f"{href}#coverage", held.framework.title, _NOTHING | held.counts)


def accepted(library: Library) -> list[Accepted]:
    """Requirements that networks have accepted as not met in words, and words that were accepted although they break a rule."""
    return [*_accepted_requirements(library), *_accepted_words(library)]


def _accepted_requirements(library: Library) -> Iterator[Accepted]:
    for network in library.networks.values():
        for overlay in network.roles:
            for entry in overlay.accept:
                href = f"networks/{network.id}/{overlay.role}/"
                yield Accepted("requirement", entry.requirement, "", network.name, href, entry.because)


def _accepted_words(library: Library) -> Iterator[Accepted]:
    for records in library.records.values():
        for record in records.values():
            for entry in record.accept_wording:
                href = f"wording/#{entry.rule}"
                yield Accepted("wording", entry.rule, entry.quote or "", called(library, record), href, entry.because, entry.accepted_on)


def todos(services: Sequence[Service], needs: Sequence[NeedRow], due: Sequence[Due]) -> list[Todo]:
    """What to correct, the most harmful first: overdue reviews, conflicting sources, gaps, and unconfirmed services."""
    late = [Todo(one.name, one.href, "", f"{one.kind}: {one.standing}") for one in due if one.standing in ("withheld", "overdue")]
    gaps = [Todo(need.label, f"needs/{need.id}/", "No listed service helps with this.", "Gap") for need in needs if not need.all]
    return [*late, *_conflicts(services), *gaps, *_doubts(services)]


def _conflicts(services: Sequence[Service]) -> Iterator[Todo]:
    for service in services:
        for conflict in sorted(shown_conflicts(service), key=_urgency):
            what = f"{conflict.says} {conflict.kept}"
            yield Todo(service.name, f"services/{service.id}/", what, DISAGREES[conflict.about])


def _urgency(conflict: Conflict) -> int:
    return list(DISAGREES).index(conflict.about)


def _doubts(services: Sequence[Service]) -> Iterator[Todo]:
    for service in services:
        if not confirmed(service):
            yield Todo(service.name, f"services/{service.id}/", " ".join(service.not_confirmed), "Not confirmed")
