"""The words every kind of record shares: ids, bands, dated facts and where a sentence came from."""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, Strict, StringConstraints
from pydantic_core import PydanticCustomError

from generator.knowledge.model.forms import SLUG, SOURCE_REF, WEB_ADDRESS, told
from generator.knowledge.model.scopes import ABOUT_A_SOURCE, ABOUT_WORDS, IN_PRINT, Scope
from generator.problems import HIDDEN

Slug = Annotated[str, StringConstraints(pattern=SLUG, max_length=80), told(SLUG)]
"""A stable name: small letters, figures and single hyphens. Part of addresses, so it never changes."""


def _one_line(value: str) -> str:
    """Text is one paragraph. Control characters and direction overrides can hide what a reader sees."""
    found = None if value.isascii() and value.isprintable() else HIDDEN.search(value)
    if found:
        raise PydanticCustomError("hidden_character", "hidden character {code}", {"code": f"U+{ord(found[0]):04X}"})
    if "\n" in value or "\r" in value:
        raise PydanticCustomError("line_break", "line break")
    return value


IS_TEXT = AfterValidator(_one_line)
"""Marks what people write in words, so that it can be told from ids, numbers and choices."""

Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=4000), IS_TEXT]
"""Plain text on one line, as it will be printed. No markup: it is escaped wherever it goes."""

ShortText = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=160), IS_TEXT]
"""A name or a heading."""

WebAddress = Annotated[str, StringConstraints(pattern=WEB_ADDRESS, max_length=500), told(WEB_ADDRESS)]
"""A page on the web. Only http and https are links."""

SourceRef = Annotated[str, StringConstraints(pattern=SOURCE_REF, max_length=161), told(SOURCE_REF)]
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


class Record(BaseModel):
    """Anything written in YAML. Unknown keys are refused, and a record never changes once read.

    Strict, as the JSON Schemas are: "7" is no number and yes is not true. A day is of the type `Day`.
    """

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True, use_attribute_docstrings=True)


class AcceptedWording(Record):
    """Words of this file that stay, although a rule on words speaks against them."""

    rule: Slug
    """The rule's code, as the message gives it."""
    quote: Annotated[ShortText | None, ABOUT_WORDS] = None
    """The words as they stand in the text, or the beginning of a long sentence. Left out for a limit on the whole text."""
    because: Annotated[Text, ABOUT_WORDS]
    """Why they stay."""
    accepted_on: Day
    """The day somebody decided so."""


class Identified(Record):
    """A record with a file of its own."""

    id: Slug
    """The record's own name. It is the file's name without `.yaml`, and stays the same for ever."""
    accept_wording: list[AcceptedWording] = Field(default_factory=list)
    """Words of this file that stay, although a rule speaks against them, each with the reason."""


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
    """A sentence of ours that stands on the clauses of a source."""

    id: Slug
    """The sentence's own name, unique in its file and stable for ever: networks refer to it."""
    text: Annotated[Text, Scope("advert"), IN_PRINT]
    """The sentence, in our own plain words."""
    source: list[SourceRef] = Field(min_length=1)
    """The clauses it stands on."""
    change: Change
    """What was done to those clauses, and why."""
    changes: list[Change] = Field(default_factory=list)
    """What else was done to them, each with its own reason."""


class Founded(Record):
    """A fact or a line that may stand on a source, as a statement does."""

    source: list[SourceRef] = Field(default_factory=list)
    """The clauses it stands on."""
    change: Change | None = None
    """What was done to those clauses, and why."""
    changes: list[Change] = Field(default_factory=list)
    """What else was done to them, each with its own reason."""


class Seen(Record):
    """The day of a contact. Somebody checked it with the provider, or it is only a copy: one of the two, never both."""

    checked_on: Day | None = None
    """The day somebody last checked it with the provider: by calling, or on the provider's own page."""
    copied_on: Day | None = None
    """The day somebody read it anywhere else: in a list, a newspaper or on another body's page. A copy is not a check."""

    @property
    def seen_on(self) -> date:
        """The day of the check, or of the copy where there was none."""
        return self.checked_on or self.copied_on or date.min


class Checked(Record):
    """When a fact was last checked, and against what."""

    checked_on: Day
    """The day somebody looked."""
    source: list[SourceRef] = Field(min_length=1)
    """What they looked at."""
