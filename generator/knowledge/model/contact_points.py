"""How to reach a service: dated numbers, opening hours, places, and the sources of each."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import ConfigDict, Field, StringConstraints

from generator.knowledge.model.forms import CLOCK, DIALLED, EMAIL, TEXT_WORD, pattern_message
from generator.knowledge.model.scopes import OF_A_DOCUMENT, OWN_NAME, TIME_IN_WORDS, Scope
from generator.knowledge.model.words import Confidence, Day, Record, Seen, ShortText, Slug, Text, WebAddress, Whole, YesNo

PhoneNumber = Annotated[str, StringConstraints(pattern=DIALLED), pattern_message(DIALLED)]
"""A number as its owner prints it: figures and spaces, in quotes. A check holds that the United Kingdom can have it."""

MailAddress = Annotated[str, StringConstraints(pattern=EMAIL, max_length=200), pattern_message(EMAIL)]
"""A mail address, alone."""

Clock = Annotated[str, StringConstraints(pattern=CLOCK), pattern_message(CLOCK)]
"""A time of day on the 24-hour clock, in quotes: `"09:30"`. The end of a day is `"24:00"`."""

Weekday = Literal["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
"""A day of the week."""

SourceKind = Literal["provider", "public-body", "directory", "news"]
"""What a fact about a service was read from."""


class ServiceSource(Record):
    """Where a fact about a service was read. A directory names its own sources, beside the facts."""

    id: Slug
    """The source's id in this file. Numbers, conflicts and safety notes refer to it."""
    title: Annotated[ShortText, OF_A_DOCUMENT]
    """Who published it, and what it is: `HPFT, alternatives to an inpatient stay`."""
    kind: SourceKind
    """The provider's own page; the NHS, a council or the government; another organisation's list or page; a newspaper or magazine."""
    url: WebAddress | None = None
    """Where it was read."""
    published: Annotated[ShortText | None, TIME_IN_WORDS] = None
    """Its publication date, as exactly as is known: `2022`, `10 October 2023`. Left out where it has none."""
    read_on: Day
    """The day it was read."""


class _Line(Record):
    """A number and what it is for: the first fields of a line in a table."""

    number: PhoneNumber
    """The number as its owner prints it, in quotes."""
    label: Annotated[ShortText | None, Scope("directory")] = None
    """Which line it is, where a service has several."""


class _Number(Seen, _Line):
    """Fields that call and text numbers share."""

    source: Slug
    """The source that gives it, an id under `sources` of this file: the provider's where it was checked, another where it was copied."""
    confidence: Confidence | None = None
    """How sure we are of it, where that differs from the rest of the record."""
    note: Annotated[Text | None, Scope("directory")] = None
    """What to say beside it."""


class Telephone(_Number):
    """A number to call."""


class TextNumber(_Number):
    """A number to text."""

    word: Annotated[str, StringConstraints(pattern=TEXT_WORD), pattern_message(TEXT_WORD)] | None = None
    """The word to text, in capitals, where there is one: `SHOUT`."""


class Hours(Record):
    """One row of opening hours. A service whose hours are not known has none."""

    label: Annotated[ShortText | None, Scope("directory")] = None
    """What is open, where that is not the whole service: `British Sign Language`."""
    days: list[Weekday] = Field(min_length=1, max_length=7)
    """The days that these times hold for."""
    opens: Clock
    """When it opens. A whole day is `"00:00"` to `"24:00"`."""
    closes: Clock | None = None
    """When it closes. Earlier than `opens` means after midnight. Left out where only the start is known."""
    closed_on_bank_holidays: YesNo = False
    """Whether it says that it closes on bank holidays."""
    every: Annotated[Whole | None, Field(ge=2, le=52)] = None
    """Every how many weeks, counted from the week of `from`: 2 is every other week. Left out where it is every week."""
    week: list[Literal[1, 2, 3, 4, 5, -1]] = Field(default_factory=list)
    """Which of these days in a month: 1 is the first, -1 the last. Left out where it is all of them."""
    begins: Annotated[Day | None, Field(alias="from")] = None
    """The first day that these times hold for."""
    until: Day | None = None
    """The last day that these times hold for."""
    term_time: YesNo = False
    """Whether it is open in school terms only."""
    by_appointment: YesNo = False
    """Whether people need an appointment."""

    model_config = ConfigDict(serialize_by_alias=True)

    @property
    def weekly(self) -> bool:
        """Whether it is every week all year round, and anyone may come."""
        return not (self.every or self.week or self.begins or self.until or self.term_time or self.by_appointment)

    @property
    def all_day(self) -> bool:
        """Whether it never closes on these days."""
        return self.opens == "00:00" and self.closes == "24:00"


class Location(Record):
    """A place that people go to."""

    name: Annotated[ShortText | None, OWN_NAME] = None
    """The building, where it has a name of its own."""
    address: Annotated[Text, OWN_NAME]
    """The address on one line, as far as the source gives it."""
    area: Slug
    """The area it is in, an id of `data/vocabularies/areas.yaml`."""
    note: Annotated[Text | None, Scope("directory")] = None
    """What to know before going."""
