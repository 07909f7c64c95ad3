"""Services about abuse. An abuser may look for a victim there, so their location is hidden by default."""

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
"""Words that identify a service about abuse, for records whose needs do not."""


def about_abuse(service: Service, library: Library) -> bool:
    """Whether a service is about abuse, by its needs or by its name and summary."""
    if not library.abuse_needs.isdisjoint(service.needs):
        return True
    said = (service.name, *service.other_names, service.organisation, service.summary, *service.eligibility)
    return any(_ABOUT_ABUSE.search(text) for text in said)


def decided(service: Service) -> bool:
    """Whether a service has both safety settings, `hide_address` and `leave_fast`."""
    return service.safety.hide_address is not None and service.safety.leave_fast is not None


def address_hidden(service: Service, library: Library) -> bool:
    """Whether the address must be hidden: the record says so, or a service about abuse has no safety settings yet."""
    return bool(service.safety.hide_address) or (service.safety.hide_address is None and about_abuse(service, library))
