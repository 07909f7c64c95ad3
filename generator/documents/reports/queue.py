"""The review queue: which services somebody must look at, those with most at risk first, and why, in words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from generator.checks.assurance import numbers_old
from generator.documents.directory.tables import Table, own_table
from generator.documents.reports.health.findings import DISAGREES
from generator.knowledge.directory.duplicates import duplicates
from generator.knowledge.directory.table_columns import DONE_BY, DONE_ON, LOOK_AT
from generator.knowledge.directory.visibility import confirmed, months_later, overdue, withheld
from generator.knowledge.library.library import Library
from generator.knowledge.model import Service
from generator.knowledge.text.formatting import counted, day, join_words, lower_first

_SOON = 1
"""Months before its review is due from which a service is in the queue: our own rule."""

_KEPT_HERE = re.compile(r"\s*# On \d{4}-\d{2}-\d{2} .+ (?:Ours stays|Kept here)\.$")
"""The comment that an import or a merge leaves above a field where the other side has something else."""


@dataclass(frozen=True)
class Reason:
    """Why to look at a service. `points` is how much is at risk: our own rule, and the guide has the table."""

    points: int
    words: str


@dataclass(frozen=True)
class QueueEntry:
    """A service to look at."""

    service: Service
    danger: str
    """Why people in danger may be sent there, or nothing."""
    opened: int
    """How often it was opened, where a count was given."""
    reasons: tuple[Reason, ...]

    @property
    def points(self) -> int:
        """How much is at risk."""
        return sum(reason.points for reason in self.reasons)

    @property
    def words(self) -> list[str]:
        """Every reason in words, danger first."""
        opened = [f"Opened {self.opened:,} times."] if self.opened else []
        return [*([self.danger] if self.danger else []), *opened, *(reason.words for reason in self.reasons)]


def queue(library: Library, today: date, opened: Mapping[str, int] | None = None) -> list[QueueEntry]:
    """Services to look at: for people in danger first, then by what is at risk, by how often they are opened, and by age."""
    evidence = _Evidence(library, today)
    opened = opened or {}
    found = []
    for service in library.services.values():
        reasons = tuple(reason for judge in _JUDGES for reason in judge(evidence, service)) if service.status != "closed" else ()
        if reasons:
            found.append(QueueEntry(service, _danger(library, service), opened.get(service.id, 0), reasons))
    return sorted(found, key=lambda one: (not one.danger, -one.points, -one.opened, one.service.review_after, one.service.id))


def queue_table(library: Library, entries: list[QueueEntry]) -> Table:
    """The queue as a table to fill in and import. The second column says why to look. A day and a name in
    the next two mark the service as done."""
    heading, *rows = own_table(library, [entry.service for entry in entries])
    reasons = ["\n".join(entry.words) for entry in entries]
    top = [heading[0], LOOK_AT, DONE_ON, DONE_BY, *heading[1:]]
    return [top, *([row[0], why, "", "", *row[1:]] for row, why in zip(rows, reasons, strict=True))]


class _Evidence:
    """What the judges need to know of the directory as a whole."""

    def __init__(self, library: Library, today: date) -> None:
        self.library, self.today = library, today
        self.old_numbers = Counter(problem.place.file for problem in numbers_old(library, today))
        self.doubles: dict[str, list[tuple[Service, str]]] = {}
        for pair in duplicates(library.services.values()):
            shared = join_words(pair.shared)
            self.doubles.setdefault(pair.first.id, []).append((pair.second, shared))
            self.doubles.setdefault(pair.second.id, []).append((pair.first, shared))


def _danger(library: Library, service: Service) -> str:
    """Why people in danger may be sent to a service, or nothing."""
    needs = [library.needs[name].label for name in service.needs if name in library.needs and library.needs[name].danger]
    if needs:
        return f"For people in danger: {join_words([lower_first(label) for label in needs])}."
    return "For people in danger: its number stands beside words of danger." if service.id in library.helplines else ""


def _vanished(_: _Evidence, service: Service) -> Iterator[Reason]:
    came_from = service.came_from
    if came_from and came_from.gone_on:
        yield Reason(5, f"It was no longer in {came_from.feed} on {day(came_from.gone_on)}. Does it still exist?")


def _late(evidence: _Evidence, service: Service) -> Iterator[Reason]:
    due = day(service.review_after)
    if withheld(service, evidence.library, evidence.today):
        yield Reason(5, f"Withheld from every list: its review was due on {due}.")
    elif overdue(service, evidence.today):
        yield Reason(4, f"Its review was due on {due}.")
    elif service.review_after <= months_later(evidence.today, _SOON):
        yield Reason(1, f"Its review is due by {due}.")


def _old_numbers(evidence: _Evidence, service: Service) -> Iterator[Reason]:
    count = evidence.old_numbers[evidence.library.file(service)]
    if count:
        yield Reason(2, f"{'A number' if count == 1 else f'{count} numbers'} not checked for too long.")


def _kept_here(evidence: _Evidence, service: Service) -> Iterator[Reason]:
    lines = evidence.library.documents[Service, service.id].text.lines
    count = sum(bool(_KEPT_HERE.match(line)) for line in lines)
    if count:
        yield Reason(3, f"Others say something else in {counted(count, 'field')}: see the comments in its file.")


def _disagree(_: _Evidence, service: Service) -> Iterator[Reason]:
    for about in dict.fromkeys(conflict.about for conflict in service.conflicts):
        yield Reason(1, f"{DISAGREES[about]}.")


def _guessed(_: _Evidence, service: Service) -> Iterator[Reason]:
    if service.guessed:
        yield Reason(2, f"An import guessed its {join_words(service.guessed)}, or could not tell.")


def _unconfirmed(_: _Evidence, service: Service) -> Iterator[Reason]:
    if not confirmed(service):
        yield Reason(3, "Not confirmed, so no number is shown.")


def _double(evidence: _Evidence, service: Service) -> Iterator[Reason]:
    for other, shared in evidence.doubles.get(service.id, []):
        yield Reason(2, f"It may be the same as ‘{other.name}’ ({other.id}): same {shared}.")


_JUDGES: tuple[Callable[[_Evidence, Service], Iterator[Reason]], ...] = (
    _vanished, _late, _unconfirmed, _kept_here, _old_numbers, _guessed, _double, _disagree,
)  # fmt: skip
"""What puts a service into the queue."""
