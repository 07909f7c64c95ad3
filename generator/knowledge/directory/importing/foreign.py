"""Convert a service of another publisher, in Open Referral UK 1 or 3 or HSDS 2 or 3, to our fields.

Nothing in it is trusted, and nothing optional loses the record: what cannot be read is noted.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from generator.knowledge.directory.importing.foreign_access import people, referral_and_cost
from generator.knowledge.directory.importing.foreign_contacts import contacts, organisation_name
from generator.knowledge.directory.importing.foreign_terms import terms_of
from generator.knowledge.directory.importing.mending import LONG, SHORT, fitted, status
from generator.knowledge.directory.importing.notes import Notes
from generator.knowledge.directory.importing.opening_text import opening_rows
from generator.knowledge.directory.importing.raw import MOST_ENTRIES, RawRecord, address_of, parts, places_of, said, schedule_holders
from generator.knowledge.directory.importing.schedules import hours_of
from generator.knowledge.directory.importing.words import Vocabulary, clean
from generator.knowledge.directory.openreferral.filled import filled

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
        name = said(entry, "name", "title") or clean(str(entry.get("name") or entry.get("title") or ""))
        found = {
            "name": fitted(name, SHORT, "name", notes),
            "other_names": [
                fitted(text, SHORT, "other_names", notes) for text in filter(None, [said(entry, "alternate_name")]) if text != name
            ],
            "organisation": fitted(organisation_name(entry), SHORT, "organisation", notes),
            "summary": fitted(said(entry, "description", "summary", "short_description"), LONG, "summary", notes),
            "status": status(entry.get("status"), notes),
            "alert": fitted(said(entry, "alert"), LONG, "alert", notes),
            **contacts(entry, notes),
            **people(entry, notes),
            **self._hours(entry, notes),
            **referral_and_cost(entry, notes),
            **self._terms(entry, notes),
            **self._places(entry, notes),
        }
        for key in _UNREAD:
            if text := said(entry, key):
                notes.left("summary", f"‘{key}’ of the feed has no field here", text)
        return {key: value for key, value in filled(found).items() if value not in ("", None)}

    def _hours(self, entry: RawRecord, notes: Notes) -> dict[str, Any]:
        schedules = [one for holder in schedule_holders(entry) for one in parts(holder, *_SCHEDULES)]
        found_hours = hours_of(schedules[:MOST_ENTRIES], self.today, notes)
        rows, words = found_hours.rows, found_hours.words
        for holidays in (one for holder in schedule_holders(entry) for one in parts(holder, "holiday_schedules", "holiday_schedule")):
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
            if not area and entry.get("address") and (area := self.vocabulary.widest_area):
                notes.kept("locations", "an address in no area of ours, so it has the widest one", address)
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


def _holiday(entry: RawRecord) -> str:
    closed = (
        "closed"
        if entry.get("closed") in (True, "true", "True")
        else "-".join(filter(None, (said(entry, "opens_at", "open_at"), said(entry, "closes_at"))))
    )
    return " ".join(filter(None, (said(entry, "start_date"), "to", said(entry, "end_date"), closed)))
