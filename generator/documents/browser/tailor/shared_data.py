"""What the script that tailors packs needs for every role alike: the form of a network's file, the boxes of NHS Jobs, and fixed words."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any

from generator.checks.coverage import STATES
from generator.documents.browser.patterns import HIDDEN_SOURCE
from generator.documents.browser.tailor.blank import BLANKS
from generator.documents.charts.shapes import SAID, dash
from generator.documents.formats import FORMATS
from generator.documents.formats.nhs_jobs.boxes import LIMITS, NHS_JOBS
from generator.documents.formats.nhs_jobs.drafts import FIXED_WORDS
from generator.documents.formats.nhs_jobs.plain_text import TYPED, UNSEEN
from generator.documents.formats.nhs_jobs.sheet import SHEET_WORDS, advice
from generator.documents.packs.compose import STATUS_NOTICES
from generator.documents.packs.labels import LABELS, Labels
from generator.documents.packs.terms import OPEN
from generator.knowledge.library.library import Library
from generator.knowledge.library.logos import FITS, LARGEST_LOGO, LARGEST_SIDE, SMALLEST_SIDE
from generator.knowledge.model import Network, RecruitmentForm
from generator.knowledge.model.kinds import KINDS
from generator.knowledge.model.logos import LONGEST_CONTENT
from generator.knowledge.reading.schema import json_schema
from generator.knowledge.reading.yaml_file import LARGEST


def shared_data(library: Library, labels: Labels = LABELS) -> dict[str, Any]:
    """The data for every role, as JSON holds it."""
    form = library.recruitment.get(NHS_JOBS)
    return {
        "schema": _slim(json.loads(json_schema(_NETWORK))),
        "largest": LARGEST,
        "logo": {"bytes": LARGEST_LOGO, "longest": LONGEST_CONTENT, "fits": list(FITS), "side": LARGEST_SIDE, "least": SMALLEST_SIDE},
        "notices": STATUS_NOTICES,
        "hidden": HIDDEN_SOURCE,
        "blanks": dict(BLANKS),
        "open": OPEN,
        "tells": dict(labels.chart.above),
        "lines": {kind: {"says": says, "dash": dash(kind)} for kind, says in SAID.items()},
        "labels": {name: found for name, found in asdict(labels).items() if name in _LABELS},
        "words": {**FIXED_WORDS, "everyone": labels.parts.everyone.heading},
        "sheet": {**SHEET_WORDS, **{f"limit_{name}": words for name, words in LIMITS.items()}},
        "in_zip": {form.suffix: list(form.in_zip) for form in FORMATS if form.in_zip} | {"yaml": list(_DRAFT)},
        "states": dict(STATES),
        "typed": {chr(code): words for code, words in TYPED.items()},
        "unseen": "".join(sorted(UNSEEN)),
        "form": _form(form) if form else None,
    }


def _form(form: RecruitmentForm) -> dict[str, Any]:
    boxes = [
        {"id": box.id, "name": box.on_form, "page_name": box.on_page, "least": box.least, "most": box.most, "note": box.note or ""}
        for box in form.fields
    ]
    return {"name": form.name, "boxes": boxes, "advice": advice(form)}


def _slim(schema: Any) -> Any:
    """A JSON Schema without what only people read. `X or null` becomes X: the script takes nulls away before it looks."""
    if isinstance(schema, list):
        return [_slim(item) for item in schema]
    if not isinstance(schema, dict):
        return schema
    options = [option for option in schema.get("anyOf", ()) if option != {"type": "null"}]
    if len(options) == 1:
        return _slim(options[0])
    kept = {key: value for key, value in schema.items() if not (key in _SAID and isinstance(value, str))}
    return {key: _slim(value) for key, value in kept.items() if key != "default"}


_NETWORK = next(kind for kind in KINDS if kind.model is Network)
_LABELS = ("network_issue", "practices", "criteria", "chart", "apply")
"""The labels that the script writes itself; the rest it finds on its page, in its role's facts or in its Word file."""

_DRAFT = ("{id}.yaml", "Your draft, to go on with. Open it on the page that made these files.")
"""The name of a draft in the zip of everything, and what the read-me file there says of it."""

_SAID = ("title", "description")
