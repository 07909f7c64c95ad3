"""Find out which column of a table is which field: our own names, names that councils use, and those given as options."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from generator.knowledge.directory.importing.heading_words import about_a_person, guessed_field
from generator.knowledge.directory.importing.words import plain
from generator.knowledge.directory.table_columns import EXPORTED_FROM, SAFETY, columns

ADDRESS = "address"
POSTCODE = "postcode"
CONTACT = "contact"

PERSON = "person"
"""A column with the details of a person, which no file keeps."""

FIELDS = (*columns(), ADDRESS, POSTCODE, CONTACT)
"""What a column can be: a field of ours, a part of an address, or several ways to make contact."""

_OTHERS: dict[str, tuple[str, ...]] = {
    "name": (
        *("service name", "service", "service title", "title", "name of service", "service or organisation", "organisation or service"),
        *("project", "project name", "group", "group name", "name of group", "support group", "club", "club name"),
        *("enw", "enw r gwasanaeth", "enw r grwp", "gwasanaeth"),
        *("activity", "activity name", "name of activity", "scheme", "scheme name", "programme", "programme name"),
    ),
    "organisation": (
        *("organization", "organisation name", "organization name", "provider", "provider name", "run by", "charity name"),
        *("sefydliad", "darparwr"),
    ),
    "other_names": ("alternate name", "alternative name", "also known as", "aka", "known as"),
    "summary": (
        *("description", "service description", "about", "details", "short description", "what we do", "what they do", "what they offer"),
        "disgrifiad",
    ),
    "phones": (
        *("phone", "phone no", "phone number", "phone numbers", "telephone", "telephone no", "telephone number", "tel", "tel no"),
        *("contact number", "contact telephone", "contact phone", "contact tel", "landline", "office number", "office telephone"),
        *("mobile", "mobile no", "mobile number", "helpline", "helpline number", "freephone", "phone 1", "phone 2", "telephone 1"),
        *(plain(one) for one in ("ffôn", "rhif ffôn", "rhif ffon")),
        *("telephone 2", "tel 1", "tel 2", "second phone", "alternative number", "other number", "other phone"),
    ),
    "texts": ("text", "text number", "sms", "sms number", "text line"),
    "email": ("e mail", "mail", "email address", "e mail address", "contact email", "e bost", "ebost"),
    "url": ("website", "web", "web address", "web site", "website address", "link", "web page", "webpage", "gwefan"),
    "hours": (
        *("opening times", "opening hours", "open", "opening", "hours open", "session times", "days and times", "times", "when"),
        *("oriau agor", "oriau", "amserau agor", "days times"),
    ),
    ADDRESS: (
        *("address", "full address", "venue address", "location", "venue", "venue name", "building", "street", "street address"),
        *(f"{start} {number}" for start in ("address", "address line", "addr", "add") for number in (1, 2, 3, 4)),
        *("locality", "village", "town", "city", "town city", "town or city", "county", "state province"),
        *("where", "where we are", "where we meet", "where it is", "meeting place", "premises"),
        *("site", "site name", "cyfeiriad", "lleoliad"),
    ),
    CONTACT: (
        *("contacts", "contact details", "contact information", "contact info", "how to contact", "how to make contact"),
        *("how to get in touch", "get in touch", "contact us"),
    ),
    POSTCODE: ("postcode", "post code", "postal code", "cod post"),
    "cost_note": ("cost", "costs", "fee", "fees", "price", "charges", "cost options", "pris"),
    "eligibility": ("who is it for", "who can use it", "criteria", "eligibility criteria", "eligibility description"),
    "how_to_refer": (
        "referral process",
        "how to refer",
        "how to access",
        "referrals",
        "referral route",
        "referral method",
        "access route",
        "application process",
    ),
    "needs": (
        *("need", "categories", "category", "topics", "topic", "taxonomy", "taxonomies", "taxonomy term", "taxonomy terms"),
        *("tags", "keywords"),
    ),
    "audiences": ("audience", "who for", "client group"),
    "areas": ("area", "area covered", "areas covered", "coverage"),
    "min_age": ("minimum age", "age from", "youngest age"),
    "max_age": ("maximum age", "age to", "oldest age"),
    "status": ("closed", "is closed", "active", "is active"),
    "id": ("service id", "reference", "ref", "unique id"),
    "languages": ("language", "interpretation services"),
    "access": ("accessibility",),
}
_KNOWN = {**{plain(other): field for field, others in _OTHERS.items() for other in others}, **{plain(name): name for name in FIELDS}}


JOINED = {CONTACT: "; ", "phones": "; ", "texts": "; ", ADDRESS: ", ", "needs": "; ", "audiences": "; ", "areas": "; "}
"""Fields that several columns may hold, such as the lines of an address, and what stands between their cells."""

_NAMED_AFTER = "organisation"
"""The column that names the services of a table in which no other does: a list of organisations."""

_WEAK = frozenset({"service", "title", "project", "group", "support group", "club", "activity", "scheme", "programme", "gwasanaeth"})
"""Headings that name a service only where no column is called `name`: beside one, they say what kind it is, or who runs it."""

SITE = re.compile(
    r"(?!.*\b(?:ward|la|area|authority|district|county|region|country|constituency|manager|street|road|user|file)\b)[a-z0-9 ]{1,40} name"
)
"""The heading of a table of places, `pharmacy_name`, where no other is that of a service’s name."""

_DAY_COLUMN = re.compile(
    r"(?:(?:opening|open|hours|times?|opening hours|opening times?) )?(mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?s?"
    r"(?: (?:opening|open|hours|times?|opening hours|opening times?))?"
)
_DAY_COLUMNS = 3
"""Columns of days that a table has at least where they are its opening hours."""

_ENOUGH = 3
"""Known columns that a heading has at least where no column has the name of a service."""


def columns_meant(heading: Iterable[str], chosen: Iterable[tuple[str, str]] = ()) -> list[str]:
    """The field of each column, empty where it is none.

    `chosen` (heading, field) counts first. Of two columns of a field that are not joined, the first counts. A heading that is none of
    ours is guessed by its words: see `guessed_columns`.
    """
    return _meant([*heading], chosen)[0]


def guessed_columns(heading: Iterable[str], chosen: Iterable[tuple[str, str]] = ()) -> list[int]:
    """The positions of the columns whose field is a guess."""
    return _meant([*heading], chosen)[1]


def _meant(heading: list[str], chosen: Iterable[tuple[str, str]]) -> tuple[list[str], list[int]]:
    given: Mapping[str, str] = {plain(name): field for name, field in chosen}
    names = plain_headings(heading)
    found = [given.get(name, "") for name in names]
    private = about_a_person(names)
    guessed: list[int] = []
    for index in day_columns(heading):
        found[index] = found[index] or "hours"
    for index, name in enumerate(names):
        field = "" if (private[index] and not found[index]) or (name in _WEAK and "name" in names) else _KNOWN.get(name, "")
        if field and (field not in found or field in JOINED):
            found[index] = found[index] or field
    for index, name in enumerate(names):
        if private[index] and not found[index]:
            found[index] = PERSON
        elif not found[index] and (field := guessed_field(name)) and (field not in found or field in JOINED):
            found[index] = field
            guessed.append(index)
    if "name" not in found and EXPORTED_FROM not in found and (site := _site(names, found)) is not None:
        found[site] = "name"
        guessed.append(site)
    if "name" not in found and EXPORTED_FROM not in found and _NAMED_AFTER in found and len({*found} - {""}) >= _ENOUGH:
        found[found.index(_NAMED_AFTER)] = "name"
    return found, guessed


def plain_headings(heading: Iterable[str]) -> list[str]:
    """Headings in plain words, for comparison."""
    return [plain(cell.replace("_", " ")) for cell in heading]


def day_columns(heading: Iterable[str]) -> dict[int, str]:
    """The positions of columns that hold the hours of one day each, with the day as `mon`."""
    days = {index: day[1][:3] for index, name in enumerate(plain_headings(heading)) if (day := _DAY_COLUMN.fullmatch(name))}
    return days if len({*days.values()}) >= _DAY_COLUMNS else {}


def _site(names: list[str], found: list[str]) -> int | None:
    """The position of the column that names the places of a table in which no column names a service."""
    if len({*found} - {""}) < _ENOUGH - 1:
        return None
    return next((index for index, name in enumerate(names) if found[index] in ("", ADDRESS) and SITE.fullmatch(name)), None)


def by_field(fields: Iterable[str], cells: Iterable[str]) -> dict[str, str]:
    """The cells of a row by field, those of one field joined."""
    row: dict[str, str] = {}
    for field, cell in zip(fields, cells, strict=False):
        before = row.get(field, "")
        if field and not before.strip():
            row[field] = cell
        elif field and cell.strip():
            row[field] = JOINED.get(field, "; ").join((before.strip(), cell.strip()))
    return row


def field_of_column(column: str) -> str:
    """The field that a column belongs to, for notes on it."""
    return "safety" if column in SAFETY else "locations" if column in (ADDRESS, POSTCODE) else "phones" if column == CONTACT else column
