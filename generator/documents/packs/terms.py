"""What a post pays and asks, and how to apply for it: the facts of a pack that are not in the job description."""

from __future__ import annotations

from datetime import date

from generator.documents.packs.model import Advert, Fact
from generator.documents.packs.organisation import manager
from generator.knowledge.model import Base, Employer, Fill, Network, PayBand, PayYear, Role, Vacancy
from generator.knowledge.text.formatting import day, join_words, pounds, sentence

OPEN = "Set by each network"
"""What stands where only a network can say. Nothing in a base role is left blank."""

ZONES = {"inner": "inner London", "outer": "outer London", "fringe": "the fringe of London"}


def salary(band: PayBand) -> str:
    """`£49,387 to £56,515 a year`: published figures, never computed."""
    return f"{pounds(band.entry)} to {pounds(band.top)} a year"


def bases(found: list[Base]) -> str:
    """Places of work, with their shares where a post has several."""
    return join_words([f"{b.name} ({b.share})" if b.share else b.name for b in found])


def facts(role: Role, band: PayBand, fill: Fill, network: Network | None) -> tuple[Fact, ...]:
    """The key facts of the role on a page."""
    employer = network.employer.name if network and network.employer else ""
    found = [
        Fact("band", "Band", f"Agenda for Change band {role.band}"),
        _open("employer", "Employer", employer),
        Fact("salary", "Salary", salary(band)),
        _open("hours", "Hours", role.hours or ""),
        Fact("reports_to", "Reports to", manager(role).who),
        _open("bases", "Base", bases(role.bases)),
    ]
    optional = [
        Fact("contract", "Contract", fill.contract or ""),
        Fact("supervision", "Supervision", fill.supervision or ""),
        Fact("responsible_for", "Responsible for", fill.responsible_for or ""),
        Fact("registered_with", "Registered with", role.registered_with or ""),
        Fact("posts", "Posts", str(role.posts or "")),
    ]
    return (*found, *(fact for fact in optional if fact.value))


def _open(name: str, label: str, value: str) -> Fact:
    return Fact(name, label, value or OPEN, filled=bool(value))


def pay(role: Role, band: PayBand, year: PayYear) -> tuple[Fact, ...]:
    """What the band pays, for a base role."""
    return (
        Fact("salary", f"Band {role.band}", f"{salary(band)} for full-time work, from {day(year.starts)}."),
        Fact("increases", "Increases", "Pay rises through the band as Agenda for Change sets out. Part-time pay is in proportion."),
        Fact("high_cost_area", "High cost area", "A supplement is paid in and around London. The network says whether it applies."),
    )


def terms(role: Role, band: PayBand, year: PayYear, fill: Fill, employer: Employer | None = None) -> tuple[Fact, ...]:
    """Pay and terms as a network offers them. What the network has not said is left out, never invented."""
    paid = (
        f"{salary(band)} for full-time work: Agenda for Change band {role.band}, from {day(year.starts)}. Part-time pay is in proportion."
    )
    found = [
        Fact("salary", "Salary", paid),
        Fact("high_cost_area", "High cost area", supplement(fill.high_cost_area, year)),
        Fact("hours", "Hours", sentence(role.hours or "")),
        Fact("pattern", "Working pattern", fill.pattern or ""),
        Fact("contract", "Contract", sentence(fill.contract or "")),
        Fact("bases", "Base", sentence(bases(role.bases))),
        Fact("supervision", "Supervision", sentence(fill.supervision or "")),
        Fact("holiday", "Holiday", fill.holiday or ""),
        Fact("pension", "Pension", fill.pension or ""),
        Fact("probation", "Probation", sentence(fill.probation or "")),
        Fact("learning", "Learning", fill.learning or ""),
        Fact("travel", "Travel", fill.travel or ""),
        Fact("checks", "Checks", sentence(join_words(fill.checks or []))),
        *_employment(employer),
    ]
    return tuple(fact for fact in found if fact.value)


def _employment(employer: Employer | None) -> tuple[Fact, ...]:
    """Who employs, where that needs more than a name."""
    if employer is None:
        return ()
    agreed = f"{sentence(employer.name)} {employer.agreement}" if employer.agreement else ""
    licence = "The employer holds a licence to sponsor Skilled Worker visas. Ask before you apply whether this post can be sponsored."
    return (Fact("agreement", "Employer", agreed), Fact("sponsorship", "Visa sponsorship", licence if employer.sponsors else ""))


def supplement(zone: str | None, year: PayYear) -> str:
    """The supplement of a zone. A figure is given only where this year's is published and not in doubt."""
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
    """The vacancy that is open on a day, or else the next to open. A closed one is never advertised."""
    open_or_to_come = [v for v in vacancies if v.closes >= today]
    return min(open_or_to_come, key=lambda v: v.opens) if open_or_to_come else None


def advert(vacancy: Vacancy, network: Network) -> Advert:
    """How to apply: dates, place and whom to talk to."""
    where = f"Apply at {vacancy.apply_at}." if vacancy.apply_at else f"Apply on NHS Jobs: search for reference {vacancy.reference}."
    how = (
        where,
        "Use your supporting information to show, with examples, how you meet each essential criterion.",
        "You do not need to send a CV.",
    )
    return Advert(vacancy, _dates(vacancy), how, vacancy.contact or network.contact)


def _dates(vacancy: Vacancy) -> tuple[Fact, ...]:
    found = [
        Fact("opens", "Advert opens", day(vacancy.opens)),
        Fact("visits", "Visits", vacancy.visits or ""),
        Fact("closes", "Closing date", closing(vacancy)),
        Fact("interviews", "Interviews", day(vacancy.interviews) if vacancy.interviews else ""),
        Fact("result_by", "We tell you the result", f"By {day(vacancy.result_by)}" if vacancy.result_by else ""),
        Fact("starts", "Start", vacancy.starts or ""),
    ]
    return tuple(fact for fact in found if fact.value)


def closing(vacancy: Vacancy) -> str:
    """`14 December 2026, 11:59pm`."""
    return f"{day(vacancy.closes)}, {vacancy.closes_at}"
