"""Words that services share: the areas they cover and the people they are for."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from generator.knowledge.model.forms import AREA_CODE, pattern_message
from generator.knowledge.model.scopes import OWN_NAME, SEARCH_WORDS, Scope
from generator.knowledge.model.words import Identified, Record, ShortText, Slug, Text

AreaCode = Annotated[str, StringConstraints(pattern=AREA_CODE), pattern_message(AREA_CODE)]
"""The code that the Office for National Statistics gives a district or county: `E07000098`."""


class Area(Record):
    """A place that a service covers, or that someone lives in."""

    id: Slug
    """The area's id, which is part of addresses. It never changes."""
    name: Annotated[ShortText, OWN_NAME]
    """Its name."""
    kind: Literal["town", "district", "part", "county", "nation", "kingdom"]
    """A town, a council district, a part of a county that is no district, a county, a nation, or the United Kingdom."""
    inside: Slug | None = None
    """The area around it, by id. Only the widest has none."""
    other_names: Annotated[list[ShortText], SEARCH_WORDS] = Field(default_factory=list)
    """Other names and spellings that people type."""
    code: AreaCode | None = None
    """Its official code, by which `fingerpost areas import` knows it in a directory of postcodes."""


class Areas(Identified):
    """Every area, each inside a wider one, so that a search can go outwards."""

    note: Annotated[Text | None, Scope("directory")] = None
    """What a reader should know about the list."""
    areas: list[Area] = Field(min_length=1)
    """The areas. The order does not matter: each names the one around it."""


class Audience(Record):
    """A group of people that services are for."""

    id: Slug
    """The group's id, which is part of addresses. It never changes."""
    label: Annotated[ShortText, Scope("directory")]
    """What people see."""
    words: Annotated[list[ShortText], SEARCH_WORDS] = Field(default_factory=list)
    """Words that people type for it."""


class Audiences(Identified):
    """Everyone that services are for."""

    audiences: list[Audience] = Field(min_length=1)
    """The groups, in the order in which they are offered."""
