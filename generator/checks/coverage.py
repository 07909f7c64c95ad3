"""Whether a role meets the contract: each requirement met, partly met, missing, or met another way.

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
"""What each state is called, in the order of a tally."""


@dataclass(frozen=True)
class Covered:
    """One requirement, how far the role meets it, and the ids of the statements that do.

    `note` says what to do where it is not met, and for one that is accepted the network's reason.
    """

    requirement: Requirement
    state: CoverageState
    statements: tuple[str, ...]
    note: str = ""


@dataclass(frozen=True)
class Coverage:
    """One edition of the requirements held against one role."""

    framework: Framework
    rows: tuple[Covered, ...]

    @property
    def counts(self) -> dict[CoverageState, int]:
        """How many requirements are in each state, in the order of a tally."""
        found = Counter(row.state for row in self.rows)
        return {state: found[state] for state in STATES if found[state]}


def coverage(library: Library, role: Role, overlay: Overlay | None = None) -> list[Coverage]:
    """Each edition that the role names, requirement by requirement, in the contract's order.

    With an overlay, it is the tailored role that is held against them; `role` may be the base role or the tailored one,
    since laying an overlay on twice is laying it on once.
    """
    held = altered(role, overlay) if overlay else role
    accepted = {a.requirement: a.because for a in overlay.accept} if overlay else {}
    found = []
    for name in role.requirements:
        framework = library.frameworks[name]
        rows = (_covered(held, requirement) for requirement in framework.requirements)
        found.append(Coverage(framework, tuple(_accepted(row, accepted.get(row.requirement.id)) for row in rows)))
    return found


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
    """What the words meet already needs no accepting."""
    return replace(row, state="accepted", note=reason) if reason and row.state != "met" else row
