"""Remove everything that says where a service is from imported records about abuse, until its safety settings are made."""

from __future__ import annotations

from generator.knowledge.directory import mentions
from generator.knowledge.directory.abuse import about_abuse, decided
from generator.knowledge.directory.mentions import joined_places
from generator.knowledge.directory.redaction import APART, without
from generator.knowledge.library.library import Library
from generator.knowledge.library.texts import rewritten
from generator.knowledge.model import Service
from generator.knowledge.model.services import Safety

WHY = "The import decided this: the record is about abuse. Anything that said where it is was left out."


def discreet(service: Service, before: Service | None, library: Library, *, own: bool, about: bool = False) -> Service:
    """The service as it may come in. `own` says that it comes from our own export, `about` that the feed's own terms name abuse.

    Only a decision in our own record, or in our own export, counts. Without one, the address is hidden and the page can be
    left fast. A record that is not about abuse, and does not hide its address, is returned as it is.
    """
    kept = service.safety if own else before.safety if before else Safety()
    about = about or about_abuse(service, library) or bool(before and before.safety.hide_address)
    if service == before or (own and decided(service)) or not (about or service.safety.hide_address):
        return service
    decision = {field: True if getattr(kept, field) is None else getattr(kept, field) for field in ("hide_address", "leave_fast")}
    careful = service.model_copy(update={"safety": service.safety.model_copy(update=decision)})
    return _without_places(careful) if decision["hide_address"] else careful


def _without_places(service: Service) -> Service:
    """The service without its locations, and without any text or web address that discloses one."""
    sources = [source.model_copy(update={"url": _silent(source.url)}) for source in service.sources]
    gone = {"locations": [], "url": _silent(service.url), "sources": sources}
    return rewritten(service.model_copy(update=gone), lambda text: without(text, mentions.places(text)), APART)


def _silent(address: str | None) -> str | None:
    """A web address, or None if it discloses a place, as a link to a map does."""
    return None if address and joined_places(address) else address


def unplaced(name: str) -> str:
    """A name without a street or postcode in it, since ids are made from names and appear in the addresses of pages."""
    for found in [*mentions.places(name)]:
        name = name.replace(found.words, " ")
    return name
