"""How far a role meets the contract: each requirement is met, partly met, missing, or met another way.

`templates/browser/tailor/coverage.js` does the same.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import Literal

from generator.checks.walks import statements
from generator.knowledge.library.library import Library
from generator.knowledge.model import Framework, Overlay, Requirement, Role
from generator.knowledge.tailoring.tailor import altered

CoverageState = Literal["met", "part", "missing", "accepted"]

STATES: dict[CoverageState, str] = {"met": "Met", "part": "Partly met", "missing": "Missing", "accepted": "Met another way"}
"""The label of each state, in the order in which they are counted on pages."""


@dataclass(frozen=True)
class Covered:
    """One requirement, how far the role meets it, and the ids of the statements that meet it.

    `note` says what to do if it is not met, or gives the network's reason if it is accepted.
    """

    requirement: Requirement
    state: CoverageState
    statements: tuple[str, ...]
    note: str = ""


@dataclass(frozen=True)
class Coverage:
    """One role compared with one edition of the requirements."""

    framework: Framework
    rows: tuple[Covered, ...]

    @property
    def counts(self) -> dict[CoverageState, int]:
        """The number of requirements in each state, in the order of `STATES`. States without any are left out."""
        counts = Counter(row.state for row in self.rows)
        return {state: counts[state] for state in STATES if counts[state]}


def coverage(library: Library, role: Role, overlay: Overlay | None = None) -> list[Coverage]:
    """The coverage of each edition that the role names, with requirements in the contract's order.

    With an overlay, the tailored role is compared. `role` may be the base role or the tailored one, since applying an overlay twice
    gives the same result as applying it once.
    """
    tailored = altered(role, overlay) if overlay else role
    accepted = {a.requirement: a.because for a in overlay.accept} if overlay else {}
    editions = []
    for name in role.requirements:
        framework = library.frameworks[name]
        rows = (_covered(tailored, requirement) for requirement in framework.requirements)
        editions.append(Coverage(framework, tuple(_accepted(row, accepted.get(row.requirement.id)) for row in rows)))
    return editions


def _covered(role: Role, requirement: Requirement) -> Covered:
    if requirement.bands:
        state: CoverageState = "met" if role.band in requirement.bands else "missing"
        return Covered(requirement, state, (), "" if state == "met" else requirement.if_missing)
    wholly = tuple(s.id for _, s in statements(role) if requirement.id in s.meets)
    if wholly:
        return Covered(requirement, "met", wholly)
    partly = tuple(s.id for _, s in statements(role) if requirement.id in s.meets_in_part)
    return Covered(requirement, "part" if partly else "missing", partly, requirement.if_missing)


def _accepted(row: Covered, reason: str | None) -> Covered:
    """Mark a requirement as accepted, unless the words of the pack meet it already."""
    return replace(row, state="accepted", note=reason) if reason and row.state != "met" else row
