"""A data folder to everything in it, by kind and id, with the place of every value."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeVar, cast

from generator.knowledge.library.folder import ANY
from generator.knowledge.model import (
    Area,
    Areas,
    Audience,
    Audiences,
    Clause,
    CrisisContacts,
    DangerCards,
    Framework,
    Identified,
    Need,
    Needs,
    Network,
    PayYear,
    PersonSpecification,
    PostcodeDistrict,
    Postcodes,
    Promise,
    RecruitmentForm,
    Role,
    Service,
    Settings,
    Source,
)
from generator.knowledge.model.needs import ABUSE
from generator.knowledge.model.settings import ReviewMonths
from generator.knowledge.reading.document import Document
from generator.problems import Place

_Kept = TypeVar("_Kept", bound=Identified)

@dataclass(frozen=True)
class Library:
    """Everything in a data folder. Only a folder without errors makes a library that pages and packs can trust."""

    records: Mapping[type[Identified], Mapping[str, Identified]]
    documents: Mapping[tuple[type[Identified], str], Document] = field(repr=False)
    broken: frozenset[tuple[type[Identified], str]]
    """Records that could not be read. Rules don’t call them missing: their own problem is told already."""

    def all(self, model: type[_Kept]) -> Mapping[str, _Kept]:
        """Every record of a kind by id, in the order of ids."""
        return cast(Mapping[str, _Kept], self.records.get(model, {}))

    def exists(self, model: type[Identified], name: str) -> bool:
        """Whether there is a file for this id, even one that could not be read."""
        return name in self.records.get(model, {}) or (model, name) in self.broken or (model, ANY) in self.broken

    @property
    def roles(self) -> Mapping[str, Role]:
        """The base roles."""
        return self.all(Role)

    @property
    def specifications(self) -> Mapping[str, PersonSpecification]:
        """The person specifications, by the id of their role."""
        return self.all(PersonSpecification)

    @property
    def clauses(self) -> Mapping[str, Clause]:
        """Standard responsibilities."""
        return self.all(Clause)

    @property
    def promises(self) -> Mapping[str, Promise]:
        """What applicants are promised."""
        return self.all(Promise)

    @property
    def networks(self) -> Mapping[str, Network]:
        """The networks that tailor roles."""
        return self.all(Network)

    @property
    def sources(self) -> Mapping[str, Source]:
        """The documents that the rest stands on."""
        return self.all(Source)

    @property
    def frameworks(self) -> Mapping[str, Framework]:
        """Editions of contract requirements."""
        return self.all(Framework)

    @property
    def pay(self) -> Mapping[str, PayYear]:
        """Pay by year."""
        return self.all(PayYear)

    @property
    def services(self) -> Mapping[str, Service]:
        """Every service, also those that no list shows."""
        return self.all(Service)

    @cached_property
    def areas(self) -> Mapping[str, Area]:
        """Places, by their own ids."""
        return {area.id: area for vocabulary in self.all(Areas).values() for area in vocabulary.areas}

    @cached_property
    def postcodes(self) -> Mapping[str, PostcodeDistrict]:
        """Postcode districts, by their codes."""
        return {district.code: district for table in self.all(Postcodes).values() for district in table.districts}

    @cached_property
    def audiences(self) -> Mapping[str, Audience]:
        """Groups that services are for, by their own ids, in the order in which they are offered."""
        return {audience.id: audience for vocabulary in self.all(Audiences).values() for audience in vocabulary.audiences}

    @cached_property
    def needs(self) -> Mapping[str, Need]:
        """What people come with, by their own ids, in the order of lists."""
        return {need.id: need for vocabulary in self.all(Needs).values() for need in vocabulary.needs}

    @property
    def recruitment(self) -> Mapping[str, RecruitmentForm]:
        """The forms of recruitment systems."""
        return self.all(RecruitmentForm)

    @property
    def crisis(self) -> CrisisContacts:
        """The crisis strip. A library without errors has exactly one."""
        return next(iter(self.all(CrisisContacts).values()))

    @property
    def settings(self) -> Settings:
        """The site's settings. A library without errors has exactly one."""
        return next(iter(self.all(Settings).values()))

    @property
    def review_months(self) -> ReviewMonths:
        """How long services may go without review. A folder without settings has the default months."""
        return next((settings.review_months for settings in self.all(Settings).values()), ReviewMonths())

    @cached_property
    def helplines(self) -> frozenset[str]:
        """The services that crisis contacts and the crisis cards name, by id."""
        contacts = {contact.service for crisis in self.all(CrisisContacts).values() for contact in crisis.contacts if contact.service}
        cards = [card for dangers in self.all(DangerCards).values() for card in dangers.cards]
        return frozenset(contacts | {name for card in cards for name in (*card.numbers, *card.talk)})

    @cached_property
    def dangerous_needs(self) -> frozenset[str]:
        """The needs that carry danger, by id."""
        return frozenset(need.id for need in self.needs.values() if need.danger)

    @cached_property
    def abuse_needs(self) -> frozenset[str]:
        """The needs whose danger comes from another person, by id."""
        return frozenset(need.id for need in self.needs.values() if need.danger and need.danger.kind in ABUSE)

    def place(self, record: Identified, *steps: str | int) -> Place:
        """Where a value of a record stands."""
        return self.documents[type(record), record.id].place(*steps)

    def file(self, record: Identified) -> str:
        """The file a record came from, from the data folder's parent on."""
        return self.documents[type(record), record.id].file
