"""The data of the search in the browser: services, pages and the vocabulary. `search_files.py` makes its files."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from datetime import date

from generator.documents.browser.search_documents import SearchDocument
from generator.documents.browser.search_vocabulary import vocabulary
from generator.documents.browser.search_words import ReadWord, WordReader
from generator.documents.page import JsonObject
from generator.knowledge.directory.areas import outwards
from generator.knowledge.directory.defaults import home_county, most_reached_through
from generator.knowledge.directory.visibility import (
    confirmed,
    last_look,
    last_source,
    listed,
    newest_source,
    shown_hours,
    shown_locations,
    shown_phones,
    shown_texts,
)
from generator.knowledge.library.library import Library
from generator.knowledge.model import BankHolidays, Hours, Need, Service, ServiceSource
from generator.knowledge.model.labels import WEEKDAYS, labels_for_search
from generator.knowledge.model.words import Seen
from generator.knowledge.text.formatting import short_months

LOOSE = frozenset({"families", "friends-and-family", "parents", "professionals"})
"""Audiences around the person who is helped. They do not make a service open to everyone."""

BASES = {"home-address": "home", "registered-practice": "practice"}
"""What a service's areas go by, as the search names it."""


def search_data(library: Library, pages: Iterable[SearchDocument], today: date) -> JsonObject:
    """The data of the search. Services are those that are listed on the day `today`."""
    services = [service for service in library.services.values() if listed(service, library, today)]
    former = _former_names(library)
    words = vocabulary(library)
    reader = WordReader({"forms": [], "small_talk": [], **words["talk"]})
    return {
        "labels": labels_for_search(),
        "vocabulary": words,
        "holidays": bank_holidays(library, today),
        "services": [service_data(service, library, former.get(service.id, [])) for service in services],
        "pages": [page_data(page, reader) for page in pages],
        "home": home_county(library.areas, services),
        "ask": most_reached_through(services),
    }


def bank_holidays(library: Library, today: date) -> JsonObject:
    """The bank holidays from `today` on as counts of days since 1 January 1970, and the last day of which it is known whether it is one."""
    known = list(library.all(BankHolidays).values())
    days = sorted(_days(day) for holidays in known for day in holidays.days if day >= today)
    return {"days": days, "until": max((_days(holidays.known_until) for holidays in known), default=0)}


def service_data(service: Service, library: Library, former: Iterable[str] = ()) -> JsonObject:
    """One service for the search. Empty fields are left out, and so is every number that may not be shown."""
    phones, texts = shown_phones(service), shown_texts(service)
    data: JsonObject = {
        "id": service.id,
        "name": service.name,
        "org": service.organisation if service.organisation != service.name else "",
        "other": [*service.other_names, *former],
        "summary": service.summary,
        "needs": service.needs,
        "audiences": service.audiences,
        "only": groups(service, library.needs),
        "areas": service.areas,
        "stands": distant_places(service, library),
        "basis": BASES[service.area_basis] if service.area_basis else None,
        "min": service.min_age,
        "max": service.max_age,
        "how": service.delivery,
        "refer": service.referral,
        "cost": service.cost,
        "open": [row for hours in shown_hours(service) if (row := opening(hours))],
        "phone": phones[0].number if phones else None,
        "text": " ".join(filter(None, (texts[0].word, texts[0].number))) if texts else None,
        "numbers": [one.number for one in [*phones[1:], *texts[1:]]],
        "languages": service.languages,
        "access": service.access,
        "url": service.url,
        "not_for": [barred.who for barred in service.not_for],
        "confidence": service.confidence,
        "guessed": service.guessed,
        **_evidence(service),
        "through": service.reach_through,
        "until": service.paused_until.isoformat() if service.paused_until else None,
        "status": service.status if service.status != "active" else None,
        "alert": service.alert,
        "leave": service.safety.leave_fast or None,
    }
    return {key: value for key, value in data.items() if value not in (None, "", [])}


