"""Data of the form “Correct this” on the page of a service: what the page shows, and the form of each text from the schema."""

from __future__ import annotations

import json
from typing import Any

from generator.documents.browser.patterns import HIDDEN_SOURCE
from generator.documents.page import JsonObject
from generator.knowledge.directory.corrections import WAYS_TO_KNOW, Correction, ShownFields, ShownPhone, ShownPlace, shown_fields
from generator.knowledge.model import Service, Settings
from generator.knowledge.model.words import Record

_SAYS = {
    "number": "Use figures and spaces only, such as 01632 960 014.",
    "url": "Write the whole address, beginning with https:// or http://.",
    "email": "Write an email address, such as name@example.org.",
}
"""What to type where a pattern does not hold. The messages of the schema speak of files."""

_FIELDS: dict[str, tuple[type[Record], str]] = {
    "name": (ShownFields, "name"), "url": (ShownFields, "url"), "email": (ShownFields, "email"), "number": (ShownPhone, "number"),
    "label": (ShownPhone, "label"), "address": (ShownPlace, "address"), "note": (Correction, "note"), "by": (Correction, "sent_by"),
}  # fmt: skip
"""Each text of the form, and the field of a model that it fills."""


def correction_data(settings: Settings) -> JsonObject:
    """What the forms of all services share."""
    return {
        "address": settings.address,
        "report": settings.report_problem,
        "known": list(WAYS_TO_KNOW),
        "hidden": HIDDEN_SOURCE,
        "forms": {name: {**_form(*field), **({"says": _SAYS[name]} if name in _SAYS else {})} for name, field in _FIELDS.items()},
    }


def correction_record(service: Service, *, detailed: bool) -> str:
    """What the page shows of a service, as JSON, without what it does not have. Only its name, where the page shows no details."""
    kept = {name: value for name, value in shown_fields(service).items() if (value or name == "places") and (detailed or name == "name")}
    return json.dumps(kept, ensure_ascii=False, separators=(",", ":"))


def _form(model: type[Record], field: str) -> dict[str, Any]:
    """The pattern and the limit of a text, from the JSON Schema of its model."""
    schema = model.model_json_schema()["properties"][field]
    text: dict[str, Any] = next((one for one in schema.get("anyOf", [schema]) if one.get("type") == "string"), {})
    return {name: text[key] for name, key in (("pattern", "pattern"), ("longest", "maxLength")) if key in text}
