"""A role of the library, packed: what each part of its job pack says, for any network or for one."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from generator.documents.packs.model import Fact, Pack, Part, criteria_tables, numbered_groups
from generator.documents.packs.organisation import chart_of
from generator.documents.packs.terms import advert, closing, current_vacancy, facts, pay, salary, terms
from generator.knowledge.library.library import Library
from generator.knowledge.model import Fill, Identified, Network, Overlay, PayBand, PayYear, PersonSpecification, Role
from generator.knowledge.tailoring.traces import traced
from generator.knowledge.text.formatting import day, join_words

STATUS_NOTICES: dict[str, str] = {
    "current": "",
    "historic": "Historic example. The network is shown as its source describes it. Pay and law are today’s. This is not current guidance.",
    "fictional": "Fictional example. The network, its people, dates and numbers are invented.",
}
"""What a pack of a network says of itself, by the network's status."""

DISABILITY_CONFIDENT = (
    "We are a Disability Confident employer. We offer an interview to disabled applicants who meet the essential criteria."
)
"""Only an employer in the scheme may promise this, so it is in no base role."""


def make_pack(library: Library, role_id: str) -> Pack:
    """The job pack of a base role. Raises KeyError for a role that the library does not have."""
    return _pack(library, library.roles[role_id], library.specifications[role_id])


def make_network_pack(library: Library, network: Network, index: int, today: date) -> Pack:
    """The job pack of the role at `index` of a network's list. A vacancy is advertised only until it closes, counted from `today`."""
    overlay = network.roles[index]
    network = network.model_copy(update={"employer": overlay.employer or network.employer})
    tailored = traced(library, network, index).tailored.as_printed()
    made = _pack(library, tailored.role, tailored.specification)
    band, year = _paid(library, tailored.role)
    vacancy = current_vacancy(overlay.vacancies, today)
    made = replace(
        made,
        place=network.name,
        stem=f"{network.id}/{tailored.role.id}",
        issue=f"{network.name} job pack, version {overlay.version}, {day(overlay.updated)}",
        facts=facts(tailored.role, band, tailored.fill, network),
        pay=terms(tailored.role, band, year, tailored.fill, network.employer),
        promise=(*made.promise, DISABILITY_CONFIDENT) if network.employer and network.employer.disability_confident else made.promise,
        network=network,
        notice=" ".join(words for words in (STATUS_NOTICES[network.status], overlay.note) if words),
        advert=advert(vacancy, network) if vacancy else None,
        adjustments=network.adjustments or "",
        tailored=tailored,
    )
    stamp = revision([made.role, made.specification, *made.clauses, year, _profile(network, overlay)])
    control = _control(library, made.role, year, stamp, overlay, network)
    return replace(made, revision=stamp, control=control, cover=_cover(made, overlay), parts=_network_parts(made))


def all_packs(library: Library, today: date) -> list[Pack]:
    """Every pack of a library: the base roles', then each network's."""
    base = [make_pack(library, name) for name in library.roles]
    own = [make_network_pack(library, network, i, today) for network in library.networks.values() for i in range(len(network.roles))]
    return [*base, *own]


def _pack(library: Library, role: Role, specification: PersonSpecification) -> Pack:
    band, year = _paid(library, role)
    promise = library.promises.get("shortlisting")
    clauses = tuple(library.clauses[name] for name in role.clauses)
    stamp = revision([role, specification, *clauses, year, *([promise] if promise else [])])
    return Pack(
        role=role,
        specification=specification,
        title=role.title,
        place="Base role, for any network",
        kicker="Job pack",
        stem=role.id,
        issue=f"Job pack, version {role.version}, {day(role.updated)}",
        revision=stamp,
        cover=(Fact("salary", "Salary", salary(band)), Fact("version", "Version", role.version), Fact("date", "Date", day(role.updated))),
        facts=facts(role, band, Fill(), None),
        chart=chart_of(role),
        groups=numbered_groups(role.sections),
        clauses=clauses,
        categories=criteria_tables(specification),
        pay=pay(role, band, year),
        promise=tuple(s.text for s in promise.statements) if promise else (),
        control=_control(library, role, year, stamp),
        training=role.training,
        parts=_parts(role, has_promise=promise is not None),
    )


