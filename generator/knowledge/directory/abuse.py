"""Services for people who are being hurt. Whoever hurts them may look for them there, so nothing about a place is shown by default."""

from __future__ import annotations

import re

from generator.knowledge.library.library import Library
from generator.knowledge.model import Service

_ABOUT_ABUSE = re.compile(
    r"\b(?:refuges?|safe[ -]?houses?|safe accommodation|women['’]?s (?:aid|shelters?)|domestic (?:abuse|violence)|rapes?|raped"
    r"|sexual(?:ly)? (?:abused?|violence|assault(?:ed)?|exploitation)|(?:human )?trafficking|modern slavery|forced marriages?|stalking"
    r"|honou?r[ -]based|coercive control|female genital mutilation|fgm)\b",
    re.IGNORECASE,
)
"""Words by which a service tells that it is for people who are being hurt, for records whose needs do not say so."""


def about_abuse(service: Service, library: Library) -> bool:
    """Whether a service is for people whom somebody hurts, by its needs or by what it says of itself."""
    if not library.abuse_needs.isdisjoint(service.needs):
        return True
    said = (service.name, *service.other_names, service.organisation, service.summary, *service.eligibility)
    return any(_ABOUT_ABUSE.search(text) for text in said)


def decided(service: Service) -> bool:
    """Whether somebody has decided how careful pages must be: whether to hide the address, and whether to offer a way to leave fast."""
    return service.safety.hide_address is not None and service.safety.leave_fast is not None


def address_hidden(service: Service, library: Library) -> bool:
    """Whether nothing about the service may say where it is: it says so itself, or nobody has decided yet."""
    return bool(service.safety.hide_address) or (service.safety.hide_address is None and about_abuse(service, library))