def _evidence(service: Service) -> JsonObject:
    """When the number was checked with the provider, or copied, and from which kind of source. Without a number, the date of the source."""
    shown = [*shown_phones(service), *shown_texts(service)]
    if shown:
        source = service.source_of(shown[0].source) or newest_source(service)
        return _seen(shown[0], source) | {"by": source.kind}
    source = last_source(service)
    by = source.kind if confirmed(service) else ""
    dated = _date_of(source)
    return {"dated": dated, "by": by} if dated or not by else _seen(last_look(service), source) | {"by": by}


def _seen(look: Seen, source: ServiceSource) -> JsonObject:
    if look.checked_on:
        return {"checked": look.checked_on.isoformat()}
    return {"copied": look.seen_on.isoformat(), "dated": _date_of(source)}


def _date_of(source: ServiceSource) -> str | None:
    return short_months(source.published) if source.published else None


def groups(service: Service, needs: Mapping[str, Need]) -> list[str]:
    """The groups that a service is limited to, as ids of needs. Empty if it is also for people outside any group."""
    named = [name for name in service.audiences if name not in LOOSE]
    meant = {need.id: set(need.audiences) for need in needs.values() if need.audiences}
    limits = [[need for need, audiences in meant.items() if name in audiences] for name in named]
    return list(dict.fromkeys(need for found in limits for need in found)) if all(limits) else []


def distant_places(service: Service, library: Library) -> list[str]:
    """The areas of a service's places, where it also works in an area that has none of them: then it may be far from there.

    Empty where its places are not shown.
    """
    places = list(dict.fromkeys(place.area for place in shown_locations(service)))
    around = {area for place in places for area in outwards(library.areas, place)}
    return places if set(service.areas) - around else []


def opening(hours: Hours) -> list[int]:
    """Days as bits from Monday (1) to Sunday (64), and 128 where it closes on bank holidays; start and end in minutes from midnight;
    then what is not every week.

    Empty where nobody can say from the clock whether it is open: if only the start is known, in term time, or by appointment.
    """
    if hours.label or not hours.closes or hours.term_time or hours.by_appointment:
        return []
    days = sum(1 << WEEKDAYS.index(day) for day in set(hours.days)) | (128 if hours.closed_on_bank_holidays else 0)
    row = [days, _minutes(hours.opens), _minutes(hours.closes)]
    if hours.weekly:
        return row
    weeks = sum(1 << (5 if week == -1 else week - 1) for week in set(hours.week))
    return [*row, hours.every or 1, weeks, _days(hours.begins), _days(hours.until)]


def _days(day: date | None) -> int:
    """Days since 1 January 1970, or 0 for none."""
    return (day - date(1970, 1, 1)).days if day else 0


def _minutes(clock: str) -> int:
    hour, minute = clock.split(":")
    return int(hour) * 60 + int(minute)


def page_data(page: SearchDocument, reader: WordReader) -> JsonObject:
    """A role, network or guide. Its text is searched and never shown, so it is sent as its words are compared.

    Each different word counts once, and small talk not at all. Of words that are compared alike, such as “walk” and “walks”, each counts.
    """
    different = {word.lower() for word in re.findall(r"[^\W_]+(?:[’'][^\W_]+)*", page.text)}
    telling = (read for word in different for read in reader.read(word) if not read.small)
    return asdict(page) | {"text": " ".join(sorted(_compared(read, reader) for read in telling))}


def _compared(read: ReadWord, reader: WordReader) -> str:
    """What a word is compared by, or else the word, where its stem would be read as another word."""
    alike = [(one.stem, one.small) for one in reader.read(read.stem)]
    return read.stem if alike == [(read.stem, False)] else read.word


def _former_names(library: Library) -> dict[str, list[str]]:
    """The names of closed services, by the id of the service that replaces them, because people still search for the old name."""
    found: dict[str, list[str]] = {}
    for service in library.services.values():
        for successor in service.replaced_by if service.status == "closed" else ():
            found.setdefault(successor, []).extend([service.name, *service.other_names])
    return found
