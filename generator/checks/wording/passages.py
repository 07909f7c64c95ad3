"""Every text of ours that is published, with its place and what it is: the texts that rules on words hold for.

Left out on purpose: what a source said and why we changed it, other people's names and titles, and words that people type in a search.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.checks.wording.background import BACKGROUND
from generator.knowledge.library.library import Library
from generator.knowledge.model import (
    AddCriterion,
    AddStatement,
    Aspect,
    Category,
    Clause,
    CrisisContact,
    Criterion,
    Employer,
    Fill,
    Hours,
    Identified,
    Location,
    Managed,
    Need,
    Network,
    NotFor,
    Overlay,
    Promise,
    Record,
    ReportingLine,
    Requirement,
    Reword,
    Role,
    SafetyNote,
    Section,
    Service,
    Settings,
    Sourced,
    Statement,
    Telephone,
    TextNumber,
    Training,
    Vacancy,
    WordingScope,
)
from generator.knowledge.reading.document import Steps


@dataclass(frozen=True)
class Passage:
    """One text of a record."""

    record: Identified
    steps: Steps
    text: str
    scope: WordingScope


PUBLISHED: dict[type[Record], tuple[WordingScope, tuple[str, ...]]] = {
    Role: ("advert", ("summary", "in_three_lines", "works_with", "hours")),
    Section: ("duties", ("heading", "intro")),
    Statement: ("duties", ("text",)),
    ReportingLine: ("duties", ("who", "where")),
    Managed: ("duties", ("who", "detail")),
    Training: ("advert", ("award", "notes")),
    Category: ("criteria", ("heading",)),
    Criterion: ("criteria", ("text", "short")),
    Clause: ("clauses", ("heading", "text")),
    Promise: ("advert", ("heading",)),
    Sourced: ("advert", ("text",)),
    Requirement: ("duties", ("title", "text", "if_missing")),
    Network: ("advert", ("profile", "adjustments")),
    Overlay: ("advert", ("note", "about_us", "overview", "main_duties")),
    Fill: (
        "advert",
        (
            *("works_with", "hours", "pattern", "contract", "supervision", "responsible_for", "holiday", "pension", "probation", "travel"),
            *("learning", "checks"),
        ),
    ),
    AddStatement: ("duties", ("text",)),
    AddCriterion: ("criteria", ("text", "short")),
    Reword: ("duties", ("text", "short")),
    Employer: ("advert", ("agreement",)),
    Vacancy: ("advert", ("visits", "starts")),
    Service: (
        "directory",
        (
            *("name", "summary", "alert", "ages_note", "eligibility", "area_note", "hours_note", "how_to_refer", "cost_note", "access"),
            *("not_confirmed",),
        ),
    ),
    NotFor: ("directory", ("who", "because")),
    SafetyNote: ("directory", ("text",)),
    Telephone: ("directory", ("label", "note")),
    TextNumber: ("directory", ("label", "note")),
    Hours: ("directory", ("note",)),
    Location: ("directory", ("note",)),
    CrisisContact: ("directory", ("label", "for_whom", "covers")),
    Need: ("directory", ("label",)),
    Aspect: ("directory", ("label",)),
    Settings: ("advert", ("tagline",)),
    **BACKGROUND,
}
"""The texts of each kind of record, and where they stand."""


def passages(library: Library) -> Iterator[Passage]:
    """Every text that readers meet, record by record."""
    for records in library.records.values():
        for record in records.values():
            yield from passages_of(record)


def passages_of(record: Identified) -> Iterator[Passage]:
    """Every text of one record that readers meet."""
    for steps, text, scope in _inside(record, ()):
        yield Passage(record, steps, text, scope)


def _inside(part: Record, steps: Steps) -> Iterator[tuple[Steps, str, WordingScope]]:
    scope, names = PUBLISHED.get(type(part), ("advert", ()))
    for name, value in vars(part).items():  # walking a record itself takes twice as long
        if isinstance(value, Record):
            yield from _inside(value, (*steps, name))
        elif isinstance(value, list):
            for index, item in enumerate(value):
                if isinstance(item, Record):
                    yield from _inside(item, (*steps, name, index))
                elif name in names:
                    yield (*steps, name, index), item, scope
        elif name in names and value:
            yield (*steps, name), value, scope
