"""Who runs a service of another publisher, and how to reach it: numbers, addresses and its page."""

from __future__ import annotations

from typing import Any

from generator.knowledge.directory.importing.mending import mail_address, web_address
from generator.knowledge.directory.importing.notes import Notes
from generator.knowledge.directory.importing.raw import MOST_ENTRIES, RawRecord, holders, parts, said
from generator.knowledge.directory.importing.telephones import FoundNumber, numbers_in


def organisation_name(entry: RawRecord) -> str:
    """Who runs the service, in the words of the feed, or nothing."""
    run_by = parts(entry, "organization", "organisation")
    return said(next(iter(run_by), {}), "name") or said(entry, "organization_name", "organisation", "organization", "provider")


def contacts(entry: RawRecord, notes: Notes) -> dict[str, Any]:
    """Numbers and addresses of the service; where it has none, those of its contacts, places and organisation."""
    calls: list[FoundNumber] = []
    mails: list[str] = []
    for holder in holders(entry):
        who = said(holder, "title", "department") if holder is not entry and "phones" in holder and "description" not in holder else ""
        for phone in parts(holder, "phones", "phone"):
            label = ", ".join(filter(None, (who, said(phone, "description"))))
            calls += numbers_in(phone.get("number"), notes, label=label, kind=said(phone, "type"), extension=phone.get("extension"))
        for key in ("phone", "telephone", "phones"):
            if isinstance(holder.get(key), str | int | float):
                calls += numbers_in(holder[key], notes, label=who)
        mail = holder.get("email")
        if isinstance(mail, str) and mail.strip():
            mails += filter(None, [mail_address(mail, notes)])
            calls += numbers_in(mail, Notes()) if mail and not calls and any(figure.isdigit() for figure in mail) else []
    found = list({(one.number.replace(" ", ""), one.texts): one for one in reversed(calls)}.values())[::-1][:MOST_ENTRIES]
    for other in dict.fromkeys(mails[1:]):
        if other != mails[0]:
            notes.left("email", "further email addresses", other)
    return {
        "phones": [{"number": one.number, "label": one.label} for one in found if not one.texts],
        "texts": [{"number": one.number, "label": one.label} for one in found if one.texts],
        "email": next(iter(mails), ""),
        "url": _page(entry, notes),
    }


def _page(entry: RawRecord, notes: Notes) -> str:
    run_by = next(iter(parts(entry, "organization", "organisation")), {})
    found = web_address(entry.get("url") or entry.get("website"), notes)
    for other in parts(entry, "additional_urls", "additional_websites"):
        if text := said(other, "url", "website"):
            notes.left("url", "a further link", " ".join(filter(None, (said(other, "label"), text))))
    if found:
        return found
    own = web_address(run_by.get("website") or run_by.get("url"), notes)
    if own:
        notes.kept("url", "the page of the organisation, as the feed gives none of the service")
    return own
