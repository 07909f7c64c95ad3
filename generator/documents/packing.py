"""A role of the library, packed: what each part of its job pack says."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from generator.documents.pack import Box, Chart, Fact, Pack, Part, criteria_tables, numbered_groups
from generator.knowledge.library import Library
from generator.knowledge.model import Identified, PayBand, PayYear, ReportingLine, Role
from generator.knowledge.says import day, join_words, pounds

OPEN = "Set by each network"
"""What stands where only a network can say. Nothing in a base role is left blank."""

TELLS = {
    "manages": "manages this post",
    "supervises-clinically": "supervises this post clinically",
    "supervises-professionally": "supervises this post professionally",
    "accountable": "is whom this post answers to",
}
"""Each reporting line, told in words for people who cannot see the chart."""


def make_pack(library: Library, role_id: str) -> Pack:
    """The job pack of a base role.

    Raises KeyError for a role that the library does not have.
    """
    role = library.roles[role_id]
    specification = library.specifications[role_id]
    year = library.pay[library.settings.pay_year]
    promise = library.promises.get("shortlisting")
    band = next(b for b in year.bands if b.band == role.band)
    clauses = tuple(library.clauses[name] for name in role.clauses)
    used = [role, specification, *clauses, year, *([promise] if promise else [])]
    salary = Fact("salary", "Salary", f"{_range(band)} a year")
    return Pack(
        role=role,
        specification=specification,
        title=role.title,
        place="Base role, for any network",
        kicker="Job pack",
        stem=role.id,
        issue=f"Job pack, version {role.version}, {day(role.updated)}",
        cover=(salary, Fact("version", "Version", role.version), Fact("date", "Date", day(role.updated))),
        facts=_facts(role, salary),
        chart=chart_of(role),
        groups=numbered_groups(role.sections),
        clauses=clauses,
        categories=criteria_tables(specification),
        pay=_pay(role, band, year),
        promise=tuple(s.text for s in promise.statements) if promise else (),
        control=_control(library, role, year, revision(used)),
        training=role.training,
        parts=_parts(role, has_promise=promise is not None),
    )


def revision(records: Sequence[Identified]) -> str:
    """Seven characters that change when, and only when, anything that goes into this pack does."""
    digest = hashlib.sha256()
    for record in records:
        digest.update(record.model_dump_json().encode())
    return digest.hexdigest()[:7]


def _range(band: PayBand) -> str:
    return f"{pounds(band.entry)} to {pounds(band.top)}"


def _facts(role: Role, salary: Fact) -> tuple[Fact, ...]:
    """The key facts, in pairs as they stand side by side."""
    boss = next((line for line in role.reports_to if line.kind == "manages"), role.reports_to[0])
    facts = [
        Fact("band", "Band", f"Agenda for Change band {role.band}"),
        Fact("employer", "Employer", OPEN, filled=False),
        salary,
        Fact("hours", "Hours", role.hours or OPEN, filled=bool(role.hours)),
        Fact("reports-to", "Reports to", boss.who),
        Fact("base", "Base", join_words([_base(b.name, b.share) for b in role.bases]) or OPEN, filled=bool(role.bases)),
    ]
    if role.registered_with:
        facts.append(Fact("registered-with", "Registered with", role.registered_with))
    if role.posts:
        facts.append(Fact("posts", "Posts", str(role.posts)))
    return tuple(facts)


def _base(name: str, share: str | None) -> str:
    return f"{name} ({share})" if share else name


def chart_of(role: Role) -> Chart:
    """The organisation chart, and the same told in sentences for people who cannot see it."""
    over = tuple(Box(line.who, line.where, line.kind) for line in role.reports_to)
    under = tuple(Box(below.who, below.detail, below.kind) for below in role.manages)
    told = [_told(line) for line in role.reports_to]
    for kind, verb in (("manages", "manages"), ("supervises", "supervises")):
        named = [f"{_lower(b.who)} ({_lower(b.detail)})" for b in role.manages if b.kind == kind]
        if named:
            told.append(f"This post {verb} {join_words(named)}.")
    post = Box(role.title, f"Band {role.band}, this post", "post")
    return Chart(over, post, under, " ".join(told))


def _told(line: ReportingLine) -> str:
    return f"{line.who} ({_lower(line.where)}) {TELLS[line.kind]}."


def _lower(words: str) -> str:
    """A name inside a sentence: its first letter small, unless it is an abbreviation such as GP."""
    return words if words[:2].isupper() else words[:1].lower() + words[1:]


def _pay(role: Role, band: PayBand, year: PayYear) -> tuple[Fact, ...]:
    """What the band pays. Figures are published ones of the year, never computed."""
    return (
        Fact("salary", f"Band {role.band}", f"{_range(band)} a year for full-time work, from {day(year.starts)}."),
        Fact("increases", "Increases", "Pay rises through the band as Agenda for Change sets out. Part-time pay is in proportion."),
        Fact("high-cost-area", "High cost area", "A supplement is paid in and around London. The network says whether it applies."),
    )


def _control(library: Library, role: Role, year: PayYear, made_from: str) -> tuple[Fact, ...]:
    editions = join_words([library.frameworks[name].edition for name in role.requirements])
    return (
        Fact("version", "Version", role.version),
        Fact("date", "Date", day(role.updated)),
        Fact("requirements", "Requirements", f"Network Contract DES {editions}" if editions else "None set for this role"),
        Fact("pay-data", "Pay data", f"From {day(year.starts)}"),
        Fact("revision", "Data revision", made_from),
        Fact("review-by", "Review by", day(role.review_by)),
    )


def _parts(role: Role, *, has_promise: bool) -> tuple[Part, ...]:
    parts = [
        Part("role", "The role on a page", "The post in a few lines, the key facts and who works with whom", "role", new_page=True),
        Part("job", "Job description", "What the job is for, and what you would be responsible for", "job", new_page=True),
    ]
    if role.training:
        parts.append(Part("training", "Your training", "Who trains you, and what you hold at the end", "training"))
    parts += [
        Part("everyone", "What every post holder does", "The duties and protections that come with every post", "clauses"),
        Part("specification", "Person specification", "What we look for, and how we assess each point", "specification"),
        Part("pay", "Pay", "What the band pays this year", "pay"),
    ]
    if has_promise:
        parts.append(Part("promise", "Shortlisting promise", "How we choose whom to interview", "promise"))
    parts.append(Part("control", "Document control", "Version, date and the requirements this pack follows", "control"))
    return tuple(p for p in parts if p.id != "everyone" or role.clauses)
