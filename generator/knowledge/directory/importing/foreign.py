"""Convert a service of another publisher, in Open Referral UK 1 or 3 or HSDS 2 or 3, to our fields.

Nothing in it is trusted, and nothing optional loses the record: what cannot be read is noted.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from generator.knowledge.directory.importing.mending import both_ages, fitted, mail_address, status, web_address
from generator.knowledge.directory.importing.notes import Notes
from generator.knowledge.directory.importing.opening_text import opening_rows
from generator.knowledge.directory.importing.raw import RawRecord, holders, lines_said, parts, places_of, said
from generator.knowledge.directory.importing.schedules import hours_of
from generator.knowledge.directory.importing.telephones import FoundNumber, numbers_in
from generator.knowledge.directory.importing.words import Vocabulary, clean
from generator.knowledge.directory.openreferral.standard import filled

SHORT, LONG = 160, 4000
"""Maximum characters of a name and of a text."""

MOST_ENTRIES = 50
"""Maximum entries of a list in one record. A feed with more has put something else there."""

_SCHEDULES = ("schedules", "regular_schedules", "regular_schedule")
_UNREAD = (
    "accreditations",
    "licenses",
    "interpretation_services",
    "required_documents",
    "additional_info",
    "deliverable_type",
    "attending_type",
)


class Reader:
    """Reads records of one feed."""

    def __init__(self, vocabulary: Vocabulary, today: date) -> None:
        """With the vocabularies of a library, and the day that decides what has ended."""
        self.vocabulary, self.today = vocabulary, today

    def values(self, entry: RawRecord, notes: Notes) -> dict[str, Any]:
        """The fields that the feed has values for."""
        name = said(entry, "name", "title")
        found = {
            "name": fitted(name, SHORT, "name", notes),
            "other_names": [
                fitted(text, SHORT, "other_names", notes) for text in filter(None, [said(entry, "alternate_name")]) if text != name
            ],
            "organisation": fitted(_organisation_name(entry), SHORT, "organisation", notes),
            "summary": fitted(said(entry, "description", "summary", "short_description"), LONG, "summary", notes),
            "status": status(entry.get("status"), notes),
            "alert": fitted(said(entry, "alert"), LONG, "alert", notes),
            **_contacts(entry, notes),
            **_people(entry, notes),
            **self._hours(entry, notes),
            **_referral_and_cost(entry, notes),
            **self._terms(entry, notes),
            **self._places(entry, notes),
        }
        for key in _UNREAD:
            if text := said(entry, key):
                notes.left("summary", f"‘{key}’ of the feed has no field here", text)
        return {key: value for key, value in filled(found).items() if value not in ("", None)}

    def _hours(self, entry: RawRecord, notes: Notes) -> dict[str, Any]:
        schedules = [one for holder in _schedule_holders(entry) for one in parts(holder, *_SCHEDULES)]
        found_hours = hours_of(schedules[:MOST_ENTRIES], self.today, notes)
        rows, words = found_hours.rows, found_hours.words
        for holidays in (one for holder in _schedule_holders(entry) for one in parts(holder, "holiday_schedules", "holiday_schedule")):
            notes.left("hours", "times on holidays", _holiday(holidays))
        if typed := said(entry, "opening_hours", "opening_times", "hours"):
            found = opening_rows(typed)
            rows, words = [*rows, *found], words if found else [*words, typed]
        text = fitted(". ".join(word[:1].upper() + word[1:].rstrip(".") for word in words), LONG - 1, "hours_note", notes)
        return {"hours": rows, "hours_note": f"{text}." if text else ""}

    def _terms(self, entry: RawRecord, notes: Notes) -> dict[str, Any]:
        names = [*terms_of(entry)]
        areas = [
            text
            for area in parts(entry, "service_areas", "service_area")
            for text in (said(area, "name"), said(area, "service_area"))
            if text
        ]
        found = {
            "needs": self.vocabulary.needs(names),
            "audiences": self.vocabulary.audiences(names),
            "areas": self.vocabulary.areas(areas),
        }
        unknown = [name for name in dict.fromkeys(names) if not self.vocabulary.knows(name)]
        if unknown:
            notes.left("needs", "terms that none of our words match", ", ".join(unknown[:MOST_ENTRIES]))
        strange = [name for name in dict.fromkeys(areas) if not self.vocabulary.areas([name])]
        if strange:
            notes.left("areas", "areas that none of ours match", ", ".join(strange[:MOST_ENTRIES]))
        return found

    def _places(self, entry: RawRecord, notes: Notes) -> dict[str, Any]:
        """Places with addresses. Where the feed names no area of ours, that of the first place counts."""
        areas = self.vocabulary.areas(
            text for area in parts(entry, "service_areas", "service_area") for text in (said(area, "name"), said(area, "service_area"))
        )
        locations, near, access = [], [], []
        for _, place in list(places_of(entry))[:MOST_ENTRIES]:
            access += [
                text
                for one in parts(place, "accessibility", "accessibility_for_disabilities")
                if (text := said(one, "description", "accessibility", "details"))
            ]
            address = address_of(place)
            if not address or said(place, "location_type").lower() in ("virtual", "postal"):
                continue
            found = self.vocabulary.areas([address])
            near += found[:1]
            area = next(iter([*found, *areas]), None)
            name = said(place, "name", "alternate_name")
            locations.append({
                "name": fitted(name, SHORT, "locations", notes) if name and name not in address else "",
                "address": fitted(address, LONG, "locations", notes), "area": area,
                "note": fitted(said(place, "transportation"), LONG, "locations", notes),
            })  # fmt: skip
        return {
            "locations": locations, "access": [fitted(text, LONG, "access", notes) for text in dict.fromkeys(access)],
            **({} if areas else {"areas": list(dict.fromkeys(near))}),
        }  # fmt: skip


def _organisation_name(entry: RawRecord) -> str:
    run_by = parts(entry, "organization", "organisation")
    return said(next(iter(run_by), {}), "name") or said(entry, "organization_name", "organisation", "organization", "provider")


def _contacts(entry: RawRecord, notes: Notes) -> dict[str, Any]:
    """Numbers and addresses of the service; where it has none, those of its contacts, places and organisation."""
    calls: list[FoundNumber] = []
    mails: list[str] = []
    for holder in holders(entry):
        who = said(holder, "title", "department") if holder is not entry and "phones" in holder and "description" not in holder else ""
        for phone in parts(holder, "phones", "phone"):
            label = ", ".join(filter(None, (who, said(phone, "description"))))
            calls += numbers_in(phone.get("number"), notes, label=label, kind=said(phone, "type"), extension=phone.get("extension"))
        for key in ("phone", "telephone", "phones"):
            if isinstance(holder.get(key), str | int | float):
                calls += numbers_in(holder[key], notes, label=who)
        mail = holder.get("email")
        if isinstance(mail, str) and mail.strip():
            mails += filter(None, [mail_address(mail, notes)])
            calls += numbers_in(mail, Notes()) if mail and not calls and any(figure.isdigit() for figure in mail) else []
    found = list({(one.number.replace(" ", ""), one.texts): one for one in reversed(calls)}.values())[::-1][:MOST_ENTRIES]
    for other in dict.fromkeys(mails[1:]):
        if other != mails[0]:
            notes.left("email", "further email addresses", other)
    return {
        "phones": [{"number": one.number, "label": one.label} for one in found if not one.texts],
        "texts": [{"number": one.number, "label": one.label} for one in found if one.texts],
        "email": next(iter(mails), ""),
        "url": _page(entry, notes),
    }


def _page(entry: RawRecord, notes: Notes) -> str:
    run_by = next(iter(parts(entry, "organization", "organisation")), {})
    found = web_address(entry.get("url") or entry.get("website"), notes)
    for other in parts(entry, "additional_urls", "additional_websites"):
        if text := said(other, "url", "website"):
            notes.left("url", "a further link", " ".join(filter(None, (said(other, "label"), text))))
    if found:
        return found
    own = web_address(run_by.get("website") or run_by.get("url"), notes)
    if own:
        notes.kept("url", "the page of the organisation, as the feed gives none of the service")
    return own


def _people(entry: RawRecord, notes: Notes) -> dict[str, Any]:
    rules = parts(entry, "eligibilities", "eligibilitys", "eligibility")
    first: RawRecord = next(iter(rules), {})
    texts = lines_said(entry, "eligibility_description", "eligibility")
    texts += [said(rule, "eligibility", "description", "name") for rule in rules]
    return {
        **both_ages(entry.get("minimum_age", first.get("minimum_age")), entry.get("maximum_age", first.get("maximum_age")), notes),
        "eligibility": [fitted(text, LONG, "eligibility", notes) for text in dict.fromkeys(filter(None, texts))][:MOST_ENTRIES],
        "languages": [
            fitted(text, SHORT, "languages", notes) for one in parts(entry, "languages") if (text := said(one, "name", "language", "code"))
        ],
    }


def _referral_and_cost(entry: RawRecord, notes: Notes) -> dict[str, Any]:
    """How to refer, the waiting time, and the cost."""
    wait = said(entry, "wait_time", "waiting_time")
    how = " ".join(filter(None, [said(entry, "application_process"), f"Waiting time: {wait.rstrip('.')}." if wait else ""]))
    options = parts(entry, "cost_options")
    costs = [_cost(option) for option in options]
    note = list(dict.fromkeys(filter(None, [said(entry, "fees_description", "fees"), *costs])))
    free = bool(options) and all(_amount(option) == 0 and not _described_as_costing(option) for option in options)
    return {
        "how_to_refer": fitted(how, LONG, "how_to_refer", notes),
        "cost_note": fitted("; ".join(note), LONG, "cost_note", notes),
        "cost": "free" if free else None,
    }


def _amount(option: RawRecord) -> float | None:
    try:
        return float(option["amount"])
    except (KeyError, TypeError, ValueError, OverflowError):
        return None


def _described_as_costing(option: RawRecord) -> bool:
    return any(figure in said(option, "amount_description") for figure in "123456789")


def _cost(option: RawRecord) -> str:
    amount = _amount(option)
    figures = "" if not amount else f"£{amount:,.2f}".removesuffix(".00")
    return ": ".join(filter(None, (said(option, "option"), " ".join(filter(None, (figures, said(option, "amount_description")))))))


def _schedule_holders(entry: RawRecord) -> Iterator[RawRecord]:
    """Everything in a record that can have times."""
    yield entry
    for at, place in places_of(entry):
        yield at
        yield place
    for contact in parts(entry, "contacts"):
        yield from parts(contact, "phones")


def _holiday(entry: RawRecord) -> str:
    closed = (
        "closed"
        if entry.get("closed") in (True, "true", "True")
        else "-".join(filter(None, (said(entry, "opens_at", "open_at"), said(entry, "closes_at"))))
    )
    return " ".join(filter(None, (said(entry, "start_date"), "to", said(entry, "end_date"), closed)))


def terms_of(entry: RawRecord) -> Iterator[str]:
    """The names and codes of every term that a record has, in any version."""
    linked = parts(entry, "attributes", "service_taxonomies", "service_taxonomys", "link_taxonomies")
    for link in [
        *linked,
        *(one for rule in parts(entry, "eligibilities", "eligibilitys") for one in parts(rule, "link_taxonomies", "taxonomys")),
    ]:
        for term in parts(link, "taxonomy_term", "taxonomy", "taxonomy_terms"):
            yield from filter(None, (said(term, "name"), said(term, "code")))
        yield from filter(None, [said(link, "value")])
    for term in parts(entry, "taxonomy_terms", "categories", "taxonomies"):
        yield from filter(None, (said(term, "name"), said(term, "code")))
    for key in ("categories", "keywords", "tags"):
        value = entry.get(key)
        if isinstance(value, list):
            yield from (clean(word) for word in value[:MOST_ENTRIES] if isinstance(word, str) and clean(word))


def taxonomies_of(entry: RawRecord) -> Iterator[str]:
    """The names of the taxonomies whose terms a record has. Filters look at them, and nothing else."""
    for link in parts(entry, "attributes", "service_taxonomies", "service_taxonomys", "link_taxonomies"):
        for term in parts(link, "taxonomy_term", "taxonomy"):
            yield from filter(None, [said(term, "taxonomy", "vocabulary"), *(said(one, "name") for one in parts(term, "taxonomy_detail"))])


def address_of(place: RawRecord) -> str:
    """A place's address on one line, with every part that the feed gives."""
    names = ("attention", "address_1", "address_2", "address_3", "address_4", "city", "region", "state_province", "postal_code")
    for address in parts(place, "addresses", "physical_addresses", "physical_address", "address")[:1]:
        found = [said(address, name) for name in names]
        return ", ".join(dict.fromkeys(filter(None, found)))
    return said(place, "address") or said(place, "description") or ""
