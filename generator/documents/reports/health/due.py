"""Everything with a review date: roles, packs, services, law and crisis numbers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from generator.checks.freshness import OLD, crisis_months
from generator.knowledge.directory.visibility import months_later, withheld
from generator.knowledge.library.library import Library
from generator.knowledge.text.formatting import MONTHS

DueStanding = Literal["withheld", "overdue", "soon", "later"]

DUE_STANDINGS: dict[DueStanding, str] = {"withheld": "Withheld", "overdue": "Overdue", "soon": "Due within 3 months", "later": "Due later"}
"""The label of each state, the most urgent first."""

_SOON = 3
"""Months within which a review counts as due soon: our own rule."""

_AHEAD = 12
"""Months that the chart looks ahead."""


@dataclass(frozen=True)
class Due:
    """Something to review. `href` is its page, relative to the root of the site."""

    kind: str
    name: str
    href: str
    due: date
    standing: DueStanding


@dataclass(frozen=True)
class Month:
    """The number of reviews that fall due in a month."""

    year: int
    month: int
    count: int

    @property
    def label(self) -> str:
        """`Feb 2027`."""
        return f"{MONTHS[self.month - 1][:3]} {self.year}"


def dues(library: Library, today: date) -> list[Due]:
    """Everything with a review date, the earliest first."""
    found = [*_packs(library, today), *_checked(library, today), *_ending(library, today), *_services(library, today)]
    return sorted(found, key=lambda one: (one.due, one.kind, one.name))


def _standing(due: date, today: date) -> DueStanding:
    if due < today:
        return "overdue"
    return "soon" if due <= months_later(today, _SOON) else "later"


def _packs(library: Library, today: date) -> Iterator[Due]:
    for role in library.roles.values():
        name = f"{role.title}, band {role.band}"
        yield Due("Role", name, f"roles/{role.id}/", role.review_by, _standing(role.review_by, today))
    for network in library.networks.values():
        for overlay in network.roles:
            role = library.roles[overlay.role]
            href = f"networks/{network.id}/{role.id}/"
            yield Due("Network’s pack", f"{role.title}, {network.name}", href, overlay.review_by, _standing(overlay.review_by, today))


def _checked(library: Library, today: date) -> Iterator[Due]:
    """Law and crisis numbers: due some months after the day they were checked."""
    for clause in library.clauses.values():
        due = months_later(clause.checked_on, OLD)
        yield Due("Law in a clause", clause.heading, "roles/", due, _standing(due, today))
    for contact in library.crisis.contacts:
        due = months_later(contact.seen_on, crisis_months(library))
        yield Due("Crisis number", contact.name, f"services/{contact.service}/" if contact.service else "", due, _standing(due, today))


def _ending(library: Library, today: date) -> Iterator[Due]:
    """The pay that packs print, and editions of contracts: due on their last day."""
    year = library.pay.get(library.settings.pay_year)
    if year:
        yield Due("Pay", f"Agenda for Change pay, {year.year}", "roles/", year.ends, _standing(year.ends, today))
    for framework in library.frameworks.values():
        ends = [until for name in framework.source if (until := library.sources[name.partition("#")[0]].until)]
        if ends:
            yield Due("Contract", framework.title, "sources/", min(ends), _standing(min(ends), today))


def _services(library: Library, today: date) -> Iterator[Due]:
    for service in library.services.values():
        if service.status != "closed":
            standing: DueStanding = "withheld" if withheld(service, library, today) else _standing(service.review_after, today)
            yield Due("Service", service.name, f"services/{service.id}/", service.review_after, standing)


def due_months(found: Iterable[Due], today: date) -> Sequence[Month]:
    """The number of reviews due in each of the next months, this one first. Overdue reviews are not counted."""
    counted = Counter((one.due.year, one.due.month) for one in found if one.due >= today)
    months = [divmod(today.year * 12 + today.month - 1 + ahead, 12) for ahead in range(_AHEAD)]
    return [Month(year, month + 1, counted[year, month + 1]) for year, month in months]
