"""What people need help with, and the words they use for it."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from generator.knowledge.model.scopes import SEARCH_WORDS, Scope
from generator.knowledge.model.words import Identified, Record, ShortText, Slug, SourceRef, Text, WebAddress, YesNo

DangerKind = Literal["crisis", "suicide", "overdose", "self-harm", "violence", "abuse", "child-at-risk", "medical"]
"""What may be going on. The crisis card says what to do for each."""

ABUSE: frozenset[DangerKind] = frozenset({"abuse", "violence"})
"""The dangers that come from another person."""

DangerLevel = Literal["emergency", "urgent"]
"""Whether someone may be being hurt now, so that 999 comes first, or help is needed today."""


class NeedDanger(Record):
    """Why the words of a need show the crisis card."""

    level: DangerLevel
    """How soon help is needed."""
    kind: DangerKind
    """What may be going on."""


class StaffAdvice(Record):
    """What staff may say and do where a need is narrower: shown above the results."""

    heading: Annotated[ShortText, Scope("directory")]
    """The heading above it."""
    lines: Annotated[list[Text], Scope("directory")] = Field(min_length=1)
    """One thing to say or do in each."""
    source: list[SourceRef] = Field(min_length=1)
    """Where it was read."""
    unconfirmed: Annotated[Text | None, Scope("directory")] = None
    """What nobody has confirmed about it, and whom to ask."""


class Aspect(Record):
    """A narrower meaning inside a need, with the words that services themselves use for it."""

    label: Annotated[ShortText, Scope("directory")]
    """What people see: `Hoarding`."""
    words: Annotated[list[ShortText], SEARCH_WORDS] = Field(min_length=1)
    """What people type for it. They point to the need as well, so they needn’t be repeated there."""
    seek: Annotated[list[ShortText], SEARCH_WORDS] = Field(min_length=1)
    """Words of services’ names and summaries. Services of the need that have them come first."""
    also: list[Slug] = Field(default_factory=list)
    """Other needs that it points to, by id."""
    say: StaffAdvice | None = None
    """What staff may say and do. It stays on the page; the search does not look in it."""


class Need(Record):
    """Something people need help with, and the words for it. Words are found in any form, so one form of each is enough."""

    id: Slug
    """The need’s id, which is part of addresses. It never changes."""
    label: Annotated[ShortText, Scope("directory")]
    """What people see."""
    group: Annotated[ShortText, Scope("directory")]
    """The heading it is listed under."""
    steps: list[Literal["1", "2", "3", "4"]] = Field(default_factory=list)
    """Steps of stepped care that usually meet it."""
    person: YesNo = False
    """Whether its words mostly describe who someone is, such as “man”. Beside another need they count for less."""
    audiences: list[Slug] = Field(default_factory=list)
    """The groups that it mentions, ids of `data/vocabularies/audiences.yaml`. A service for these groups alone comes later for others."""
    danger: NeedDanger | None = None
    """Whether its words show the crisis card, and why."""
    words: Annotated[list[ShortText], SEARCH_WORDS] = Field(min_length=1)
    """Everyday words, slang among them."""
    said: Annotated[list[ShortText], SEARCH_WORDS] = Field(default_factory=list)
    """Situations, as people describe them: `not been out of the house`."""
    staff_words: Annotated[list[ShortText], SEARCH_WORDS] = Field(default_factory=list)
    """Words and abbreviations of clinicians and the front desk."""
    medicines: Annotated[list[ShortText], SEARCH_WORDS] = Field(default_factory=list)
    """Medicines that people with this need may name. Search words only: they say nothing about what anyone should take."""
    diagnoses: Annotated[list[ShortText], SEARCH_WORDS] = Field(default_factory=list)
    """Diagnoses that people with this need may name. Search words only."""
    typos: Annotated[list[ShortText], SEARCH_WORDS] = Field(default_factory=list)
    """Spellings too far from the right one to be found by themselves, and common ones."""
    aspects: list[Aspect] = Field(default_factory=list)
    """Narrower meanings."""
    near: list[Slug] = Field(default_factory=list)
    """Needs to offer where no service is listed for this one, the nearest first, by id."""
    same_as: list[WebAddress] = Field(default_factory=list)
    """The same term in other vocabularies, by its address there."""


class Needs(Identified):
    """Every need, in the order in which lists show them."""

    needs: list[Need] = Field(min_length=1)
    """The needs."""
