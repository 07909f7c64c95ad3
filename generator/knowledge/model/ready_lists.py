"""Ready-made lists: the services that a team gives to people in one situation."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from generator.knowledge.model.reference import RefersTo
from generator.knowledge.model.scopes import Scope
from generator.knowledge.model.words import Day, Identified, ShortText, Slug, SourceRef, Text


class ReadyList(Identified):
    """Services for one situation, in the order in which people should see them."""

    title: Annotated[ShortText, Scope("directory")]
    """The situation in a few words: `Someone has died`."""
    order: int = Field(ge=1, le=99)
    """Its position among the lists."""
    about: Annotated[Text, Scope("directory")]
    """Whom the list is for, and when not to use it."""
    services: Annotated[list[Slug], RefersTo("service")] = Field(min_length=1, max_length=6)
    """The services, ids in `data/services/`, the first to call first."""
    source: list[SourceRef] = Field(default_factory=list)
    """Where what `about` says of health was read."""
    chosen_by: Annotated[Text, Scope("directory")]
    """Who chose them and who has read the list, so that a team knows whether to rely on it."""
    updated: Day
    """The day it was last reviewed."""
    review_by: Day
    """The day by which it must be reviewed."""
