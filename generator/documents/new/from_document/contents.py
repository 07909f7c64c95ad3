"""What stands in the files of a role made from a document, in the order in which it is written."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from generator.documents.new.from_document import facts
from generator.documents.new.from_document.names import GivenNames, printed, remark, yaml_quoted
from generator.knowledge.job_documents import JobDocument
from generator.knowledge.job_documents.found import FoundCriterion
from generator.knowledge.job_documents.passages import DocumentPassage
from generator.knowledge.library.library import Library
from generator.knowledge.model import Settings
from generator.knowledge.source_documents import SourceDocument

LONGEST_STATEMENT = 4000
"""Characters of a statement at most: a longer paragraph is no sentence of a job description."""

_LEADS = re.compile(r"(?::-?|\be\.?g\.?|\bsuch as|\bfollowing)\W*$", re.IGNORECASE)
"""The end of a criterion that leads in those below it: they may be choices, where each alone would be asked of everyone."""


@dataclass
class SourceClauses:
    """The clauses of the document that are cited, and the passages that are not, each with the reason."""

    cited: list[dict[str, Any]] = field(default_factory=list)
    left: list[tuple[DocumentPassage, str]] = field(default_factory=list)

    def cite(self, kind: str, passage: DocumentPassage, under: str) -> str:
        """The id of a new clause for a passage."""
        name = f"{kind}-{sum(each['kind'] == kind for each in self.cited) + 1}"
        place = printed(f"{passage.label}{f': {under}' if under else ''}")[: facts.LONGEST_SHORT_TEXT]
        self.cited.append({"id": name, "kind": kind, "place": yaml_quoted(place)})
        return name


def template_values(job: JobDocument, document: SourceDocument, library: Library, name: str, today: date) -> dict[str, Any]:
    """Everything that the templates of the three files show."""
    clauses, names = SourceClauses(), GivenNames()
    title = facts.title_of(job, name)
    sections = [_section(section, clauses, names) for section in job.sections]
    categories = [_category(category.heading, category.guessed, category.criteria, clauses, names) for category in job.categories]
    lines = facts.sentences_of(job, 3)
    chart = [_line(line, clauses) for line in facts.chart_lines(job)]
    return {
        "id": name,
        "source": f"{name}-document",
        "document": yaml_quoted(document.title[: facts.LONGEST_SHORT_TEXT]),
        "title": _fact(title),
        "other_titles": [yaml_quoted(printed(each.value)) for each in job.said("other_titles")],
        "band": facts.band_of(job, name, known_bands(library)),
        "family": name.partition("-band-")[0],
        "serves": facts.serves(job, title.value),
        "summary": yaml_quoted(lines[0]),
        "lines": [yaml_quoted(line) for line in lines],
        "registers": _fact(found) if (found := facts.registers(job)) else None,
        "chart": chart,
        "works_with": _fact(facts.works_with(job)),
        "hours": next((yaml_quoted(printed(each.value)) for each in job.said("hours")), None),
        "bases": [yaml_quoted(printed(each.value)[: facts.LONGEST_SHORT_TEXT]) for each in job.said("base")],
        "sections": [section for section in sections if section["statements"]],
        "categories": [category for category in categories if category["criteria"]],
        "clauses": [one for one in library.clauses if any(each.clause == one for each in job.clauses)],
        "other_clauses": [one for one in library.clauses if all(each.clause != one for each in job.clauses)],
        "frameworks": list(library.frameworks),
        "cited": clauses.cited,
        "left": [(each.number, remark(each.label), remark(each.text), why) for each, why in _left(job, clauses)],
        "today": today.isoformat(),
    }


def _left(job: JobDocument, clauses: SourceClauses) -> Sequence[tuple[DocumentPassage, str]]:
    """Every passage that no statement, criterion or line cites, in the order of the document, with what became of it."""
    shared = [(each.passage, f"The shared clause {each.clause} says it (likeness {each.likeness:.0%}).") for each in job.clauses]
    fields = [(each.passage, f"It is the field ‘{each.name}’.") for each in job.fields if not facts.is_line(each.name)]
    lines = {printed(each.value) for each in job.fields if facts.is_line(each.name)}
    what = {True: "It is a line of the chart.", False: "It is a heading or a label."}
    headings = [(each, what[printed(each.text) in lines]) for each in job.headings]
    every = [*shared, *fields, *headings, *((each.passage, each.reason) for each in job.left), *clauses.left]
    return sorted(every, key=lambda each: each[0].number)


def _fact(fact: facts.SaidOrGuessed) -> dict[str, Any]:
    return {"value": yaml_quoted(fact.value), "guess": remark(fact.guess)}


def known_bands(library: Library) -> list[str]:
    """The bands whose pay is known, the lowest first."""
    years = [library.pay[each.pay_year] for each in library.all(Settings).values() if each.pay_year in library.pay]
    return [str(band.band) for year in years for band in year.bands]


def _line(line: facts.ChartLine, clauses: SourceClauses) -> dict[str, Any]:
    cited = next((each["id"] for each in clauses.cited if each.get("of") == line.passage), "") if line.place else ""
    if line.place and not cited:
        cited = f"head-{sum(each['kind'] == 'head' for each in clauses.cited) + 1}"
        clauses.cited.append({"id": cited, "kind": "head", "place": yaml_quoted(f"{line.place}: head"), "of": line.passage})
    return {"kind": line.kind, "who": yaml_quoted(line.who), "where": _fact(line.where), "guessed": not line.place, "source": cited}


def _section(section: Any, clauses: SourceClauses, names: GivenNames) -> dict[str, Any]:
    heading = printed(section.heading)[: facts.LONGEST_SHORT_TEXT]
    made = []
    for each in section.statements:
        text = printed(each.text)
        if (why := _cannot_be(text)) is not None:
            clauses.left.append((each.passage, why))
            continue
        cited = clauses.cite("duty", each.passage, heading)
        made.append({"id": names.name(text, "statement"), "text": yaml_quoted(text), "source": cited, "place": remark(each.passage.label)})
    return {
        "id": names.name(heading, "section"), "heading": yaml_quoted(heading), "guessed": section.passage is None,
        "purpose": section.purpose, "statements": made,
    }  # fmt: skip


def _category(heading: str, guessed: bool, criteria: Sequence[FoundCriterion], clauses: SourceClauses, names: GivenNames) -> dict[str, Any]:
    heading = printed(heading)[: facts.LONGEST_SHORT_TEXT]
    made = []
    for each in sorted(criteria, key=lambda one: one.level != "essential"):
        text = printed(each.text)
        if (why := _cannot_be(text)) is not None:
            clauses.left.append((each.passage, why))
            continue
        made.append({
            "id": names.name(text, "criterion"), "text": yaml_quoted(text), "place": remark(each.passage.label),
            "leads": bool(_LEADS.search(text)),
            "level": each.level, "level_guessed": each.level_guessed,
            "assessed_by": each.assessed_by, "assessment_guessed": each.assessment_guessed,
            "source": clauses.cite("person", each.passage, heading),
        })  # fmt: skip
    return {"id": names.name(heading, "category"), "heading": yaml_quoted(heading), "guessed": guessed, "criteria": made}


def _cannot_be(text: str) -> str | None:
    """Why a text can be no sentence of a role, if it cannot."""
    if len(text) > LONGEST_STATEMENT:
        return f"It has more than {LONGEST_STATEMENT:,} characters."
    if text.startswith("[") and text.endswith("]"):
        return "It waits to be filled in."
    return None if any(map(str.isalpha, text)) else "It has no words."
