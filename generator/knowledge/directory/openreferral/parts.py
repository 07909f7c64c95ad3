"""The objects of HSDS-UK 3.0 that a service is made of. Sources: as in `standard.py`."""

from __future__ import annotations

from typing import Annotated, Any, Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from generator.knowledge.model.forms import EMAIL, WEB_ADDRESS

HsdsText = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
"""Text. The standard takes no empty one: what there is nothing to say of is left out."""

Address = Annotated[str, StringConstraints(pattern=WEB_ADDRESS)]
"""A page on the web."""

Mail = Annotated[str, StringConstraints(pattern=EMAIL)]
"""A mail address."""

Age = Annotated[int | float, Field(ge=0, le=150)]
"""Years. The standard has any number here."""


class HsdsRecord(BaseModel):
    """Anything with an id. What else a feed has is left aside."""

    model_config = ConfigDict(extra="ignore", frozen=True, defer_build=True)

    id: UUID
    """Its own id: a UUID, the same in every reading of the feed."""
    fingerpost: dict[str, Any] | None = None
    """What the standard has no place for."""


class Term(HsdsRecord):
    """A word of a vocabulary."""

    name: HsdsText
    """What people see."""
    description: HsdsText | None = None
    """What it means. The standard wants one, and feeds leave it out."""
    code: HsdsText | None = None
    """Its id in the vocabulary."""
    taxonomy: HsdsText | None = None
    """The vocabulary's name."""
    taxonomy_id: UUID | None = None
    """The vocabulary."""
    parent_id: UUID | None = None
    """The wider term."""
    term_uri: HsdsText | None = None
    """Where it is published."""


class Attribute(HsdsRecord):
    """That a term holds for a service."""

    link_type: HsdsText | None = None
    """How it holds: it is a need, an audience."""
    taxonomy_term: Term | None = None
    """The term."""


class HsdsPhone(HsdsRecord):
    """A number. The UK profile leaves it out, the international standard has it."""

    number: HsdsText
    """The number."""
    type: HsdsText | None = None
    """`voice` or `text`."""
    description: HsdsText | None = None
    """Which line it is."""


class Schedule(HsdsRecord):
    """Times that come back every week, or by another rule."""

    freq: Literal["WEEKLY", "MONTHLY"] | None = None
    """How often they come back."""
    interval: int | float | None = None
    """Every how many weeks or months."""
    dtstart: HsdsText | None = None
    """The day from which weeks are counted."""
    until: HsdsText | None = None
    """The last day."""
    valid_from: HsdsText | None = None
    """The first day, as forms of the standard have it."""
    valid_to: HsdsText | None = None
    """The last day, as forms of the standard have it."""
    byday: HsdsText | None = None
    """The days: `MO,TU`, or with their places in a month, `1MO`."""
    opens_at: HsdsText | None = None
    """`09:00:00`."""
    closes_at: HsdsText | None = None
    """`17:00:00`."""
    attending_type: HsdsText | None = None
    """How help is given at these times."""
    description: HsdsText | None = None
    """What is open."""
    notes: HsdsText | None = None
    """What the times cannot say."""


class ServiceArea(HsdsRecord):
    """Where a service works."""

    name: HsdsText | None = None
    """The area's name."""
    service_area: HsdsText | None = None
    """The same: the UK profile asks for it here."""


class Accessibility(HsdsRecord):
    """What makes a place easier to use."""

    description: HsdsText | None = None
    """What there is."""


class PostalAddress(HsdsRecord):
    """An address in the parts of a letter."""

    address_1: HsdsText | None = None
    """House and street."""
    city: HsdsText | None = None
    """Town."""
    postal_code: HsdsText | None = None
    """Postcode."""


class HsdsLocation(HsdsRecord):
    """A place that people go to."""

    location_type: Literal["physical", "postal", "virtual"] = "physical"
    """What kind of place."""
    name: HsdsText | None = None
    """The building."""
    description: HsdsText | None = None
    """Where it is, on one line, and what to know before going."""
    addresses: list[PostalAddress] = Field(default_factory=list)
    """Its address in parts."""
    accessibility: list[Accessibility] = Field(default_factory=list)
    """What makes it easier to use."""


class ServiceAtLocation(HsdsRecord):
    """That a service is given at a place."""

    service_id: UUID | None = None
    """The service."""
    location_id: UUID | None = None
    """The place."""
    location: HsdsLocation | None = None
    """The place itself."""


class Language(HsdsRecord):
    """A language besides English."""

    name: HsdsText | None = None
    """The language, and how it is offered. The UK profile leaves it out, the international standard has it."""


class CostOption(HsdsRecord):
    """What someone pays."""

    option: HsdsText | None = None
    """Who pays this."""
    amount: int | float | None = None
    """How much, in pounds."""
    amount_description: HsdsText | None = None
    """The same in words."""


class Organisation(HsdsRecord):
    """Who runs a service."""

    name: HsdsText
    """Its name."""
    description: HsdsText | None = None
    """What it does."""
    website: HsdsText | None = None
    """Its web page."""
