"""A network about which nothing is known yet: every blank says in square brackets what belongs there.

The Word file that the browser fills in is an ordinary pack of this network, so no second template exists. The same texts stand in a
saved file where somebody left a blank that a network must fill; the check then names each one.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import get_args

from generator.documents.packs.compose import make_network_pack
from generator.documents.packs.model import Pack
from generator.knowledge.library.library import Library
from generator.knowledge.model import Base, Contact, Employer, Fill, Network, Overlay, Partner, Practice, Role, Vacancy

BLANKS: Mapping[str, str] = MappingProxyType(
    {
        "name": "[The network’s name]",
        "profile": "[Who the network is: its practices, its people and its places]",
        "practice": "[The practice’s name]",
        "area": "[The town or area it serves]",
        "populations_as_of": "[When the patients were counted]",
        "employer": "[Who employs the post holder]",
        "partner": "[Who has a part in the post]",
        "agreement": "[The local service agreement under which the post works in the network]",
        "contact": "[Who answers questions about the post]",
        "job": "[Their job]",
        "email": "name@example.org",
        "phone": "01632 960 000",
        "adjustments": "[How to ask for an adjustment, or for the pack in another format]",
        "base": "[The place of work]",
        "hours": "[Hours a week]",
        "pattern": "[When the hours fall, and what can be agreed]",
        "contract": "[Permanent, or the length of a fixed term]",
        "supervision": "[Clinical supervision: how often, and by whom]",
        "responsible_for": "[Who or what the post answers for]",
        "holiday": "[Holiday]",
        "pension": "[Pension]",
        "probation": "[Probation]",
        "travel": "[What is paid for travel]",
        "learning": "[Time and money for study]",
        "checks": "[Checks before a person starts]",
        "reference": "[The reference on NHS Jobs]",
        "visits": "[When and where people can visit]",
        "starts": "[When the work starts]",
        "because": "[Why you changed it]",
        "who": "[The post]",
        "where": "[Where that post sits]",
        "detail": "[Their band]",
    }
)
"""What stands where nothing is known yet."""


def blank_network(role: Role) -> Network:
    """A network that recruits to one role, with every blank that a pack can show still blank. Its dates are the role's."""
    known = BLANKS
    contact = Contact(name=known["contact"], job=known["job"], phone=known["phone"], email=known["email"])
    return Network(
        id="your-network",
        name=known["name"],
        status="current",
        profile=[known["profile"]],
        practices=[Practice(ods_code="Z00000", name=known["practice"], area=known["area"], population=1)],
        populations_as_of=known["populations_as_of"],
        employer=Employer(
            name=known["employer"],
            kind="network",
            agreement=known["agreement"],
            disability_confident=True,
            shortlisting_promise=True,
            sponsors=True,
        ),
        contact=contact,
        adjustments=known["adjustments"],
        roles=[_overlay(role)],
        updated=role.updated,
    )


def blank_pack(library: Library, base: Pack) -> Pack:
    """The pack of that network, which the browser fills in, from the pack of its base role."""
    return make_network_pack(library, blank_network(base.role), 0, base.role.updated, base.labels, base)


def _overlay(role: Role) -> Overlay:
    return Overlay(
        role=role.id, fill=_fill(), vacancies=[_vacancy(role.updated)], version="1.0", updated=role.updated, review_by=role.review_by
    )


def _fill() -> Fill:
    texts = ("hours", "pattern", "contract", "supervision", "responsible_for", "holiday", "pension", "probation", "travel", "learning")
    said = {name: BLANKS[name] for name in texts}
    partners = [Partner(name=BLANKS["partner"], does=does) for does in get_args(Partner.model_fields["does"].annotation)]
    return Fill(partners=partners, bases=[Base(name=BLANKS["base"])], checks=[BLANKS["checks"]], high_cost_area="none", **said)  # type: ignore[arg-type]


def _vacancy(day: date) -> Vacancy:
    """Open on the role's own day, so that the pack advertises it whenever it is made."""
    return Vacancy(
        reference=BLANKS["reference"], opens=day, closes=day, interviews=day, result_by=day,
        visits=BLANKS["visits"], starts=BLANKS["starts"],
    )  # fmt: skip
