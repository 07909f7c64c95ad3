"""The kinds of record: one declaration for each. Reading, schemas and checks iterate over `KINDS`; nothing else lists kinds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from generator.knowledge.model import (
    Areas,
    Audiences,
    BankHolidays,
    Clause,
    CrisisContacts,
    DangerCards,
    DangerFamilies,
    DangerLookalikes,
    DangerNet,
    DangerWords,
    Framework,
    Identified,
    Needs,
    Network,
    PayYear,
    PersonSpecification,
    Postcodes,
    Promise,
    RecruitmentForm,
    Role,
    Service,
    ServiceModel,
    Settings,
    Source,
    Talk,
    Wording,
)
from generator.knowledge.model.navigation import Cohort, Navigator
from generator.knowledge.model.planning import Planning
from generator.knowledge.model.profiles import Ladder, RoleProfile
from generator.knowledge.model.ready_lists import ReadyList
from generator.knowledge.model.timelines import Timeline


@dataclass(frozen=True)
class Kind:
    """A kind of record. `name` is its schema's name, `called` what messages call it."""

    name: str
    folder: str
    model: type[Identified]
    called: str
    stem: str = ""
    """The one file of this kind, without `.yaml`, where several kinds share a folder."""
    only: str = ""
    """The usual name of its file, where there is one file of this kind and every site needs it."""
    address: str = ""
    """The address of its records: `roles/{id}/` where each has a page, `sources/` where all are on one."""
    review: Literal["review_by", "checked_on", ""] = ""
    """The field with the day by which it must be reviewed, or the day of the last review. A kind whose parts each have a day
    has a separate check."""
    shared_ids: tuple[tuple[str, ...], ...] = ()
    """Lists whose items share one set of ids, each by its path: `eras.events` is every event of every era. Parts of a list that have the
    same list inside count as one. The items of any other list must only differ from each other."""
    checked_apart: tuple[str, ...] = ()
    """Lists of ids, and ids of other records, that have a separate check: `roles.drop`."""
    holds_today: bool = False
    """Whether it says what is in force today, so that its sources must be in force too. Other kinds may be historic."""
    has_stand_ins: bool = False
    """Whether a new file contains placeholder addresses."""
    pictures: tuple[str, ...] = ()
    """Endings of picture files that its records may name, which stand in its folder beside them."""

    def owns(self, file: str) -> bool:
        """Whether a file of its folder is of this kind."""
        return not self.stem or file == f"{self.stem}.yaml"

    @property
    def noun(self) -> str:
        """What messages call it, without its article: `pay year`."""
        return self.called.removeprefix("a ").removeprefix("the ")


KINDS: tuple[Kind, ...] = (
    Kind("role", "roles", Role, "a role", address="roles/{id}/", review="review_by", shared_ids=(("sections",), ("sections.statements",))),
    Kind("person-specification", "person-specifications", PersonSpecification, "a person specification", address="roles/{id}/",
         shared_ids=(("categories.criteria",),)),
    Kind("clause", "clauses", Clause, "a clause", review="checked_on", holds_today=True),
    Kind("network", "networks", Network, "a network", address="networks/{id}/", has_stand_ins=True,
         pictures=(".png", ".jpg", ".jpeg"),
         checked_apart=("roles.add_sections", "roles.add", "roles.add_criteria", "roles.drop", "roles.move", "roles.rename", "roles.reword",
                        "roles.drop_clauses", "defaults.manages.role", "roles.fill.manages.role")),
    Kind("framework", "frameworks", Framework, "a framework", holds_today=True),
    Kind("pay", "pay", PayYear, "a pay year"),
    Kind("source", "sources", Source, "a source", address="sources/"),
    Kind("promise", "promises", Promise, "a promise", holds_today=True),
    Kind("crisis", "crisis", CrisisContacts, "the crisis contacts", only="crisis", holds_today=True),
    Kind("service", "services", Service, "a service", address="services/{id}/", has_stand_ins=True),
    Kind("areas", "vocabularies", Areas, "the list of areas", "areas", address="areas/"),
    Kind("postcodes", "vocabularies", Postcodes, "the table of postcodes", "postcodes"),
    Kind("bank-holidays", "vocabularies", BankHolidays, "the list of bank holidays", "bank-holidays", holds_today=True),
    Kind("audiences", "vocabularies", Audiences, "the list of audiences", "audiences"),
    Kind("needs", "vocabularies", Needs, "the list of needs", "needs", address="needs/"),
    Kind("talk", "vocabularies", Talk, "the list of small talk", "talk"),
    Kind("danger-cards", "danger", DangerCards, "the crisis cards", "cards"),
    Kind("danger-words", "danger", DangerWords, "the words of danger", "words"),
    Kind("danger-lookalikes", "danger", DangerLookalikes, "the look-alikes of words of danger", "lookalikes"),
    Kind("danger-net", "danger", DangerNet, "the net behind the families", "net"),
    Kind("danger-families", "danger", DangerFamilies, "families of danger"),
    Kind("wording", "wording", Wording, "a set of rules on words", address="wording/"),
    Kind("recruitment", "recruitment", RecruitmentForm, "a recruitment form"),
    Kind("service-model", "service-models", ServiceModel, "a service model", address="service-models/{id}/", review="checked_on",
         shared_ids=(("posts", "sessions", "payers", "disagreements"), ("delivers", "phases", "criteria"), ("costs", "totals"))),
    Kind("timeline", "timeline", Timeline, "a timeline", address="timeline/", review="review_by", shared_ids=(("eras", "eras.events"),)),
    Kind("cohort", "cohorts", Cohort, "a group of people", address="cohorts/", review="review_by"),
    Kind("ready-list", "ready-lists", ReadyList, "a ready-made list", address="lists/{id}/", review="review_by"),
    Kind("navigator", "navigator", Navigator, "a navigator", address="{id}/", review="review_by"),
    Kind("planning", "planning", Planning, "the plan of a team", address="{id}/", review="review_by", holds_today=True,
         shared_ids=(("posts", "comparisons"),)),
    Kind("profile", "profiles", RoleProfile, "a profile", address="roles/{id}/profile/", review="review_by"),
    Kind("ladder", "ladders", Ladder, "a career ladder", address="career/", review="review_by"),
    Kind("settings", "settings", Settings, "the settings", only="site", has_stand_ins=True),
)  # fmt: skip

SCHEMA_FOLDER = "schemas"
"""The folder of a data folder that holds the JSON Schemas."""
