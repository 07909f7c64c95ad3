"""Access the parts of a record in any version of the standard, whatever their types."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from generator.knowledge.directory.importing.words import NOTHING, clean

RawRecord = Mapping[str, Any]

MOST_ENTRIES = 50
"""Maximum entries of a list in one record. A feed with more has put something else there."""


_FLAT = ("address", "addresses", "physical_addresses", "postcode", "post_code", "postal_code")
"""Parts of an address that stand in the record itself, in feeds that name no places."""


def parts(entry: object, *names: str) -> list[RawRecord]:
    """The objects under any of these names, from a list or a single one."""
    found: list[RawRecord] = []
    for name in names:
        value = entry.get(name) if isinstance(entry, Mapping) else None
        found += [one for one in (value if isinstance(value, list) else [value]) if isinstance(one, Mapping)]
    return found


def said(entry: object, *names: str) -> str:
    """The first text under any of these names, on one line and without markup. A number is text too."""
    if isinstance(entry, Mapping):
        for name in names:
            value = entry.get(name)
            text = clean(str(value)) if isinstance(value, str | int | float) and not isinstance(value, bool) else ""
            if text and not _says_nothing(name, text):
                return text
    return ""


def _says_nothing(name: str, text: str) -> bool:
    """Whether a text only says that there is none. Of fees, ‘None’ says something."""
    return text.lower() in NOTHING or (text.lower() == "none" and not name.startswith("fees"))


def lines_said(entry: object, *names: str) -> list[str]:
    """The lines of the first text under any of these names."""
    if isinstance(entry, Mapping):
        for name in names:
            value = entry.get(name)
            if isinstance(value, str) and value.strip():
                return [text for line in value.split("\n") if (text := clean(line)) and not _says_nothing(name, text)]
    return []


def places_of(entry: RawRecord) -> Iterator[tuple[RawRecord, RawRecord]]:
    """Each place where a service is given, and the place itself."""
    for at in parts(entry, "service_at_locations", "service_at_location"):
        for place in parts(at, "location") or [{}]:
            yield at, place
    for place in parts(entry, "locations", "location"):
        yield {}, place
    if isinstance(entry.get("address"), str | Mapping) or parts(entry, "addresses", "physical_addresses"):
        yield {}, {"name": "", **{key: entry[key] for key in _FLAT if key in entry}}


def holders(entry: RawRecord) -> Iterator[RawRecord]:
    """Everything in a record that can have a number or an email address: the nearest to the service first."""
    yield entry
    yield from parts(entry, "contacts", "contact")
    for at, place in places_of(entry):
        for holder in (at, place):
            yield holder
            yield from parts(holder, "contacts", "contact")
    for run_by in parts(entry, "organization", "organisation"):
        yield run_by
        yield from parts(run_by, "contacts", "contact")
        for place in parts(run_by, "locations"):
            yield place


def schedule_holders(entry: RawRecord) -> Iterator[RawRecord]:
    """Everything in a record that can have times."""
    yield entry
    for at, place in places_of(entry):
        yield at
        yield place
    for contact in parts(entry, "contacts"):
        yield from parts(contact, "phones")


def address_of(place: RawRecord) -> str:
    """A place's address on one line, with every part that the feed gives."""
    names = ("attention", "address_1", "address_2", "address_3", "address_4", "city", "region", "state_province", "postal_code")
    for address in parts(place, "addresses", "physical_addresses", "physical_address", "address")[:1]:
        found = [said(address, name) for name in names]
        return ", ".join(dict.fromkeys(filter(None, found)))
    line, code = said(place, "address"), said(place, "postcode", "post_code", "postal_code")
    return ", ".join([line, *([code] if code not in line else [])]) if line else said(place, "description")
