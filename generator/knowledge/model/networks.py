"""A primary care network: who it is, and the roles it recruits to."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from generator.knowledge.model.forms import NETWORK_CODE, PRACTICE_CODE, pattern_message
from generator.knowledge.model.logos import Logo
from generator.knowledge.model.overlays import Fill, Overlay
from generator.knowledge.model.scopes import IN_PRINT, OWN_NAME, TIME_IN_WORDS, Scope
from generator.knowledge.model.vacancies import Contact, Employer
from generator.knowledge.model.words import Day, Identified, Record, ShortText, SourceRef, Text, Whole

NetworkCode = Annotated[str, StringConstraints(pattern=NETWORK_CODE), pattern_message(NETWORK_CODE)]
"""A network's ODS code: U and five figures."""

PracticeCode = Annotated[str, StringConstraints(pattern=PRACTICE_CODE), pattern_message(PRACTICE_CODE)]
"""A practice's ODS code: a capital letter and five figures."""

UNKNOWN_PRACTICE = "A00000"
"""The placeholder code of a practice in a new file. Such a practice is never printed."""

NetworkStatus = Literal["current", "historic", "fictional"]
"""Whether something is current, historic or fictional."""


class Practice(Record):
    """A general practice of the network."""

    ods_code: PracticeCode
    """The practice's ODS code."""
    name: Annotated[ShortText, OWN_NAME, IN_PRINT]
    """The practice's name."""
    area: Annotated[ShortText | None, OWN_NAME, IN_PRINT] = None
    """The town or area it serves."""
    population: Whole = Field(ge=1, le=500_000)
    """Registered patients."""


class Network(Identified):
    """A primary care network."""

    name: Annotated[ShortText, OWN_NAME, IN_PRINT]
    """The network's name."""
    status: NetworkStatus
    """Historic and fictional networks say so on every page and pack."""
    ods_code: NetworkCode | None = None
    """The network's ODS code, where it is known."""
    profile: Annotated[list[Text], Scope("advert"), IN_PRINT] = Field(min_length=1)
    """Who the network is, a paragraph each."""
    practices: list[Practice] = Field(min_length=1)
    """Its practices."""
    populations_as_of: Annotated[ShortText, TIME_IN_WORDS, IN_PRINT]
    """When the populations were counted: `1 October 2026`, `2008`."""
    source: list[SourceRef] = Field(default_factory=list)
    """Where the facts were read; a network that writes of itself needs none."""
    employer: Employer | None = None
    """Who employs the post holders, unless a role says otherwise."""
    logo: Logo | None = None
    """The logo of the network or employer, on the cover of its packs."""
    contact: Contact | None = None
    """Who to talk to."""
    defaults: Fill = Field(default_factory=Fill)
    """Blanks filled in for every role, unless a role fills them otherwise."""
    adjustments: Annotated[Text | None, Scope("advert"), IN_PRINT] = None
    """How to ask for another format or an adjustment."""
    roles: list[Overlay] = Field(default_factory=list)
    """The roles it recruits to."""
    updated: Day
    """The day the profile was last reviewed."""

    @property
    def known_practices(self) -> list[Practice]:
        """Its practices, without placeholders that still have to be filled in."""
        return [practice for practice in self.practices if practice.ods_code != UNKNOWN_PRACTICE]

    @property
    def population(self) -> int:
        """Everyone registered with its practices."""
        return sum(practice.population for practice in self.known_practices)
