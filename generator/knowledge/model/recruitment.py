"""A recruitment system's form for a vacancy: its boxes, how much each takes, and what may be attached."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from generator.knowledge.model.scopes import OWN_NAME, Scope
from generator.knowledge.model.words import Checked, Identified, ShortText, Text

Ending = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]{2,5}$")]
"""How a file's name ends, without the full stop: `pdf`."""


class FormField(Checked):
    """One box of the form."""

    id: Literal["title", "overview", "main-duties", "about-us", "job-description", "person-specification"]
    """What goes into it."""
    on_form: Annotated[ShortText, OWN_NAME]
    """What the employer's form calls it."""
    on_page: Annotated[ShortText, OWN_NAME]
    """What the public advert calls it."""
    least: int = Field(default=0, ge=0)
    """The fewest characters it takes."""
    most: int | None = Field(default=None, ge=1)
    """The most characters it takes, where a limit is known."""
    note: Annotated[Text | None, Scope("advert")] = None
    """What is not certain about it."""


class Attachments(Checked):
    """The documents that may be attached to a vacancy."""

    most: int = Field(ge=1, le=99)
    """How many."""
    megabytes: int = Field(ge=1, le=999)
    """How large each may be, in MB."""
    endings: list[Ending] = Field(min_length=1)
    """How their names may end."""


class FormAdvice(Checked):
    """Something that whoever fills in the form should know."""

    text: Annotated[Text, Scope("advert")]
    """The advice, in a sentence or two."""


class RecruitmentForm(Identified):
    """The form that an employer fills in to advertise a post."""

    name: Annotated[ShortText, OWN_NAME]
    """The system's name: `NHS Jobs`."""
    fields: list[FormField] = Field(min_length=1)
    """Its boxes, in the form's order."""
    attachments: Attachments
    """What may be attached."""
    advice: list[FormAdvice] = Field(default_factory=list)
    """What to know when pasting."""
