"""The objects of HSDS-UK 3.0, as far as a directory like ours has anything to say in them.

The UK profile leaves out phones, languages' names and more that international HSDS 3.0 has. No schema forbids a further
property, so those stand here under their HSDS names, and what neither has stands under `fingerpost`.
Source: the schemas of openreferraluk.org, version 3.0, and of the international Human Services Data Specification 3.0.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from generator.knowledge.model.forms import EMAIL, WEB_ADDRESS

VERSION = "HSDS-UK-3.0"
PROFILE = "https://openreferraluk.org"
OPENAPI = "https://openreferraluk.org/specifications/3.0/openapi.json"

HsdsText = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
"""Text. The standard takes no empty one: what there is nothing to say of is left out."""

Address = Annotated[str, StringConstraints(pattern=WEB_ADDRESS)]
"""A page on the web."""

Mail = Annotated[str, StringConstraints(pattern=EMAIL)]
"""A mail address."""

Age = Annotated[int | float, Field(ge=0, le=150)]
"""Years. The standard has any number here."""

Status = Literal["active", "inactive", "defunct", "temporarily closed"]
"""Whether a service can be used."""


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


class StandardService(HsdsRecord):
    """A service in the words of the standard."""

    name: HsdsText
    """Its name."""
    status: Status
    """Whether it can be used."""
    alternate_name: HsdsText | None = None
    """Another name it goes by."""
    organization_id: UUID | None = None
    """Who runs it."""
    description: HsdsText | None = None
    """What it does."""
    url: Address | None = None
    """Its web page."""
    email: Mail | None = None
    """Its mail address."""
    alert: HsdsText | None = None
    """What to know first."""
    eligibility_description: HsdsText | None = None
    """Who it is for."""
    application_process: HsdsText | None = None
    """How to get it."""
    fees: HsdsText | None = None
    """What it costs, as the UK profile has it."""
    fees_description: HsdsText | None = None
    """What it costs, as the international standard has it."""
    minimum_age: Age | None = None
    """The youngest age, in years and figures."""
    maximum_age: Age | None = None
    """The oldest age, in years and figures."""
    assured_date: HsdsText | None = None
    """When somebody last stood by it."""
    assurer_email: Mail | None = None
    """Who to ask about it: never one person's own address."""
    last_modified: HsdsText | None = None
    """When anything in it last changed."""
    organization: Organisation | None = None
    """Who runs it."""
    phones: list[HsdsPhone] = Field(default_factory=list)
    """Numbers."""
    schedules: list[Schedule] = Field(default_factory=list)
    """Opening hours."""
    service_areas: list[ServiceArea] = Field(default_factory=list)
    """Where it works."""
    service_at_locations: list[ServiceAtLocation] = Field(default_factory=list)
    """Where to go."""
    languages: list[Language] = Field(default_factory=list)
    """Languages besides English."""
    cost_options: list[CostOption] = Field(default_factory=list)
    """What it costs."""
    attributes: list[Attribute] = Field(default_factory=list)
    """The terms that hold for it."""


class Taxonomy(HsdsRecord):
    """A vocabulary."""

    name: HsdsText
    """Its name."""
    description: HsdsText
    """What it is for."""
    uri: HsdsText | None = None
    """Where it is published."""
    version: HsdsText | None = None
    """Which edition."""
    taxonomy_terms: list[Term] = Field(default_factory=list)
    """Its terms."""


def without_empty(part: BaseModel) -> dict[str, Any]:
    """An object as JSON, without anything empty: a feed with nulls fails validation."""
    found = filled(part.model_dump(mode="json", exclude_none=True))
    assert isinstance(found, dict)  # noqa: S101 - a model is always an object
    return found


def filled(value: Any) -> Any:
    """The same value without nulls and empty texts, lists and objects, however deep they stand. What is not of the standard comes last."""
    if isinstance(value, dict):
        kept = {}
        for key, inner in value.items():
            if isinstance(inner, dict | list):
                inner = filled(inner)  # noqa: PLW2901
            if inner or isinstance(inner, int | float):
                kept[key] = inner
        if "fingerpost" in kept:
            kept["fingerpost"] = kept.pop("fingerpost")
        return kept
    if isinstance(value, list):
        return [inner for inner in map(filled, value) if inner or isinstance(inner, int | float)]
    return value
