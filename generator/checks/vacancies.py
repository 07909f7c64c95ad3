"""Checks of vacancies: dates in order, and unique references."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from generator.knowledge.library.library import Library
from generator.knowledge.model import Network, Vacancy
from generator.knowledge.reading.document import Steps
from generator.knowledge.text.formatting import day
from generator.problems import Place, Problem, rule

_ORDER = ("opens", "closes", "interviews", "result_by")
"""The dates of a vacancy, in their order."""


def dates_in_order(library: Library) -> Iterator[Problem]:
    """A vacancy opens, closes, interviews and gives its result, in this order."""
    for network, steps, vacancy in _vacancies(library):
        known = [name for name in _ORDER if getattr(vacancy, name) is not None]
        for earlier, later in pairwise(known):
            before, after = getattr(vacancy, earlier), getattr(vacancy, later)
            if after < before:
                place = library.place(network, *steps, later)
                yield rule("vacancy-dates").at(place, later=later, later_day=day(after), earlier=earlier, earlier_day=day(before))


def references_once(library: Library) -> Iterator[Problem]:
    """No two vacancies share a reference, in any network."""
    first: dict[str, Place] = {}
    for network, steps, vacancy in _vacancies(library):
        place = library.place(network, *steps, "reference")
        if vacancy.reference in first:
            yield rule("vacancy-reference-twice").at(place, reference=vacancy.reference, first=first[vacancy.reference])
        first.setdefault(vacancy.reference, place)


def _vacancies(library: Library) -> Iterator[tuple[Network, Steps, Vacancy]]:
    for network in library.networks.values():
        for i, overlay in enumerate(network.roles):
            for v, vacancy in enumerate(overlay.vacancies):
                yield network, ("roles", i, "vacancies", v), vacancy
