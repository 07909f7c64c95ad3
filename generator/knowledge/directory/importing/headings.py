"""Find out which column of a table is which field: our own names, names that councils use, and those given as options."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from generator.knowledge.directory.importing.words import plain
from generator.knowledge.directory.table_columns import columns

ADDRESS = "address"
POSTCODE = "postcode"

FIELDS = (*columns(), ADDRESS, POSTCODE)
"""What a column can be: a field of ours, or a part of an address."""

_OTHERS: dict[str, tuple[str, ...]] = {
    "name": ("service name", "service", "title", "name of service", "project name", "group name"),
    "organisation": ("organization", "organisation name", "organization name", "provider", "provider name", "run by", "charity name"),
    "summary": ("description", "service description", "about", "details", "short description", "what we do"),
    "phones": ("phone", "telephone", "tel", "phone number", "telephone number", "contact number", "tel no", "telephone no", "mobile"),
    "email": ("e mail", "email address", "e mail address", "contact email"),
    "url": ("website", "web", "web address", "web site", "website address", "link", "web page", "webpage"),
    "hours": ("opening times", "opening hours", "open", "times", "when"),
    ADDRESS: ("address", "full address", "venue address", "location", "venue"),
    POSTCODE: ("postcode", "post code", "postal code"),
    "cost_note": ("cost", "costs", "fee", "fees", "price", "charges"),
    "eligibility": ("who is it for", "who can use it", "criteria", "eligibility criteria"),
    "how_to_refer": ("referral process", "how to refer", "how to access", "referrals"),
    "needs": ("need", "categories", "category", "topics", "topic"),
    "audiences": ("audience", "who for", "client group"),
    "areas": ("area", "area covered", "areas covered", "coverage"),
    "min_age": ("minimum age", "age from", "youngest age"),
    "max_age": ("maximum age", "age to", "oldest age"),
    "id": ("service id", "reference", "ref", "unique id"),
    "languages": ("language",),
    "access": ("accessibility",),
}
_KNOWN = {**{plain(other): field for field, others in _OTHERS.items() for other in others}, **{plain(name): name for name in FIELDS}}


def columns_meant(heading: Iterable[str], chosen: Iterable[tuple[str, str]] = ()) -> list[str]:
    """The field of each column, empty where it is none. `chosen` (heading, field) counts first; of two columns of a field, the first."""
    given: Mapping[str, str] = {plain(name): field for name, field in chosen}
    names = [plain(cell.replace("_", " ")) for cell in heading]
    found = [given.get(name, "") for name in names]
    for index, name in enumerate(names):
        field = _KNOWN.get(name, "")
        if field and field not in found:
            found[index] = found[index] or field
    return found
