"""Walk through a document, and put each passage where it belongs: into a section, a category, a fact, a shared clause, or what is left."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from generator.knowledge.job_documents.below_headings import begins_next_job, read_heading
from generator.knowledge.job_documents.clauses import KnownClauses
from generator.knowledge.job_documents.criteria_words import TICK
from generator.knowledge.job_documents.facts import facts_in_line, says_who, table_of_facts
from generator.knowledge.job_documents.found import FoundField, JobDocument
from generator.knowledge.job_documents.headings import is_heading
from generator.knowledge.job_documents.paragraphs import read_facts, read_paragraph
from generator.knowledge.job_documents.passages import DocumentPassage, passages_of
from generator.knowledge.job_documents.rows import has_duties, has_levels, rows_of
from generator.knowledge.job_documents.section_tables import laid_flat
from generator.knowledge.job_documents.state import ReadingState
from generator.knowledge.job_documents.tables import read_table
from generator.knowledge.job_documents.zone_words import REASONS, WHY_LEFT
from generator.knowledge.library.library import Library
from generator.knowledge.source_documents import SourceDocument


def jobs_of(document: SourceDocument, library: Library) -> list[JobDocument]:
    """The job descriptions of a document, in order. At least one, which may be empty."""
    passages, clauses = passages_of(document), KnownClauses(library.clauses.values())
    states = [ReadingState()]
    _walk(states, passages, clauses)
    jobs = [state.finish() for state in states]
    return [job for job in jobs if job.statements or job.criteria] or jobs[-1:]


def _walk(states: list[ReadingState], passages: Sequence[DocumentPassage], clauses: KnownClauses) -> None:
    at = 0
    while at < len(passages):
        at += _step(states, passages, at, clauses)


def _step(states: list[ReadingState], passages: Sequence[DocumentPassage], at: int, clauses: KnownClauses) -> int:
    """Read what begins at a place, into the last state or a new one. Returns how many passages that are."""
    state, one = states[-1], passages[at]
    if one.layout.table:
        table = list(takewhile(lambda each: each.layout.table == one.layout.table, passages[at:]))
        if flat := laid_flat(table, state.depth):
            _walk(states, flat, clauses)
        else:
            _read_table(state, table)
        return len(table)
    found, taken, is_fact = ([], 1, False) if one.layout.heading else facts_in_line(passages, at)
    if is_fact and (state.zone in ("before", "job", "about", "purpose", "specification") or says_who(one)):
        read_facts(state, found, passages[at : at + taken])
        return taken
    if not is_heading(passages, at, criteria=state.zone == "specification"):
        read_paragraph(state, one, clauses)
        return 1
    if begins_next_job(state, passages, at):
        states.append(ReadingState())
    read_heading(states[-1], passages, at, clauses)
    return 1


def _read_table(state: ReadingState, table: Sequence[DocumentPassage]) -> None:
    """Read a table as facts, criteria or duties; or leave it."""
    table = [one for one in table if any(map(str.isalnum, one.text)) or TICK.fullmatch(one.text) or not one.text]
    rows = rows_of(table)
    levels = any(has_levels(row) for row in rows[:3])
    facts = None if levels else table_of_facts(table)
    if facts is not None and state.zone != "duties":
        _read_facts(state, facts, table)
    elif levels or state.zone == "specification":
        _read_criteria(state, table)
    elif state.zone in ("duties", "purpose") or any(has_duties(row) for row in rows[:1]):
        _read_duties(state, table)
    else:
        for one in table:
            state.leave(one, WHY_LEFT[state.zone])


def _read_facts(state: ReadingState, facts: Sequence[FoundField], table: Sequence[DocumentPassage]) -> None:
    used = state.take_new(facts)
    for one in table:
        if one.number not in used:
            state.leave(one, REASONS["no_fact"])


def _read_criteria(state: ReadingState, table: Sequence[DocumentPassage]) -> None:
    read = read_table(table, state.category, state.level)
    state.raw += read.criteria
    for one, what in read.others:
        if what == "heading":
            state.job.headings.append(one)
        else:
            state.leave(one, REASONS["continued" if what == "continued" else "no_criterion"])
    state.zone = "specification"


def _read_duties(state: ReadingState, table: Sequence[DocumentPassage]) -> None:
    for row in rows_of(table):
        head = has_duties(row)
        for one in (each for column in sorted(row) for each in row[column]):
            if head or one.layout.bold or one.words < 3:
                state.leave(one, REASONS["duty_table"])
            else:
                state.add_statement(one)
