"""The employer, the contact person and the advertised posts."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from generator.knowledge.model.forms import EMAIL, PHONE, pattern_message
from generator.knowledge.model.scopes import IN_PRINT, NO_WORDS, OWN_NAME, TIME_IN_WORDS, Scope
from generator.knowledge.model.words import Day, Record, ShortText, Text, WebAddress, Whole, YesNo

Phone = Annotated[str, StringConstraints(pattern=PHONE), pattern_message(PHONE)]
"""A phone number, grouped as its owner prints it."""

Email = Annotated[str, StringConstraints(pattern=EMAIL, max_length=200), pattern_message(EMAIL)]
"""An email address."""


SHORTLISTING_PROMISE = "shortlisting"
"""The promise, by its id, that an employer makes who sets `shortlisting_promise`."""


class Contact(Record):
    """A person or team to talk to."""

    name: Annotated[ShortText, OWN_NAME, IN_PRINT]
    """Who answers."""
    job: Annotated[ShortText | None, OWN_NAME, IN_PRINT] = None
    """Their job."""
    phone: Phone | None = None
    """Their number, with spaces where it is read aloud: `01632 960 014`."""
    email: Email | None = None
    """Their email address."""


class Employer(Record):
    """Who employs the post holders."""

    name: Annotated[ShortText, OWN_NAME, IN_PRINT]
    """The employer's name."""
    kind: Literal["network", "practice", "federation", "trust", "other"]
    """What kind of body it is. A trust and a network share the cost of a post under a local agreement."""
    agreement: Annotated[Text | None, Scope("advert"), IN_PRINT] = None
    """For a trust: the local service agreement under which the post works in the network."""
    disability_confident: YesNo = False
    """Whether the employer is in the Disability Confident scheme; only then may a pack promise an interview."""
    shortlisting_promise: YesNo = False
    """Whether the employer makes the promise of `data/promises/shortlisting.yaml` to applicants; without this, no pack makes it."""
    sponsors: YesNo = False
    """Whether the employer holds a licence to sponsor Skilled Worker visas."""
    website: WebAddress | None = None
    """The employer's own site."""


class Partner(Record):
    """A body beside the employer that has a part in a post."""

    name: Annotated[ShortText, OWN_NAME, IN_PRINT]
    """Its name."""
    does: Literal["employs", "funds", "hosts"]
    """Its part: it employs the post holder too, pays for the post, or is where the post works."""


class Vacancy(Record):
    """A post that is advertised."""

    reference: Annotated[ShortText, NO_WORDS, IN_PRINT]
    """The reference on NHS Jobs."""
    opens: Day
    """The first day of the advert."""
    closes: Day
    """The last day for applications. The pack stops advertising the post on the day after."""
    closes_at: Annotated[ShortText, TIME_IN_WORDS, IN_PRINT] = "11:59pm"
    """The time on that day."""
    interviews: Day | None = None
    """The day of interviews."""
    result_by: Day | None = None
    """The day by which everyone hears."""
    visits: Annotated[ShortText | None, Scope("advert"), IN_PRINT] = None
    """When and where people can visit first."""
    starts: Annotated[ShortText | None, Scope("advert"), IN_PRINT] = None
    """When the work starts, in words."""
    posts: Whole = Field(default=1, ge=1, le=99)
    """How many people are wanted."""
    full_time: YesNo = True
    """Whether full-time work is offered."""
    part_time: YesNo = True
    """Whether part-time work is offered."""
    apply_at: Annotated[WebAddress | None, IN_PRINT] = None
    """Where to apply. Without it, the pack says to search NHS Jobs for the reference."""
    contact: Contact | None = None
    """Who to talk to first; without one, the network's own contact."""
