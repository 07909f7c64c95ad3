"""The objects of HSDS-UK 3.0, as far as a directory like ours has anything to say in them.

The UK profile leaves out phones, languages' names and more that international HSDS 3.0 has. No schema forbids a further
property, so those stand here under their HSDS names, and what neither has stands under `fingerpost`.
Source: the schemas of openreferraluk.org, version 3.0, and of the international Human Services Data Specification 3.0.
"""

from __future__ import annotations

from typing import Literal
from uuid import UUID

from pydantic import Field

from generator.knowledge.directory.openreferral.parts import (
    Address,
    Age,
    Attribute,
    CostOption,
    HsdsPhone,
    HsdsRecord,
    HsdsText,
    Language,
    Mail,
    Organisation,
    Schedule,
    ServiceArea,
    ServiceAtLocation,
    Term,
)

VERSION = "HSDS-UK-3.0"
PROFILE = "https://openreferraluk.org"
OPENAPI = "https://openreferraluk.org/specifications/3.0/openapi.json"

Status = Literal["active", "inactive", "defunct", "temporarily closed"]
"""Whether a service can be used."""


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
