"""Pay, terms and vacancy of a post: the facts of a pack that are not in the job description."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from generator.documents.packs.labels import Labels
from generator.documents.packs.model import Advert, Fact
from generator.documents.packs.organisation import manager
from generator.knowledge.model import Base, Employer, Fill, Network, Partner, PayBand, PayYear, Role, Vacancy
from generator.knowledge.text.formatting import day, join_words, pounds, sentence

OPEN = "To be confirmed"
"""The value of a fact that only a network can fill in. Nothing in a base role is left blank."""

ZONES = {"inner": "inner London", "outer": "outer London", "fringe": "the fringe of London"}


def salary(band: PayBand) -> str:
    """`£49,387 to £56,515 a year`: published figures, never calculated."""
    return f"{pounds(band.entry)} to {pounds(band.top)} a year"


def bases(found: list[Base]) -> str:
    """Places of work, with their shares if a post has several."""
    return join_words([f"{b.name} ({b.share})" if b.share else b.name for b in found])


def facts(labels: Labels, role: Role, band: PayBand, fill: Fill, network: Network | None) -> tuple[Fact, ...]:
    """The key facts of the role on a page."""
    employer = network.employer.name if network and network.employer else ""
    words = labels.facts
    found = [
        Fact("band", words.band, labels.band.format(band=role.band)),
        _open("employer", words.employer, employer),
        *partner_facts(labels, fill.partners or []),
        Fact("salary", words.salary, salary(band)),
        _open("hours", words.hours, role.hours or ""),
        Fact("reports_to", words.reports_to, manager(role).who),
        _open("bases", words.bases, bases(role.bases)),
    ]
    optional = [
        Fact("contract", words.contract, fill.contract or ""),
        Fact("supervision", words.supervision, fill.supervision or ""),
        Fact("responsible_for", words.responsible_for, fill.responsible_for or ""),
        Fact("registered_with", words.registered_with, role.registered_with or ""),
        Fact("posts", words.posts, str(role.posts or "")),
    ]
    return (*found, *(fact for fact in optional if fact.value))


def partner_facts(labels: Labels, partners: Sequence[Partner]) -> Iterator[Fact]:
    """Who else employs, funds or hosts: a fact for each of the three that somebody does, with all the names."""
    words = labels.facts
    for does, label in (("employs", words.employs), ("funds", words.funds), ("hosts", words.hosts)):
        if names := [partner.name for partner in partners if partner.does == does]:
            yield Fact(does, label, join_words(names))


def _open(name: str, label: str, value: str) -> Fact:
    return Fact(name, label, value or OPEN, filled=bool(value))


def pay(labels: Labels, role: Role, band: PayBand, year: PayYear) -> tuple[Fact, ...]:
    """The facts on pay of a base role."""
    words = labels.facts
    return (
        Fact("salary", words.band_paid.format(band=role.band), f"{salary(band)} for full-time work, from {day(year.starts)}."),
        Fact("increases", words.increases, "Pay rises through the band as Agenda for Change sets out. Part-time pay is in proportion."),
        Fact("high_cost_area", words.high_cost_area, "A supplement is paid in and around London. The network says whether it applies."),
    )


def terms(labels: Labels, role: Role, band: PayBand, year: PayYear, fill: Fill, employer: Employer | None = None) -> tuple[Fact, ...]:
    """Pay and terms of a network's post. What the network has not filled in is left out, never invented."""
    paid = (
        f"{salary(band)} for full-time work: Agenda for Change band {role.band}, from {day(year.starts)}. Part-time pay is in proportion."
    )
    words = labels.facts
    found = [
        Fact("salary", words.salary, paid),
        Fact("high_cost_area", words.high_cost_area, supplement(fill.high_cost_area, year)),
        Fact("hours", words.hours, sentence(role.hours or "")),
        Fact("pattern", words.pattern, fill.pattern or ""),
        Fact("contract", words.contract, sentence(fill.contract or "")),
        Fact("bases", words.bases, sentence(bases(role.bases))),
        Fact("supervision", words.supervision, sentence(fill.supervision or "")),
        Fact("holiday", words.holiday, fill.holiday or ""),
        Fact("pension", words.pension, fill.pension or ""),
        Fact("probation", words.probation, sentence(fill.probation or "")),
        Fact("learning", words.learning, fill.learning or ""),
        Fact("travel", words.travel, fill.travel or ""),
        Fact("checks", words.checks, sentence(join_words(fill.checks or []))),
        *_employment(labels, employer),
    ]
    return tuple(fact for fact in found if fact.value)


def _employment(labels: Labels, employer: Employer | None) -> tuple[Fact, ...]:
    """Facts on the employer: an agreement between organisations, and visa sponsorship."""
    if employer is None:
        return ()
    agreed = f"{sentence(employer.name)} {employer.agreement}" if employer.agreement else ""
    licence = "The employer holds a licence to sponsor Skilled Worker visas. Ask before you apply whether this post can be sponsored."
    words = labels.facts
    return (Fact("agreement", words.agreement, agreed), Fact("sponsorship", words.sponsorship, licence if employer.sponsors else ""))


def supplement(zone: str | None, year: PayYear) -> str:
    """The high cost area supplement of a zone. A figure is given only if this year's is published and confirmed."""
    if zone is None:
        return ""
    if zone == "none":
        return "No supplement is paid for this base."
    rate = next((z for z in year.high_cost_areas if z.id == zone and z.confidence in ("high", "medium")), None)
    if rate is None:
        return f"A supplement for {ZONES[zone]} is paid, at the Agenda for Change rate for {year.year}."
    span = f"{pounds(rate.least)} and no more than {pounds(rate.most)}"
    return f"A supplement for {ZONES[zone]} is paid: {rate.percent} per cent of basic pay, no less than {span} a year."


def current_vacancy(vacancies: list[Vacancy], today: date) -> Vacancy | None:
    """The vacancy that is open on a day, or else the next to open; None if all are closed."""
    open_or_to_come = [v for v in vacancies if v.closes >= today]
    return min(open_or_to_come, key=lambda v: v.opens) if open_or_to_come else None


def advert(labels: Labels, vacancy: Vacancy, network: Network) -> Advert:
    """How to apply: dates, place and contact."""
    words = labels.apply
    on_nhs_jobs = words.on_nhs_jobs.format(reference=vacancy.reference)
    where = words.at.format(where=vacancy.apply_at) if vacancy.apply_at else on_nhs_jobs
    how = (where, words.show, words.no_cv)
    return Advert(vacancy, _dates(labels, vacancy), how, vacancy.contact or network.contact)


def _dates(labels: Labels, vacancy: Vacancy) -> tuple[Fact, ...]:
    words = labels.facts
    found = [
        Fact("opens", words.opens, day(vacancy.opens)),
        Fact("visits", words.visits, vacancy.visits or ""),
        Fact("closes", words.closes, closing(vacancy)),
        Fact("interviews", words.interviews, day(vacancy.interviews) if vacancy.interviews else ""),
        Fact("result_by", words.result_by, labels.apply.by.format(day=day(vacancy.result_by)) if vacancy.result_by else ""),
        Fact("starts", words.starts, vacancy.starts or ""),
    ]
    return tuple(fact for fact in found if fact.value)


def closing(vacancy: Vacancy) -> str:
    """`14 December 2026, 11:59pm`."""
    return f"{day(vacancy.closes)}, {vacancy.closes_at}"
