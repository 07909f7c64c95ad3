"""Convert a service of our own export, in Open Referral UK, to our fields."""

from __future__ import annotations

import re
from typing import Any

from generator.knowledge.directory.openreferral.codes import BANK_HOLIDAYS, STATUS_IN, clock_in, weekdays
from generator.knowledge.directory.openreferral.filled import filled
from generator.knowledge.directory.openreferral.parts import HsdsPhone, Schedule
from generator.knowledge.directory.openreferral.standard import StandardService
from generator.knowledge.model import Service

TERMS = {"need": "needs", "audience": "audiences", "care_step": "care_steps", "severity": "severity"}
"""Our field for each kind of term."""

STEPS = ("1", "2", "3", "4")
"""The codes of the steps of care, which are numbers in our records."""

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def own_values(service: StandardService) -> dict[str, Any]:
    """The fields of a service that Fingerpost wrote: nothing is lost, nothing added, nothing guessed."""
    beside = {key: value for key, value in (service.fingerpost or {}).items() if key in Service.model_fields}
    terms: dict[str, list[Any]] = {}
    for attribute in service.attributes:
        if attribute.link_type in TERMS and attribute.taxonomy_term:
            code = attribute.taxonomy_term.code or ""
            step = attribute.link_type == "care_step" and code in STEPS
            terms.setdefault(TERMS[attribute.link_type], []).append(int(code) if step else code)
    values = {
        **_facts(service),
        "eligibility": (service.eligibility_description or "").split("\n"),
        "areas": [(area.fingerpost or {}).get("area") for area in service.service_areas],
        "locations": [at.location.fingerpost for at in service.service_at_locations if at.location],
        "hours": [_own_hours(schedule) for schedule in service.schedules],
        "alert": None,
        **terms,
        **beside,
    }
    found = filled(values)
    assert isinstance(found, dict)  # noqa: S101 - it was one
    return found


def _facts(service: StandardService) -> dict[str, Any]:
    """What both readings take as it is."""
    return {
        "name": service.name,
        "organisation": service.organization.name if service.organization else None,
        "summary": service.description,
        "url": service.url,
        "email": service.email,
        "status": STATUS_IN[service.status],
        "min_age": _years(service.minimum_age),
        "max_age": _years(service.maximum_age),
        "how_to_refer": service.application_process,
        "phones": [_number(phone) for phone in service.phones if not _texts(phone)],
        "texts": [_number(phone) for phone in service.phones if _texts(phone)],
        "languages": [language.name for language in service.languages],
        "assured_on": _day(service.assured_date),
    }


def _years(age: float | None) -> int | None:
    return None if age is None else int(age)


def _day(text: str | None) -> str | None:
    found = _DAY.match(text or "")
    return found[0] if found else None


def _texts(phone: HsdsPhone) -> bool:
    return (phone.type or "").lower() in ("text", "sms")


def _number(phone: HsdsPhone) -> dict[str, Any]:
    return {"number": phone.number, "label": phone.description, **(phone.fingerpost or {})}


def _own_hours(schedule: Schedule) -> dict[str, Any]:
    if schedule.fingerpost:
        return schedule.fingerpost
    return {
        "label": schedule.description,
        "days": weekdays(schedule.byday or ""),
        "opens": clock_in(schedule.opens_at or ""),
        "closes": clock_in(schedule.closes_at or ""),
        "closed_on_bank_holidays": schedule.notes == BANK_HOLIDAYS,
    }
