"""Agenda for Change pay by year, with the supplements for work in and around London."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from generator.knowledge.model.forms import PAY_YEAR, pattern_message
from generator.knowledge.model.scopes import Scope
from generator.knowledge.model.words import Band, Confidence, Day, Identified, Record, SourceRef, Text, Whole


class PayBand(Record):
    """One band's pay in pounds a year, as published. Never computed: the points round differently."""

    band: Band
    """The band."""
    entry: Whole = Field(ge=1000, le=999_999)
    """The first point, in pounds a year."""
    top: Whole = Field(ge=1000, le=999_999)
    """The top point, in pounds a year."""
    middle: Whole | None = Field(default=None, ge=1000, le=999_999)
    """The middle point, where one is known."""
    source: list[SourceRef] = Field(min_length=1)
    """Where the figures were read."""
    confidence: Confidence = "medium"
    """How sure we are of them."""


class HighCostArea(Record):
    """A supplement for work in and around London."""

    id: Literal["inner", "outer", "fringe"]
    """The zone."""
    percent: Whole = Field(ge=1, le=50)
    """Share of basic pay, in per cent."""
    least: Whole = Field(ge=1)
    """The least it can be, in pounds a year."""
    most: Whole = Field(ge=1)
    """The most it can be, in pounds a year."""
    source: list[SourceRef] = Field(min_length=1)
    """Where the figures were read."""
    confidence: Confidence = "medium"
    """How sure we are of them."""


class PayYear(Identified):
    """Agenda for Change pay in England for one year."""

    year: Annotated[str, StringConstraints(pattern=PAY_YEAR), pattern_message(PAY_YEAR)]
    """The pay year: `2026/27`."""
    starts: Day
    """The first day these figures hold."""
    bands: list[PayBand] = Field(min_length=1)
    """The bands that are known."""
    high_cost_areas: list[HighCostArea] = Field(default_factory=list)
    """Supplements for this year, where published."""
    note: Annotated[Text | None, Scope("directory")] = None
    """What is not known, and what to check."""

    @property
    def ends(self) -> date:
        """The last day these figures hold: the day before the same day a year later."""
        leap_day = (self.starts.month, self.starts.day) == (2, 29)
        return self.starts.replace(year=self.starts.year + 1, day=28 if leap_day else self.starts.day) - timedelta(days=1)
