"""Walk through a document, and put each passage where it belongs: into a section, a category, a fact, a shared clause, or what is left."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from generator.knowledge.job_documents.categories import add_criteria
from generator.knowledge.job_documents.clauses import KnownClauses
from generator.knowledge.job_documents.facts import facts_in_line, says_who, table_of_facts
from generator.knowledge.job_documents.found import (
    FoundClause,
    FoundField,
    FoundSection,
    FoundStatement,
    JobDocument,
    LeftPassage,
    Level,
)
from generator.knowledge.job_documents.headings import is_heading, zone_below
from generator.knowledge.job_documents.passages import DocumentPassage, passages_of
from generator.knowledge.job_documents.tables import RawCriterion, has_duties, has_levels, is_legend, read_table, rows_of, with_sign
from generator.knowledge.job_documents.vocabulary import ASKS, LEVEL_LINE, WHY_LEFT, Zone, level_of_text
from generator.knowledge.library.library import Library
from generator.knowledge.source_documents import SourceDocument
from generator.knowledge.text.formatting import upper_first

_SIGNATURE = re.compile(r"(?:signed|signature|date|name)\b.*(?:\.{4,}|_{3,}).*|.*(?:\.{6,}|_{5,}).*", re.IGNORECASE)

_OTHER_TITLE = re.compile(r"\(([A-Z][^()]{3,60})\)")


def jobs_of(document: SourceDocument, library: Library) -> list[JobDocument]:
    """The job descriptions of a document, in order. At least one, which may be empty."""
    return _Walk(passages_of(document), KnownClauses(library.clauses.values())).jobs()


class _Walk:
    """The state of reading: which part of the document it is in, and below which headings."""

    def __init__(self, passages: Sequence[DocumentPassage], clauses: KnownClauses) -> None:
        self._passages, self._clauses = passages, clauses
        self._jobs = [JobDocument()]
        self._begin()

    def _begin(self) -> None:
        self._zone: Zone = "before"
        self._depth = 0
        self._clause: str | None = None
        self._category = ""
        self._level: Level | None = None
        self._level_inside = False
        self._raw: list[RawCriterion] = []

    @property
    def _job(self) -> JobDocument:
        return self._jobs[-1]

    def jobs(self) -> list[JobDocument]:
        """Read it all."""
        at = 0
        while at < len(self._passages):
            at += self._step(at)
        self._finish()
        return [job for job in self._jobs if job.statements or job.criteria] or self._jobs[-1:]

    def _step(self, at: int) -> int:
        """Read what begins at a passage. Returns how many passages that are."""
        one = self._passages[at]
        if one.layout.table:
            table = list(takewhile(lambda each: each.layout.table == one.layout.table, self._passages[at:]))
            self._table(table)
            return len(table)
        found, taken, is_fact = ([], 1, False) if one.layout.heading else facts_in_line(self._passages, at)
        if is_fact and (self._zone in ("before", "job", "about", "purpose", "specification") or says_who(one)):
            self._facts(found, self._passages[at : at + taken])
            return taken
        if is_heading(self._passages, at, criteria=self._zone == "specification"):
            self._heading(one, at)
        else:
            self._paragraph(one)
        return 1

    def _take_new(self, found: Sequence[FoundField]) -> set[int]:
        """Take the facts that were not said before. Returns the numbers of their passages."""
        known = {each.name for each in self._job.fields}
        new = [each for each in found if each.name not in known]
        self._job.fields += new
        return {each.passage.number for each in new}

    def _facts(self, found: Sequence[FoundField], passages: Sequence[DocumentPassage]) -> None:
        used = self._take_new(found)
        for one in passages:
            if not used:
                self._leave(
                    one,
                    "It is a fact that a role has no field for, or is said already."
                    if found
                    else "Its label has no value, or no field here.",
                )
            elif one.number not in used:
                self._job.headings.append(one)

    # Headings

    def _heading(self, one: DocumentPassage, at: int) -> None:
        zone = zone_below(self._passages, at, self._zone)
        depth = one.layout.heading
        if zone == "job" and self._job.statements and (self._raw or self._job.categories):
            self._next_job()
        elif (
            zone == "job"
            and self._zone in ("before", "duties", "purpose")
            and not (self._raw or self._job.fields)
            and _is_late(at, self._passages)
        ):
            self._drop_what_came_before()
        inside = self._depth and depth > self._depth
        if zone and not (
            (self._zone == "specification" and zone not in ("job", "specification", "about", "general")) or (inside and zone == "general")
        ):
            self._enter(zone, depth)
            self._open_section(one, zone)
            self._asked_for(one)
            return
        if zone is None and self._zone != "specification" and LEVEL_LINE.fullmatch(one.title):
            self._begin_specification(depth, desirable=one.title.lower().startswith("desirable"))
        if self._zone == "specification":
            self._of_specification(one)
            self._asked_for(one)
            return
        named = None if zone else self._clauses.named(one.title)
        if named and self._zone not in ("before", "job", "about"):
            self._zone, self._clause = "clause", named
            self._job.headings.append(one)
        elif self._zone in ("clause", "general"):
            self._zone, self._clause = "general", None
            self._job.headings.append(one)
        elif self._zone in ("duties", "purpose"):
            self._zone = "duties"
            self._open_section(one, "duties")
        elif (
            self._zone == "about" and not inside and (after := self._after(at)) and after.listed and not is_heading(self._passages, at + 1)
        ):
            self._enter("duties", depth)
            self._open_section(one, "duties")
        else:
            self._leave(one, WHY_LEFT[self._zone])

    def _after(self, at: int) -> DocumentPassage | None:
        return self._passages[at + 1] if at + 1 < len(self._passages) else None

    def _begin_specification(self, depth: int, *, desirable: bool) -> None:
        """Criteria begin without a heading of their own. Where desirable ones come first, what is listed above them is essential."""
        above = self._job.sections[-1] if self._job.sections and self._zone == "duties" else None
        self._enter("specification", depth)
        if desirable and above is not None and len(self._job.sections) > 1:
            self._raw += [with_sign(each.passage, above.heading, None) for each in above.statements]
            above.statements.clear()

    def _enter(self, zone: Zone, depth: int) -> None:
        self._zone, self._depth, self._clause = zone, depth, None
        self._category, self._level, self._level_inside = "", None, False

    def _asked_for(self, one: DocumentPassage) -> None:
        """A heading such as ‘You must have’ names the level."""
        asks = ASKS.fullmatch(one.title)
        if asks:
            self._level = "essential" if asks["essential"] else "desirable"

    def _open_section(self, one: DocumentPassage, zone: Zone) -> None:
        self._job.headings.append(one)
        if zone in ("duties", "purpose"):
            self._job.sections.append(FoundSection(one.title, one, purpose=zone == "purpose"))

    def _of_specification(self, one: DocumentPassage) -> None:
        named = LEVEL_LINE.fullmatch(one.text.strip(" :"))
        self._job.headings.append(one)
        if named:
            self._level = level_of_text(named[1])
            self._level_inside = bool(self._category) and not named[2]
            self._category = upper_first(named[2]) if named[2] else self._category
            return
        if self._level_inside:
            self._level, self._level_inside = None, False
        self._category = one.title

    def _next_job(self) -> None:
        self._finish()
        self._jobs.append(JobDocument())
        self._begin()

    def _drop_what_came_before(self) -> None:
        """What stands before the first job description of a longer document is none of it."""
        job = self._job
        gone = [each.passage for found in (job.statements, job.clauses, job.fields, job.left) for each in found] + job.headings
        self._jobs[-1] = JobDocument(left=[LeftPassage(one, WHY_LEFT["before"]) for one in sorted(gone, key=lambda each: each.number)])

    # Paragraphs

    def _paragraph(self, one: DocumentPassage) -> None:
        if (other := _OTHER_TITLE.fullmatch(one.text)) and self._zone in ("before", "job") and self._job.said("title"):
            self._job.fields.append(FoundField("other_titles", other[1], one))
        elif _SIGNATURE.fullmatch(one.text):
            self._leave(one, "It is a place to sign or to fill in.")
        elif self._zone == "specification":
            self._in_specification(one)
        elif self._zone in ("duties", "purpose", "general", "clause"):
            general = self._zone in ("general", "clause")
            duty = one.listed and not general  # a duty may speak of safety or the law, and is a duty still
            match = None if duty else self._clauses.meant(one.text, self._clause, general=general)
            if match:
                self._job.clauses.append(FoundClause(match.clause, match.likeness, one))
            elif general and not one.listed:
                self._leave(one, WHY_LEFT[self._zone])
            else:
                self._statement(one)
        else:
            self._leave(one, WHY_LEFT[self._zone])

    def _statement(self, one: DocumentPassage) -> None:
        if one.words < 3 and not one.listed:
            self._leave(one, "It is too short to be a statement.")
            return
        if not self._job.sections or (self._zone in ("general", "clause") and self._job.sections[-1].heading != "General"):
            self._job.sections.append(FoundSection("General" if self._zone in ("general", "clause") else "Main duties", None))
        self._job.sections[-1].statements.append(FoundStatement(upper_first(one.text), one))

    def _in_specification(self, one: DocumentPassage) -> None:
        if is_legend(one):
            self._leave(one, "It says what letters of the table mean.")
        elif one.listed or self._level:
            self._raw.append(with_sign(one, self._category, self._level))
        else:
            self._leave(one, WHY_LEFT["specification"])

    def _leave(self, one: DocumentPassage, reason: str) -> None:
        if one.text:
            self._job.left.append(LeftPassage(one, reason))

    # Tables

    def _table(self, table: Sequence[DocumentPassage]) -> None:
        table = [one for one in table if any(map(str.isalnum, one.text)) or one.text in "✓✔√☒☑•●*✗\uf0fc\uf0fe\uf050"]
        rows = rows_of(table)
        levels = any(has_levels(row) for row in rows[:3])
        facts = None if levels else table_of_facts(table)
        if facts is not None and self._zone != "duties":
            self._facts_of_table(facts, table)
        elif levels or self._zone == "specification":
            read = read_table(table, self._category)
            self._raw += read.criteria
            for one, what in read.others:
                self._job.headings.append(one) if what == "heading" else self._leave(
                    one, "It says the level, the number or the way of assessment of a criterion."
                )
            self._zone = "specification"
        elif self._zone in ("duties", "purpose") or has_duties(rows[0]):
            self._table_of_duties(table)
        else:
            for one in table:
                self._leave(one, WHY_LEFT[self._zone])

    def _facts_of_table(self, facts: Sequence[FoundField], table: Sequence[DocumentPassage]) -> None:
        used = self._take_new(facts)
        for one in table:
            if one.number not in used:
                self._leave(one, "It is a label, or a fact that a role has no field for.")

    def _table_of_duties(self, table: Sequence[DocumentPassage]) -> None:
        for row in rows_of(table):
            head = has_duties(row)
            for one in (each for column in sorted(row) for each in row[column]):
                if head or one.layout.bold or one.words < 3:
                    self._leave(one, "It is a heading or a number in a table of duties.")
                else:
                    self._statement(one)

    # The end

    def _finish(self) -> None:
        """Put criteria into categories, and drop sections without statements."""
        job = self._job
        add_criteria(job, self._raw)
        job.sections = [section for section in job.sections if section.statements]
        self._raw = []


def _is_late(at: int, passages: Sequence[DocumentPassage]) -> bool:
    """Whether the heading of the job description stands far into a document: what comes before is another text."""
    return at > 12 and at > len(passages) // 20