def _paid(library: Library, role: Role) -> tuple[PayBand, PayYear]:
    year = library.pay[library.settings.pay_year]
    return next(b for b in year.bands if b.band == role.band), year


def revision(records: Sequence[Identified]) -> str:
    """Seven characters that change when, and only when, anything that goes into this pack does."""
    digest = hashlib.sha256()
    for record in records:
        digest.update(record.model_dump_json(serialize_as_any=True).encode())
    return digest.hexdigest()[:7]


def _profile(network: Network, overlay: Overlay) -> Network:
    """A network as one of its packs shows it: with that pack's overlay and no other."""
    return network.model_copy(update={"roles": [overlay]})


def _cover(made: Pack, overlay: Overlay) -> tuple[Fact, ...]:
    """Three facts at the foot of the cover: what an applicant wants first."""
    paid = next(f for f in made.facts if f.name == "salary")
    if made.advert:
        hours = next(f for f in made.facts if f.name == "hours")
        return (paid, hours, Fact("closes", "Closing date", closing(made.advert.vacancy)))
    return (paid, Fact("version", "Version", overlay.version), Fact("date", "Date", day(overlay.updated)))


def _control(
    library: Library, role: Role, year: PayYear, stamp: str, overlay: Overlay | None = None, network: Network | None = None
) -> tuple[Fact, ...]:
    editions = join_words([library.frameworks[name].edition for name in role.requirements])
    dated = overlay or role
    found = [
        Fact("version", "Version", dated.version),
        Fact("date", "Date", day(dated.updated)),
        Fact("requirements", "Requirements", f"Network Contract DES {editions}" if editions else "None set for this role"),
        Fact("pay_data", "Pay data", f"From {day(year.starts)}"),
        Fact("revision", "Data revision", stamp),
        Fact("review_by", "Review by", day(dated.review_by)),
        Fact("base_role", "Base role", f"Version {role.version}, {day(role.updated)}" if overlay else ""),
        Fact("owner", "Owner", network.name if network else ""),
    ]
    return tuple(fact for fact in found if fact.value)


def _parts(role: Role, *, has_promise: bool) -> tuple[Part, ...]:
    parts = [
        Part("role", "The role on a page", "The post in a few lines, the key facts and who works with whom", "role", new_page=True),
        Part("job", "Job description", "What the job is for, and what you would be responsible for", "job", new_page=True),
    ]
    if role.training:
        parts.append(Part("training", "Your training", "Who trains you, and what you hold at the end", "training"))
    if role.clauses:
        parts.append(Part("everyone", "What every post holder does", "The duties and protections that come with every post", "clauses"))
    parts += [
        Part("specification", "Person specification", "What we look for, and how we assess each point", "specification"),
        Part("pay", "Pay", "What the band pays this year", "pay"),
    ]
    if has_promise:
        parts.append(Part("promise", "Shortlisting promise", "How we choose whom to interview", "promise"))
    parts.append(Part("control", "Document control", "Version, date and the requirements this pack follows", "control"))
    return tuple(parts)


def _network_parts(made: Pack) -> tuple[Part, ...]:
    """A network's pack has its profile after the role on a page, and how to apply after the terms."""
    found: list[Part] = []
    for part in made.parts:
        found.append(_retitled(part))
        if part.id == "role":
            found.append(
                Part("network", "About the network", "Who we are, our practices and the people they look after", "network", new_page=True)
            )
        if part.id == "pay" and made.advert:
            found.append(Part("apply", "How to apply", "The dates, where to apply and whom to talk to", "apply"))
    return tuple(found)


def _retitled(part: Part) -> Part:
    """A network says more than the base role about pay, and promises in its own name."""
    if part.id == "pay":
        return replace(part, heading="Pay and terms", about="Salary, hours and what comes with the post")
    return replace(part, heading="Our shortlisting promise") if part.id == "promise" else part
