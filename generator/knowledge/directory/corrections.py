"""Corrections that readers of a service's page send: the fields that they can correct, and the file that they make.

The form in the browser is made from the same models: see `documents/browser/correction_data.py`.
"""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Field

from generator.knowledge.directory.visibility import confirmed, shown_hours, shown_locations, shown_phones
from generator.knowledge.model import Service
from generator.knowledge.model.contact_points import Hours, MailAddress, PhoneNumber
from generator.knowledge.model.scopes import NO_WORDS, OWN_NAME, Scope
from generator.knowledge.model.words import Day, Record, ShortText, Slug, Text, WebAddress

WAYS_TO_KNOW = ("The service told me", "I read it on the service’s own website", "I work for the service", "In another way")
"""How people know that something is wrong, to choose from."""


class ShownPhone(Record):
    """A number as a page shows it."""

    number: PhoneNumber
    """The number as its owner prints it."""
    label: Annotated[ShortText | None, Scope("directory")] = None
    """Which line it is."""


class ShownPlace(Record):
    """A place as a page shows it."""

    name: Annotated[ShortText | None, OWN_NAME] = None
    """The building."""
    address: Annotated[Text, OWN_NAME]
    """The address on one line."""


class ShownFields(Record):
    """The fields of a service that readers can correct. Only those that somebody corrected are in a file."""

    name: Annotated[ShortText | None, Scope("directory")] = None
    """The name it is known by."""
    phones: list[ShownPhone] | None = None
    """Numbers to call."""
    hours: list[Hours] | None = None
    """When it is open."""
    places: list[ShownPlace] | None = None
    """Places to go to."""
    url: WebAddress | None = None
    """Its web page."""
    email: MailAddress | None = None
    """A mail address."""
    eligibility: Annotated[list[Text] | None, Scope("directory")] = None
    """Who it helps, a line each."""


class Correction(Record):
    """What a reader says is wrong with a service, checked by no one."""

    correction_of: Slug
    """The service, by its id."""
    page: WebAddress | None = None
    """The page that was corrected."""
    made_on: Day
    """The day the correction was made."""
    how_known: Annotated[ShortText, NO_WORDS]
    """How the reader knows."""
    sent_by: Annotated[ShortText | None, OWN_NAME] = None
    """Who says so."""
    note: Annotated[Text | None, Scope("directory")] = None
    """What no field can say."""
    was: ShownFields = Field(default_factory=ShownFields)
    """What the page showed in these fields."""
    now: ShownFields = Field(default_factory=ShownFields)
    """What it should show."""


def shown_fields(service: Service) -> dict[str, Any]:
    """What a page shows of the fields that can be corrected, as JSON values. There are no places where the address is hidden."""
    phones = [_kept({"number": phone.number, "label": phone.label}) for phone in shown_phones(service)]
    places = [_kept({"name": place.name, "address": place.address}) for place in shown_locations(service)]
    return {
        "name": service.name,
        "phones": phones,
        "hours": [as_shown(row) for row in shown_hours(service)],
        **({} if service.safety.hide_address else {"places": places}),
        "url": service.url,
        "email": service.email if confirmed(service) else None,
        "eligibility": list(service.eligibility),
    }


def as_shown(value: Any) -> Any:
    """A value of a correction as JSON, without what it leaves at its default, so that equal ones compare equal."""
    if isinstance(value, list):
        return [as_shown(inner) for inner in value]
    return value.model_dump(mode="json", exclude_defaults=True) if isinstance(value, Record) else value


def _kept(values: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value is not None}
