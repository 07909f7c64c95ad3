"""A network as its pages show it: its packs, what it changed in each, and how each meets the contract."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from generator.checks.coverage import Coverage, coverage
from generator.documents.pack import Pack
from generator.documents.page import File
from generator.knowledge.alterations import Alteration
from generator.knowledge.library import Library
from generator.knowledge.model import Network, PayBand, Vacancy
from generator.knowledge.says import join_words


@dataclass(frozen=True)
class PackView:
    """One pack of a network: its files, its coverage, what was changed in words, and its vacancy, open or closed."""

    pack: Pack
    files: Sequence[File]
    coverage: Sequence[Coverage]
    changed: str
    vacancy: Vacancy | None
    open: bool


@dataclass(frozen=True)
class NetworkView:
    """A network, the people it serves, and its packs."""

    network: Network
    population: int
    views: Sequence[PackView]

    @property
    def packs(self) -> list[Pack]:
        """The packs alone, in the network's order."""
        return [view.pack for view in self.views]


@dataclass(frozen=True)
class Altered:
    """Where a network's pack differs from the base role: added and reworded sentences by id, and those left out."""

    sentences: Mapping[str, Alteration]
    left_out: Sequence[Alteration]
    may_need_matching: bool


def view_of(library: Library, network: Network, packs: Sequence[Pack], files: Mapping[str, Sequence[File]], today: date) -> NetworkView:
    """A network with its packs, on a day."""
    views = [_pack_view(library, pack, files, today) for pack in packs]
    return NetworkView(network, sum(p.population for p in network.practices), views)


def _pack_view(library: Library, pack: Pack, files: Mapping[str, Sequence[File]], today: date) -> PackView:
    assert pack.network  # noqa: S101  # only networks' packs come here
    overlay = next(o for o in pack.network.roles if o.role == pack.role.id)
    latest = pack.advert.vacancy if pack.advert else max(overlay.vacancies, key=lambda v: v.closes, default=None)
    is_open = latest is not None and latest.opens <= today <= latest.closes
    found = coverage(library, pack.role, overlay)
    return PackView(pack, files.get(pack.stem, ()), found, changed_in_words(pack), latest, is_open)


def changed_in_words(pack: Pack) -> str:
    """`2 added, 1 left out and 1 reworded`, or that nothing was."""
    if pack.tailored is None or not pack.tailored.alterations:
        return "Filled in, with no sentence changed"
    counts = [(kind, sum(a.kind == kind for a in pack.tailored.alterations)) for kind in ("added", "dropped", "reworded")]
    words = {"added": "added", "dropped": "left out", "reworded": "reworded"}
    said = join_words([f"{count} {words[kind]}" for kind, count in counts if count])
    return f"{said[:1].upper()}{said[1:]}"


def altered_view(pack: Pack) -> Altered | None:
    """What a network's pack page marks and explains; nothing for a base role."""
    if pack.tailored is None:
        return None
    kept = {a.id: a for a in pack.tailored.alterations if a.kind != "dropped"}
    out = [a for a in pack.tailored.alterations if a.kind == "dropped"]
    return Altered(kept, out, pack.tailored.may_need_matching)


def job_posting(pack: Pack, library: Library, today: date) -> dict[str, Any] | None:
    """The vacancy as schema.org's JobPosting, for search engines, only while it is open: Google asks that a closed one carries none."""
    if pack.advert is None or pack.network is None or not pack.advert.vacancy.opens <= today <= pack.advert.vacancy.closes:
        return None
    vacancy = pack.advert.vacancy
    band = next(b for b in library.pay[library.settings.pay_year].bands if b.band == pack.role.band)
    employer = pack.network.employer
    return {
        "@context": "https://schema.org",
        "@type": "JobPosting",
        "title": pack.title,
        "description": _description(pack),
        "identifier": {"@type": "PropertyValue", "name": pack.network.name, "value": vacancy.reference},
        "datePosted": vacancy.opens.isoformat(),
        "validThrough": f"{vacancy.closes.isoformat()}T23:59",
        "employmentType": [name for name, offered in (("FULL_TIME", vacancy.full_time), ("PART_TIME", vacancy.part_time)) if offered],
        "hiringOrganization": {"@type": "Organization", "name": employer.name if employer else pack.network.name},
        "jobLocation": [_location(base.name) for base in pack.role.bases] or [_location(pack.network.name)],
        "totalJobOpenings": vacancy.posts,
        "baseSalary": _salary(band),
        "directApply": False,
    }


def _description(pack: Pack) -> str:
    """The duties as plain HTML paragraphs and a list; the text is escaped, because it is markup here."""
    from markupsafe import escape

    lines = "".join(f"<li>{escape(n.statement.text)}</li>" for n in pack.statements())
    return f"<p>{escape(pack.role.summary)}</p><ul>{lines}</ul>"


def _location(name: str) -> dict[str, Any]:
    return {"@type": "Place", "name": name, "address": {"@type": "PostalAddress", "addressRegion": "England", "addressCountry": "GB"}}


def _salary(band: PayBand) -> dict[str, Any]:
    value = {"@type": "QuantitativeValue", "minValue": band.entry, "maxValue": band.top, "unitText": "YEAR"}
    return {"@type": "MonetaryAmount", "currency": "GBP", "value": value}
