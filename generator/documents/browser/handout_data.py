"""The data of the saved services and the handout, in words for the patient: they say “you” to the patient."""

from __future__ import annotations

from collections.abc import Mapping

from generator.documents.browser.script import registered
from generator.documents.page import JsonObject
from generator.documents.views.service import ServiceView
from generator.knowledge.directory.visibility import last_look, shown_phones
from generator.knowledge.library.library import Library
from generator.knowledge.model.labels import REFERRALS
from generator.knowledge.text.formatting import site_name


def handout_data(library: Library, views: Mapping[str, ServiceView]) -> JsonObject:
    """The data of all handouts. A closed or withheld service has only its name, its state, and the services that replace it."""
    return {
        "address": library.settings.address,
        "title": library.settings.title,
        "crisis": [one.model_dump(include={"name", "number", "kind", "word"}, exclude_none=True) for one in library.crisis.contacts],
        "services": {
            name: handout_entry(view) if view.listed else withdrawn_entry(view, views)
            for view in views.values()
            for name in (view.service.id, *view.service.former_ids)  # a list that somebody kept has the ids of its day
        },
    }


def handout_entry(view: ServiceView) -> JsonObject:
    """A service that may be on a handout. Empty fields are left out."""
    service, look = view.service, last_look(view.service)
    start = next((words for way, words in REFERRALS.items() if way in service.referral), None)
    data: JsonObject = {
        "name": service.name,
        "summary": service.summary,
        "where": view.place,
        "ages": view.ages,
        "phones": [[phone.label or "", phone.number] for phone in view.phones],
        "texts": [[text.word or "", text.number] for text in view.texts],
        "web": view.address,
        "site": site_name(view.address) if view.address else "",
        "email": view.email,
        "through": [[other.name, *(phone.number for phone in shown_phones(other)[:1])] for other in view.through],
        "places": view.locations,
        "open": [row.line for row in view.hours] if view.sure else [],
        "start": start.to_patient if start else "",
        "record": start.recorded if start else "",
        "cost": view.cost,
        "alert": service.alert,
        "checked": look.checked_on.isoformat() if view.sure and look.checked_on else "",
        "copied": look.copied_on.isoformat() if view.sure and look.copied_on else "",
        "unsure": not view.sure,
        "care": view.careful,
    }
    return {key: value for key, value in data.items() if value not in ("", [], None, False)}


def withdrawn_entry(view: ServiceView, views: Mapping[str, ServiceView]) -> JsonObject:
    """A service that may not be on a handout, and the listed services that replace it."""
    return {"name": view.service.name, "gone": view.state, "next": [name for name in view.service.replaced_by if views[name].listed]}


def handout_script(data: JsonObject) -> str:
    """The data as a script that registers itself, for pages opened from a drive."""
    return registered("giving", data)
