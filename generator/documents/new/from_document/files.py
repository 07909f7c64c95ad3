"""The files of a role made from a document, and what came of each paragraph, in figures."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date
from typing import Any

from jinja2 import Environment

from generator.documents.new.from_document.contents import template_values
from generator.documents.new.from_document.outdated import mark_outdated
from generator.documents.templating.environment import render
from generator.knowledge.job_documents import JobDocument
from generator.knowledge.library.library import Library
from generator.knowledge.source_documents import SourceDocument
from generator.problems import Place, Report, Stopped, rule

_FILES = {"roles": "role", "person-specifications": "person-specification", "sources": "source"}


@dataclass(frozen=True)
class RoleFromDocument:
    """A role made from a document."""

    id: str
    files: dict[str, str]
    """The text of each file, by its path in the data folder."""
    sections: int
    statements: int
    categories: int
    criteria: int
    clauses: int
    """Shared clauses that were recognised."""
    left: Counter[str]
    """How many paragraphs have become no sentence of the role, by what became of them."""
    guesses: int
    outdated: int
    facts: dict[str, Any]
    """Hours, bases and the chart, as a network's file has them."""


def role_from_document(
    job: JobDocument,
    document: SourceDocument,
    library: Library,
    name: str,
    today: date,
    templates: Environment,
    *,
    of_network: bool = False,
) -> RoleFromDocument:
    """Make a role of one job description. Hours and bases `of_network` go to its file. Raises Stopped if there are no statements."""
    if not job.statements:
        raise Stopped(Report([rule("document-no-job").at(Place(document.name))]))
    values = template_values(job, document, library, name, today)
    facts = {key: values[key] for key in ("chart", "hours", "bases", "today")}
    values |= {"hours": None, "bases": []} if of_network else {}
    written = {}
    for folder, kind in _FILES.items():
        file = f"{values['source']}.yaml" if kind == "source" else f"{name}.yaml"
        written[f"{folder}/{file}"] = render(templates, f"new/from-document/{kind}.yaml.j2", **values).rstrip() + "\n"
    marked, outdated = mark_outdated(written, library, today)
    return RoleFromDocument(
        id=name,
        files=marked,
        sections=len(values["sections"]),
        statements=sum(len(section["statements"]) for section in values["sections"]),
        categories=len(values["categories"]),
        criteria=sum(len(category["criteria"]) for category in values["categories"]),
        clauses=len(values["clauses"]),
        left=Counter(_kind_of(why) for *_, why in values["left"]),
        guesses=sum(text.count("# guessed: ") for text in marked.values()),
        outdated=outdated,
        facts=facts,
    )


def _kind_of(why: str) -> str:
    """What became of a paragraph, without the name of the clause."""
    return (
        "A shared clause says it."
        if why.startswith("The shared clause")
        else "It is a fact of the role."
        if why.startswith("It is the field")
        else why
    )
