"""The kinds of record: which folder holds them, and which model they follow."""

from __future__ import annotations

from dataclasses import dataclass

from generator.knowledge.model import (
    Areas,
    Audiences,
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

    def owns(self, file: str) -> bool:
        """Whether a file of its folder is of this kind."""
        return not self.stem or file == f"{self.stem}.yaml"


KINDS: tuple[Kind, ...] = (
    Kind("role", "roles", Role, "a role"),
    Kind("person-specification", "person-specifications", PersonSpecification, "a person specification"),
    Kind("clause", "clauses", Clause, "a clause"),
    Kind("network", "networks", Network, "a network"),
    Kind("framework", "frameworks", Framework, "a framework"),
    Kind("pay", "pay", PayYear, "a pay year"),
    Kind("source", "sources", Source, "a source"),
    Kind("promise", "promises", Promise, "a promise"),
    Kind("crisis", "crisis", CrisisContacts, "the crisis contacts"),
    Kind("service", "services", Service, "a service"),
    Kind("areas", "vocabularies", Areas, "the list of areas", "areas"),
    Kind("audiences", "vocabularies", Audiences, "the list of audiences", "audiences"),
    Kind("needs", "vocabularies", Needs, "the list of needs", "needs"),
    Kind("talk", "vocabularies", Talk, "the list of small talk", "talk"),
    Kind("danger-cards", "danger", DangerCards, "the crisis cards", "cards"),
    Kind("danger-words", "danger", DangerWords, "the words of danger", "words"),
    Kind("danger-lookalikes", "danger", DangerLookalikes, "the look-alikes of words of danger", "lookalikes"),
    Kind("danger-net", "danger", DangerNet, "the net behind the families", "net"),
    Kind("danger-families", "danger", DangerFamilies, "families of danger"),
    Kind("wording", "wording", Wording, "a set of rules on words"),
    Kind("recruitment", "recruitment", RecruitmentForm, "a recruitment form"),
    Kind("service-model", "service-models", ServiceModel, "a service model"),
    Kind("timeline", "timeline", Timeline, "a timeline"),
    Kind("cohort", "cohorts", Cohort, "a group of people"),
    Kind("navigator", "navigator", Navigator, "a navigator"),
    Kind("planning", "planning", Planning, "the plan of a team"),
    Kind("profile", "profiles", RoleProfile, "a profile"),
    Kind("ladder", "ladders", Ladder, "a career ladder"),
    Kind("settings", "settings", Settings, "the settings"),
)

SCHEMA_FOLDER = "schemas"
"""The folder of a data folder that holds the JSON Schemas."""
