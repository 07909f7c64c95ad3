"""The crisis contacts: the numbers of the strip on every page and every handout."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from generator.knowledge.model.forms import DIALLED, pattern_message
from generator.knowledge.model.reference import RefersTo
from generator.knowledge.model.scopes import NO_WORDS, OWN_NAME, Scope
from generator.knowledge.model.words import Identified, Seen, ShortText, Slug, SourceRef


class CrisisContact(Seen):
    """One way to get help at once."""

    id: Slug
    """The contact's id: `samaritans`."""
    name: Annotated[ShortText, OWN_NAME]
    """Who answers."""
    label: Annotated[ShortText, Scope("directory")]
    """What to say before the number: `Life at risk`."""
    label_on_phone: Annotated[ShortText | None, Scope("directory")] = None
    """A shorter label for a narrow screen; without one the label is for screen readers only."""
    kind: Literal["call", "text"]
    """Whether people call the number or text it."""
    number: Annotated[str, StringConstraints(pattern=DIALLED), pattern_message(DIALLED)]
    """The number as its owner prints it."""
    word: Annotated[ShortText | None, NO_WORDS] = None
    """The word to text, where there is one."""
    hours: Annotated[ShortText, Scope("directory")]
    """When it answers."""
    for_whom: Annotated[ShortText, Scope("directory")]
    """Who it is for."""
    covers: Annotated[ShortText, Scope("directory")]
    """The area it covers."""
    service: Annotated[Slug | None, RefersTo("service")] = None
    """The service of the directory that answers, an id of `data/services/`. Its number must be the same."""
    source: list[SourceRef] = Field(min_length=1)
    """Where the number was read."""


class CrisisContacts(Identified):
    """The crisis strip, in its fixed order. It is on every page and every handout."""

    contacts: list[CrisisContact] = Field(min_length=1, max_length=6)
    """The contacts, in order."""
