"""What is scored at each stage of choosing, and where on its sheet. No library for workbooks is known here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.documents.packs.model import NumberedCriterion, Pack

MOST = 3
"""The highest score for a criterion."""

SCALE = "Score each criterion 0 (no evidence), 1 (some), 2 (good) or 3 (strong). A 0 on an essential criterion means not met."

HEADER, NUMBERS, FIRST = 3, 4, 5
"""Rows: the header, the application numbers, and the first criterion. The sheet's first row is 0."""

CANDIDATE = 3
"""The first candidate's column."""


@dataclass(frozen=True)
class Stage:
    """A stage of choosing: the name of its sheet, its heading, how many candidates it has room for, and on how many pages side by side."""

    name: str
    heading: str
    candidates: int
    pages_wide: int


@dataclass(frozen=True)
class Scores:
    """The criteria of one stage on their sheet."""

    stage: Stage
    pack: Pack
    lines: Sequence[NumberedCriterion]
    """Essential criteria first."""

    @property
    def essential(self) -> int:
        """How many criteria are essential."""
        return sum(line.criterion.level == "essential" for line in self.lines)

    @property
    def last(self) -> int:
        """The last criterion's row."""
        return FIRST + len(self.lines) - 1

    @property
    def right(self) -> int:
        """The last candidate's column."""
        return CANDIDATE + self.stage.candidates - 1

    @property
    def met(self) -> int:
        """The row that says whether every essential criterion is met."""
        return self.last + 1

    def results(self) -> list[tuple[str, int, int]]:
        """The rows of totals below that: what each is called, and the first and last row that it adds up."""
        top = FIRST + self.essential
        parts = [("Essential criteria", FIRST, top - 1), ("Desirable criteria", top, self.last), ("Total", FIRST, self.last)]
        return [(f"{name}, out of {MOST * (end - start + 1)}", start, end) for name, start, end in parts if end >= start]

    @property
    def total(self) -> int:
        """The row of the grand total."""
        return self.met + len(self.results())
