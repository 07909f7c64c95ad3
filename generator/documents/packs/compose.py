"""Compose job packs from the library: of a base role, or of a network's role."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from generator.documents.packs.labels import LABELS, Labels
from generator.documents.packs.model import Fact, Pack
from generator.documents.packs.numbering import criteria_tables, numbered_groups
from generator.documents.packs.organisation import chart_of
from generator.documents.packs.parts import base_parts, network_parts
from generator.documents.packs.promises import promised, shortlisting_promise
from generator.documents.packs.terms import advert, closing, current_vacancy, facts, pay, salary, terms
from generator.knowledge.library.library import Library
from generator.knowledge.model import Fill, Identified, Network, Overlay, PayBand, PayYear, PersonSpecification, Role
from generator.knowledge.tailoring.clause_order import printed_clauses
from generator.knowledge.tailoring.traces import traced
from generator.knowledge.text.formatting import day, join_words

STATUS_NOTICES: dict[str, str] = {
    "current": "",
    "historic": "Historic example. The network is shown as its source describes it. Pay and law are today’s. This is not current guidance.",
    "fictional": "Fictional example. The network, its people, dates and numbers are invented.",
}
"""The notice in a network's packs, by the network's status."""


def make_pack(library: Library, role_id: str, labels: Labels = LABELS) -> Pack:
    """The job pack of a base role. It promises nothing: only an employer can. Raises KeyError for a role that is not in the library."""
    return _pack(library, library.roles[role_id], library.specifications[role_id], labels)


def make_network_pack(
    library: Library, network: Network, index: int, today: date, labels: Labels = LABELS, base: Pack | None = None
) -> Pack:
    """The job pack of the role at `index` of a network's list. A vacancy is advertised only until it closes, counted from `today`.

    `base` is the pack of its base role, where that is made already.
    """
    overlay, given = network.roles[index], network
    network = network.model_copy(update={"employer": overlay.employer or network.employer})
    tailored = traced(library, network, index).tailored.as_printed()
    pack = _pack(library, tailored.role, tailored.specification, labels)
    band, year = _paid(library, tailored.role)
    vacancy = current_vacancy(overlay.vacancies, today)
    pack = replace(
        pack,
        place=network.name,
        stem=f"{network.id}/{tailored.role.id}",
        issue=labels.network_issue.format(network=network.name, version=overlay.version, date=day(overlay.updated)),
        facts=facts(labels, tailored.role, band, tailored.fill, network),
        pay=terms(labels, tailored.role, band, year, tailored.fill, network.employer),
        promise=tuple(promised(library, network.employer)),
        network=network,
        notice=" ".join(words for words in (STATUS_NOTICES[network.status], overlay.note) if words),
        advert=advert(labels, vacancy, network) if vacancy else None,
        adjustments=network.adjustments or "",
        tailored=tailored,
        base=base or make_pack(library, overlay.role, labels),
        given=given,
    )
    promises = [promise] if (promise := shortlisting_promise(library, network.employer)) else []
    stamp = revision([pack.role, pack.specification, *pack.clauses, year, *promises, _profile(network, overlay)])
    control = _control(labels, library, pack.role, year, stamp, overlay, network)
    return replace(pack, revision=stamp, control=control, cover=_cover(pack, overlay), parts=network_parts(pack))


def all_packs(library: Library, today: date) -> list[Pack]:
    """Every pack of a library: the base roles', then each network's."""
    base = {name: make_pack(library, name) for name in library.roles}
    own = [
        make_network_pack(library, network, index, today, base=base.get(overlay.role))
        for network in library.networks.values()
        for index, overlay in enumerate(network.roles)
    ]
    return [*base.values(), *own]


def _pack(library: Library, role: Role, specification: PersonSpecification, labels: Labels) -> Pack:
    band, year = _paid(library, role)
    clauses = tuple(library.clauses[name] for name in printed_clauses(library, role.id, role.clauses))
    stamp = revision([role, specification, *clauses, year])
    return Pack(
        role=role,
        specification=specification,
        title=role.title,
        labels=labels,
        place=labels.base_place,
        stem=role.id,
        issue=labels.issue.format(version=role.version, date=day(role.updated)),
        revision=stamp,
        cover=(Fact("salary", labels.facts.salary, salary(band)), *_dated(labels, role)),
        facts=facts(labels, role, band, Fill(), None),
        chart=chart_of(labels.chart, role),
        groups=numbered_groups(role.sections),
        clauses=clauses,
        categories=criteria_tables(specification),
        pay=pay(labels, role, band, year),
        promise=(),
        control=_control(labels, library, role, year, stamp),
        training=role.training,
        parts=base_parts(labels.parts, role),
    )


def _paid(library: Library, role: Role) -> tuple[PayBand, PayYear]:
    year = library.pay[library.settings.pay_year]
    return next(b for b in year.bands if b.band == role.band), year


def issued(pack: Pack) -> date:
    """The day this version of the pack was finished: the only date in the file."""
    overlays = pack.network.roles if pack.network else []
    return next((overlay.updated for overlay in overlays if overlay.role == pack.role.id), pack.role.updated)


def revision(records: Sequence[Identified]) -> str:
    """The first seven hex digits of a hash of the records that go into a pack."""
    digest = hashlib.sha256()
    for record in records:
        digest.update(record.model_dump_json(serialize_as_any=True).encode())
    return digest.hexdigest()[:7]


def _profile(network: Network, overlay: Overlay) -> Network:
    """A network with the overlay of one pack only, as that pack shows it."""
    return network.model_copy(update={"roles": [overlay]})


def _cover(pack: Pack, overlay: Overlay) -> tuple[Fact, ...]:
    """Three facts for the foot of the cover: what applicants look for first."""
    paid = next(f for f in pack.facts if f.name == "salary")
    if pack.advert:
        hours = next(f for f in pack.facts if f.name == "hours")
        return (paid, hours, Fact("closes", pack.labels.facts.closes, closing(pack.advert.vacancy)))
    return (paid, *_dated(pack.labels, overlay))


def _dated(labels: Labels, record: Role | Overlay) -> tuple[Fact, Fact]:
    """The version, and its date."""
    return Fact("version", labels.facts.version, record.version), Fact("date", labels.facts.date, day(record.updated))


def _control(
    labels: Labels, library: Library, role: Role, year: PayYear, stamp: str, overlay: Overlay | None = None, network: Network | None = None
) -> tuple[Fact, ...]:
    editions = join_words([library.frameworks[name].edition for name in role.requirements])
    dated, words = overlay or role, labels.facts
    found = [
        *_dated(labels, dated),
        Fact("requirements", words.requirements, f"Network Contract DES {editions}" if editions else "None set for this role"),
        Fact("pay_data", words.pay_data, f"From {day(year.starts)}"),
        Fact("revision", words.revision, stamp),
        Fact("review_by", words.review_by, day(dated.review_by)),
        Fact("base_role", words.base_role, f"Version {role.version}, {day(role.updated)}" if overlay else ""),
        Fact("owner", words.owner, network.name if network else ""),
    ]
    return tuple(fact for fact in found if fact.value)
