"""What happened when: dated events and figures, each with its source."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from generator.knowledge.model.forms import WHEN, pattern_message
from generator.knowledge.model.scopes import Scope
from generator.knowledge.model.words import Confidence, Day, Identified, Record, ShortText, Slug, SourceRef, Text, Whole, YesNo
from generator.knowledge.text.formatting import MONTHS
from generator.knowledge.text.formatting import day as said_day

When = Annotated[str, StringConstraints(pattern=WHEN), pattern_message(WHEN)]
"""A day, a month or a year, as exactly as is known: `"2026-04-01"`, `"2016-04"`, `"2008"`."""

EventKind = Literal["plan", "policy", "contract", "guideline", "law", "service", "count"]
"""What an event is."""


def date_in_words(when: str) -> str:
    """`1 April 2026`, `April 2016`, `2008`. Raises ValueError for a day that does not exist."""
    bits = [int(bit) for bit in when.split("-")]
    if len(bits) == 3:
        return said_day(date(*bits))
    return f"{MONTHS[bits[1] - 1]} {bits[0]}" if len(bits) == 2 else str(bits[0])


class Event(Record):
    """Something that happened, or was planned."""

    id: Slug
    """Its id, unique in the file."""
    when: When
    """When it happened. A year alone sorts before the months of that year."""
    title: Annotated[ShortText, Scope("directory")]
    """What happened, in a few words."""
    text: Annotated[Text, Scope("directory")]
    """What it meant, in one to three plain sentences."""
    kind: EventKind
    """What sort of event it is. A plan is what a document meant to happen."""
    source: list[SourceRef] = Field(min_length=1)
    """Where it was read."""
    confidence: Confidence = "medium"
    """How sure we are. A low one says on the page that it is to be confirmed."""
    expected: YesNo = False
    """Whether the day was announced and no one has confirmed yet that it happened. Only such an event may be in the future."""


class Era(Record):
    """A part of the timeline with a heading."""

    id: Slug
    """Its id, unique in the file."""
    heading: Annotated[ShortText, Scope("directory")]
    """The heading as printed."""
    about: Annotated[Text, Scope("directory")]
    """One or two sentences that sum it up."""
    events: list[Event] = Field(min_length=1)
    """What happened, the oldest first."""


class Headcount(Record):
    """How many workers were promised or counted."""

    id: Slug
    """Its id, unique in the file."""
    when: When
    """The date of the figure."""
    what: Annotated[ShortText, Scope("directory")]
    """What the figure counts: `Therapists, by 2021`."""
    number: Whole = Field(ge=1, le=1_000_000)
    """The figure."""
    kind: Literal["promised", "counted"]
    """Whether the figure was promised or counted."""
    note: Annotated[Text | None, Scope("directory")] = None
    """How the figure was arrived at."""
    source: list[SourceRef] = Field(min_length=1)
    """Where it was read."""


class Timeline(Identified):
    """How something came about, in order."""

    title: Annotated[ShortText, Scope("directory")]
    """The title as printed."""
    page: Slug = "timeline"
    """The page that shows it. Timelines with the same page follow one another on it."""
    about: Annotated[Text, Scope("directory")]
    """One sentence on what it shows."""
    eras: list[Era] = Field(min_length=1)
    """Its parts, the oldest first."""
    headcounts: list[Headcount] = Field(default_factory=list)
    """Figures over time, the oldest first."""
    headcounts_note: Annotated[Text | None, Scope("directory")] = None
    """What to know before the figures are compared."""
    updated: Day
    """The day it was last reviewed."""
    review_by: Day
    """The day by which it must be reviewed."""
