"""Rows of a review queue in which someone wrote that they checked the service, and when."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from pydantic import ValidationError

from generator.knowledge.directory.importing.found import ImportedRecord
from generator.knowledge.directory.importing.merging import changed, values_of
from generator.knowledge.directory.reviews import ProviderReview, reviewed
from generator.knowledge.directory.table_columns import DONE_BY, DONE_ON
from generator.knowledge.library.library import Library


def marked_done(found: ImportedRecord, day: str, who: str, library: Library) -> ImportedRecord:
    """A row of our own export after the review that it tells of. One that tells of none is returned as it is."""
    day, who = day.strip(), who.strip()
    service = library.services.get(str(found.values.get("id", "")))
    if not service or not (day or who):
        return found
    try:
        review = ProviderReview(date.fromisoformat(day), who[:160])
    except ValueError:
        found.notes.left("assured_on", f"not a day as 2026-04-01, so the row is not done ({DONE_ON})", day)
        return found
    if not who:
        found.notes.left("assured_by", f"nobody is named, so the row is not done ({DONE_BY})")
        return found
    before = {name: value for name, value in values_of(service).items() if name not in found.given} | found.values
    try:
        after = reviewed(before, review, library)
    except ValidationError:
        return found  # the import refuses the record, and says what is wrong in it
    fields = changed(before, after)
    values = {**found.values, **{name: after.get(name) for name in fields}}
    return replace(found, values=values, given=found.given | set(fields))
