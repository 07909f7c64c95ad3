"""A vacancy on a pack's page: whether it is open, and its structured data for search engines while it is.

What a posting must and should have: https://developers.google.com/search/docs/appearance/structured-data/job-posting
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any, Literal
from zoneinfo import ZoneInfo

from markupsafe import escape

from generator.documents.packs.model import Pack
from generator.knowledge.library.library import Library
from generator.knowledge.model import Network, PayBand, Vacancy

VacancyState = Literal["open", "to come", "closed"]

_TIME = re.compile(r"(\d{1,2})(?:[.:]([0-5]\d))?\s*([ap])\.?m\.?", re.IGNORECASE)


@dataclass(frozen=True)
class Advertised:
    """A vacancy, and its state on a day."""

    vacancy: Vacancy
    standing: VacancyState


def standing(vacancy: Vacancy, today: date) -> VacancyState:
    """The state of a vacancy: it is open from the day it opens until the end of the day it closes."""
    return "to come" if today < vacancy.opens else "closed" if today > vacancy.closes else "open"


def advertised(pack: Pack, today: date) -> Advertised | None:
    """The vacancy to show on a pack's page: the open one, else the next to open, else the last that closed."""
    if pack.network is None:
        return None
    vacancies: Sequence[Vacancy] = next((o.vacancies for o in pack.network.roles if o.role == pack.role.id), [])
    latest = pack.advert.vacancy if pack.advert else max(vacancies, key=lambda v: v.closes, default=None)
    return Advertised(latest, standing(latest, today)) if latest else None


def job_posting(pack: Pack, library: Library, today: date) -> dict[str, Any] | None:
    """The vacancy as schema.org's JobPosting; None unless it is open, because Google asks that closed ones have none."""
    if pack.advert is None or pack.network is None or standing(pack.advert.vacancy, today) != "open":
        return None
    vacancy = pack.advert.vacancy
    band = next(b for b in library.pay[library.settings.pay_year].bands if b.band == pack.role.band)
    hours = next((fact.value for fact in pack.facts if fact.name == "hours" and fact.filled), "")
    return {
        "@context": "https://schema.org",
        "@type": "JobPosting",
        "title": pack.title,
        "description": _description(pack),
        "identifier": {"@type": "PropertyValue", "name": pack.network.name, "value": vacancy.reference},
        "datePosted": vacancy.opens.isoformat(),
        "validThrough": _until(vacancy),
        "employmentType": [name for name, offered in (("FULL_TIME", vacancy.full_time), ("PART_TIME", vacancy.part_time)) if offered],
        "hiringOrganization": _employer(pack.network),
        "jobLocation": [_location(pack.network, base.name) for base in pack.role.bases] or [_location(pack.network, pack.network.name)],
        "totalJobOpenings": vacancy.posts,
        "baseSalary": _salary(band),
        "directApply": False,
        **({"workHours": hours} if hours else {}),
    }


def _description(pack: Pack) -> str:
    """The duties as plain HTML paragraphs and a list; the text is escaped, because it is markup here."""
    lines = "".join(f"<li>{escape(n.statement.text)}</li>" for n in pack.statements())
    return f"<p>{escape(pack.role.summary)}</p><ul>{lines}</ul>"


def _until(vacancy: Vacancy) -> str:
    """The closing time in ISO format, in UK time. A time in words, such as `midday`, counts as the end of the day."""
    found = _TIME.fullmatch(vacancy.closes_at.strip())
    hour, minute = (int(found[1]) % 12 + 12 * (found[3].lower() == "p"), int(found[2] or 0)) if found else (23, 59)
    return datetime.combine(vacancy.closes, time(hour, minute), ZoneInfo("Europe/London")).isoformat()


def _employer(network: Network) -> dict[str, Any]:
    employer = network.employer
    found = {"@type": "Organization", "name": employer.name if employer else network.name}
    return {**found, "sameAs": employer.website} if employer and employer.website else found


def _location(network: Network, name: str) -> dict[str, Any]:
    area = next((practice.area for practice in network.practices if practice.name == name and practice.area), None)
    address = {"@type": "PostalAddress", **({"addressLocality": area} if area else {}), "addressRegion": "England", "addressCountry": "GB"}
    return {"@type": "Place", "name": name, "address": address}


def _salary(band: PayBand) -> dict[str, Any]:
    value = {"@type": "QuantitativeValue", "minValue": band.entry, "maxValue": band.top, "unitText": "YEAR"}
    return {"@type": "MonetaryAmount", "currency": "GBP", "value": value}
