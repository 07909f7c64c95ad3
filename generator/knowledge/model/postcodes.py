"""Which areas the first half of a postcode lies in: a small table, so that a postcode can choose the area of a search."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StringConstraints

from generator.knowledge.model.forms import POSTCODE_DISTRICT, pattern_message
from generator.knowledge.model.scopes import OWN_NAME, Scope
from generator.knowledge.model.words import Confidence, Day, Identified, Record, ShortText, Slug, SourceRef, Text

DistrictCode = Annotated[str, StringConstraints(pattern=POSTCODE_DISTRICT), pattern_message(POSTCODE_DISTRICT)]
"""The first half of a postcode, in capitals: `WD6`."""


class PostcodeDistrict(Record):
    """One postcode district. It may straddle several areas."""

    code: DistrictCode
    """The first half of its postcodes: `EN6`."""
    areas: list[Slug] = Field(min_length=1)
    """The areas it lies in, by id, the one with most of it first if that is known."""
    elsewhere: Annotated[list[ShortText], OWN_NAME] = Field(default_factory=list)
    """Other councils that parts of it may be in, by name: those that only one source gives, or that are not in our list of areas."""
    confidence: Confidence
    """How sure we are. `low` is shown as not confirmed."""
    source: list[SourceRef] = Field(min_length=1)
    """Where it was read."""
    read_on: Day
    """The day it was read there."""


class Postcodes(Identified):
    """The postcode districts of our areas."""

    note: Annotated[Text | None, Scope("directory")] = None
    """What a reader should know about the table."""
    districts: list[PostcodeDistrict] = Field(min_length=1)
    """The districts. The order does not matter."""
