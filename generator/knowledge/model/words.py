"""Types and base classes that every kind of record shares: ids, bands, dated facts and the origin of a sentence."""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, Strict, StringConstraints
from pydantic_core import PydanticCustomError

from generator.knowledge.model.forms import SLUG, SOURCE_REF, WEB_ADDRESS, pattern_message
from generator.knowledge.model.scopes import ABOUT_A_SOURCE, ABOUT_WORDS, IN_PRINT, Scope
from generator.problems import HIDDEN

Slug = Annotated[str, StringConstraints(pattern=SLUG, max_length=80), pattern_message(SLUG)]
"""A stable id: small letters, figures and single hyphens. It is part of addresses, so it never changes."""


def _one_line(value: str) -> str:
    """Text is one paragraph. Control characters and direction overrides can hide what a reader sees."""
    found = None if value.isascii() and value.isprintable() else HIDDEN.search(value)
    if found:
        raise PydanticCustomError("hidden_character", "hidden character {code}", {"code": f"U+{ord(found[0]):04X}"})
    if "\n" in value or "\r" in value:
        raise PydanticCustomError("line_break", "line break")
    return value


IS_TEXT = AfterValidator(_one_line)
"""Marks text that people write, to distinguish it from ids, numbers and choices."""

Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=4000), IS_TEXT]
"""Plain text on one line, as it will be printed. No markup: it is escaped wherever it goes."""

ShortText = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=160), IS_TEXT]
"""A name or a heading."""

WebAddress = Annotated[str, StringConstraints(pattern=WEB_ADDRESS, max_length=500), pattern_message(WEB_ADDRESS)]
"""A page on the web. Only http and https are links."""

SourceRef = Annotated[str, StringConstraints(pattern=SOURCE_REF, max_length=161), pattern_message(SOURCE_REF)]
"""A source by id, and after `#` the clause of it: `hee-mhp-band-7-example#clinical-5`."""

Band = Literal[2, 3, 4, 5, 6, 7, "8a", "8b", "8c", "8d", 9]
"""An Agenda for Change band."""


_ISO_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def _iso_day(value: object) -> object:
    """Only `2026-04-01`: Pydantic alone would also take moments of time and seconds since 1970."""
    if isinstance(value, date):
        return value
    try:
        return date.fromisoformat(value) if isinstance(value, str) and _ISO_DAY.fullmatch(value) else value
    except ValueError:
        return value


Day = Annotated[date, Strict(), BeforeValidator(_iso_day)]
"""A day, written 2026-04-01."""

Whole = Annotated[int, Strict()]
"""A whole number. A number in quotes is text, as editors have it too."""

YesNo = Annotated[bool, Strict()]
"""true or false. The words yes and no are text."""

Confidence = Literal["high", "medium", "low", "unverified"]
"""How sure we are of a fact: high is the owner's own text, medium is secondary or older, low is one old or single source."""


_GIVEN: dict[frozenset[str], set[str]] = {}
"""Sets of names of fields, each once. Nobody changes them: records are frozen, and a copy has a set of its own."""


class Record(BaseModel):
    """Anything written in YAML. Unknown keys are refused, and a record never changes once read.

    Strict, as the JSON Schemas are: "7" is no number and yes is not true. A day is of the type `Day`. A model is made ready for reading
    with the first file that is read into it, because most commands need few of the models.
    """

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True, defer_build=True)

    def model_post_init(self, _context: object, /) -> None:
        """Share the set of names of given fields with all records that have the same: of a service, the sets took half of its memory."""
        given = self.__pydantic_fields_set__
        object.__setattr__(self, "__pydantic_fields_set__", _GIVEN.setdefault(frozenset(given), given))


class AcceptedWording(Record):
    """An exception: words of this file that are kept although a rule on words finds them."""

    rule: Slug
    """The rule's code, as the message gives it."""
    quote: Annotated[ShortText | None, ABOUT_WORDS] = None
    """The words exactly as in the text, or the beginning of a long sentence. Left out for a limit on the whole text."""
    because: Annotated[Text, ABOUT_WORDS]
    """Why they are kept."""
    accepted_on: Day
    """The day this was decided."""


class Identified(Record):
    """A record with a file of its own."""

    id: Slug
    """The record's id: the file's name without `.yaml`. It never changes."""
    accept_wording: list[AcceptedWording] = Field(default_factory=list)
    """Exceptions: words of this file that are kept although a rule finds them, each with the reason."""


class Change(Record):
    """What was done to a clause of a source, and why, so that a reader can check it."""

    kind: Literal[
        "reworded",
        "merged",
        "split",
        "moved",
        "added",
        "law-replaced",
        "term-renamed",
        "made-fair",
        "residue-removed",
        "narrowed",
        "hardened",
        "softened",
    ]
    """What was done. `reworded` keeps the meaning, `added` has no clause behind it, `hardened` asks for more and `softened` for less."""
    because: Annotated[Text, ABOUT_A_SOURCE]
    """The reason, in one plain sentence."""


class Retired(Record):
    """A clause of a source that is left out on purpose."""

    source: list[SourceRef] = Field(min_length=1)
    """The clauses that are left out."""
    kind: Literal[
        "duplicate", "residue", "dead-link", "policy-ended", "unfair", "blank", "not-a-duty", "replaced", "cut-short", "local-to-source"
    ]
    """Why it is left out, in one word."""
    about: Annotated[Text, ABOUT_A_SOURCE]
    """What the clause said, briefly and in our own words."""
    because: Annotated[Text, ABOUT_A_SOURCE]
    """The reason, in one or two plain sentences."""


class Sourced(Record):
    """A sentence of ours that is based on clauses of a source."""

    id: Slug
    """The sentence's id, unique in its file. It never changes: networks refer to it."""
    text: Annotated[Text, Scope("advert"), IN_PRINT]
    """The sentence, in our own plain words."""
    source: list[SourceRef] = Field(min_length=1)
    """The clauses it is based on."""
    change: Change
    """What was done to those clauses, and why."""
    changes: list[Change] = Field(default_factory=list)
    """What else was done to them, each with its own reason."""


class Founded(Record):
    """A fact or a line that may be based on a source, as a statement is."""

    source: list[SourceRef] = Field(default_factory=list)
    """The clauses it is based on."""
    change: Change | None = None
    """What was done to those clauses, and why."""
    changes: list[Change] = Field(default_factory=list)
    """What else was done to them, each with its own reason."""


class Seen(Record):
    """When a contact was checked with the provider, or copied from elsewhere: one of the two, never both."""

    checked_on: Day | None = None
    """The day it was last checked with the provider: by calling, or on the provider's own page."""
    copied_on: Day | None = None
    """The day it was read anywhere else: in a list, a newspaper or on another body's page. A copy is not a check."""

    @property
    def seen_on(self) -> date:
        """The day of the check, or of the copy where there was none."""
        return self.checked_on or self.copied_on or date.min


class Checked(Record):
    """When a fact was last checked, and against what."""

    checked_on: Day
    """The day it was last checked."""
    source: list[SourceRef] = Field(min_length=1)
    """What it was checked against."""
