"""What a heading begins: another job description, a part, a section, a category, a shared clause, or nothing."""

from __future__ import annotations

from collections.abc import Sequence

from generator.knowledge.job_documents.clauses import KnownClauses
from generator.knowledge.job_documents.criteria_words import ASKS, LEVEL_LINE, level_of_text
from generator.knowledge.job_documents.found import JobDocument, LeftPassage
from generator.knowledge.job_documents.headings import is_heading, zone_below
from generator.knowledge.job_documents.passages import DocumentPassage
from generator.knowledge.job_documents.raw_criteria import with_sign
from generator.knowledge.job_documents.state import ON_TERMS, ReadingState
from generator.knowledge.job_documents.zone_words import WHY_LEFT, Zone
from generator.knowledge.text.formatting import upper_first

EARLY = 12
"""Passages that may stand before the heading of a job description and still be its own."""


def begins_next_job(state: ReadingState, passages: Sequence[DocumentPassage], at: int) -> bool:
    """Whether a heading begins another job description: one with statements and criteria was read."""
    described = state.job.statements and (state.raw or state.job.categories)
    return bool(described) and zone_below(passages, at, state.zone) == "job"


def read_heading(state: ReadingState, passages: Sequence[DocumentPassage], at: int, clauses: KnownClauses) -> None:
    """Begin what the heading at a place begins."""
    one, zone = passages[at], zone_below(passages, at, state.zone)
    if zone == "job" and _stands_late(state, passages, at):
        _drop_what_came_before(state)
    inside = bool(state.depth) and one.layout.heading > state.depth
    if zone and _begins_part(state, zone, inside=inside):
        state.enter(zone, one.layout.heading)
        state.open_section(one, zone)
        _set_level_asked_for(state, one)
        return
    if zone is None and state.zone != "specification" and LEVEL_LINE.fullmatch(one.title):
        _begin_specification(state, one)
    if state.zone == "specification":
        _read_heading_of_criteria(state, one)
        _set_level_asked_for(state, one)
    else:
        named = None if zone else clauses.named(one.title)
        _read_other_heading(state, passages, at, named, inside=inside)


def _begins_part(state: ReadingState, zone: Zone, *, inside: bool) -> bool:
    """Whether a heading begins the part that its words name: among criteria few do, and none on terms below another heading."""
    among_criteria = state.zone == "specification" and zone not in ("job", "specification", "about", "general")
    return not (among_criteria or (inside and zone == "general"))


def _read_other_heading(state: ReadingState, passages: Sequence[DocumentPassage], at: int, named: str | None, *, inside: bool) -> None:
    """Read a heading outside the criteria that names no part, but perhaps a shared clause."""
    one = passages[at]
    if named and state.zone not in ("before", "job", "about"):
        state.zone, state.clause = "clause", named
        state.job.headings.append(one)
    elif state.zone in ON_TERMS:
        state.zone, state.clause = "general", None
        state.job.headings.append(one)
    elif state.zone in ("duties", "purpose"):
        state.zone = "duties"
        state.open_section(one, "duties")
    elif state.zone == "about" and not inside and _heads_a_list(passages, at):
        state.enter("duties", one.layout.heading)
        state.open_section(one, "duties")
    else:
        state.leave(one, WHY_LEFT[state.zone])


def _heads_a_list(passages: Sequence[DocumentPassage], at: int) -> bool:
    return at + 1 < len(passages) and passages[at + 1].listed and not is_heading(passages, at + 1)


def _begin_specification(state: ReadingState, one: DocumentPassage) -> None:
    """Criteria begin without a heading of their own. Where desirable ones come first, what is listed above them is essential."""
    above = state.job.sections[-1] if state.job.sections and state.zone == "duties" else None
    state.enter("specification", one.layout.heading)
    desirable = one.title.lower().startswith("desirable")
    if desirable and above is not None and len(state.job.sections) > 1:
        state.raw += [with_sign(each.passage, above.heading, None) for each in above.statements]
        above.statements.clear()


def _set_level_asked_for(state: ReadingState, one: DocumentPassage) -> None:
    """A heading such as ‘You must have’ names the level."""
    if asks := ASKS.fullmatch(one.title):
        state.level = "essential" if asks[1] else "desirable"


def _read_heading_of_criteria(state: ReadingState, one: DocumentPassage) -> None:
    """A heading among criteria names a level, a category or both."""
    state.job.headings.append(one)
    if named := LEVEL_LINE.fullmatch(one.text.strip(" :")):
        state.level = level_of_text(named[1])
        state.level_inside = bool(state.category) and not named[2]
        state.category = upper_first(named[2]) if named[2] else state.category
        return
    if state.level_inside:
        state.level, state.level_inside = None, False
    state.category = one.title


def _stands_late(state: ReadingState, passages: Sequence[DocumentPassage], at: int) -> bool:
    """Whether the heading of the job description stands far into a document: what comes before is another text."""
    begun = state.raw or state.job.fields or state.zone not in ("before", "duties", "purpose")
    return not begun and at > EARLY and at > len(passages) // 20


def _drop_what_came_before(state: ReadingState) -> None:
    """What stands before the first job description of a longer document is none of it."""
    job = state.job
    gone = [each.passage for found in (job.statements, job.clauses, job.fields, job.left) for each in found] + job.headings
    state.job = JobDocument(left=[LeftPassage(one, WHY_LEFT["before"]) for one in sorted(gone, key=lambda each: each.number)])
