"""Whether a role meets the contract: each requirement met, partly met, missing, or accepted by the network."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Literal

from generator.checks.walks import statements
from generator.knowledge.library import Library
from generator.knowledge.model import Framework, Requirement, Role

State = Literal["met", "part", "missing", "accepted"]

STATES: dict[State, str] = {"met": "Met", "part": "Partly met", "missing": "Missing", "accepted": "Accepted by the network"}
"""What each state is called, in the order of a tally."""


@dataclass(frozen=True)
class Covered:
    """One requirement, how far the role meets it, the ids of the statements that do, and what to do where they do not."""

    requirement: Requirement
    state: State
    statements: tuple[str, ...]
    note: str = ""


@dataclass(frozen=True)
class Coverage:
    """One edition of the requirements held against one role."""

    framework: Framework
    rows: tuple[Covered, ...]

    @property
    def counts(self) -> dict[State, int]:
        """How many requirements are in each state, in the order of a tally."""
        found = Counter(row.state for row in self.rows)
        return {state: found[state] for state in STATES if found[state]}


def coverage(library: Library, role: Role) -> list[Coverage]:
    """Each edition that the role names, requirement by requirement, in the contract's order."""
    found = []
    for name in role.requirements:
        framework = library.frameworks[name]
        found.append(Coverage(framework, tuple(_covered(role, requirement) for requirement in framework.requirements)))
    return found


def _covered(role: Role, requirement: Requirement) -> Covered:
    if requirement.bands:
        state: State = "met" if role.band in requirement.bands else "missing"
        return Covered(requirement, state, (), "" if state == "met" else requirement.if_missing)
    wholly = tuple(s.id for _, s in statements(role) if requirement.id in s.meets)
    if wholly:
        return Covered(requirement, "met", wholly)
    partly = tuple(s.id for _, s in statements(role) if requirement.id in s.meets_in_part)
    return Covered(requirement, "part" if partly else "missing", partly, requirement.if_missing)
