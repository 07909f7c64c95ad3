"""A role and its person specification as they were when a file left, from the words that the file carries.

What a file does not carry is today's: title, band, chart, shared clauses, and where the sentences come from.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal

from pydantic import BaseModel

from generator.knowledge.drafts.carried import NotCarried
from generator.knowledge.model import Category, Change, Criterion, PersonSpecification, Role, Section, Statement
from generator.knowledge.model.words import Day, ShortText, Slug, Text
from generator.knowledge.tailoring.alterations import deep_sections


class _Statement(BaseModel):
    id: Slug
    text: Text


class _Criterion(_Statement):
    level: Literal["essential", "desirable"]
    assessed_by: list[Literal["application", "interview", "test", "certificate"]]


class _Section(BaseModel):
    id: Slug
    heading: ShortText
    statements: list[_Statement] = []
    sections: list[_Section] = []


class _Category(BaseModel):
    id: Slug
    heading: ShortText
    criteria: list[_Criterion]


class _Base(BaseModel):
    version: ShortText
    updated: Day
    in_three_lines: list[Text] = []
    sections: list[_Section]
    categories: list[_Category]


_THEN = Change(kind="reworded", because="These are the words of an earlier version.")


def older_role(base: Mapping[str, Any], role: Role, specification: PersonSpecification) -> tuple[Role, PersonSpecification]:
    """The role as `base`, which a file carries, has it. Raises NotCarried where its words cannot be those of a role."""
    try:
        then = _Base.model_validate(base)
    except ValueError:  # pydantic's is one
        raise NotCarried("what it says of its role is no text of ours") from None
    sections = {section.id: section for section in deep_sections(role.sections)}
    statements = {statement.id: statement for section in sections.values() for statement in section.statements}
    categories = {category.id: category for category in specification.categories}
    criteria = {criterion.id: criterion for category in categories.values() for criterion in category.criteria}
    said = {"version": then.version, "updated": then.updated, "in_three_lines": then.in_three_lines or role.in_three_lines}
    return (
        role.model_copy(update={**said, "sections": [_section(each, sections, statements) for each in then.sections]}),
        specification.model_copy(update={"categories": [_category(each, categories, criteria) for each in then.categories]}),
    )


def _section(then: _Section, known: Mapping[str, Section], statements: Mapping[str, Statement]) -> Section:
    """A section, with its sentence below the heading and its numbers where today's role still has it."""
    update = {
        "heading": then.heading,
        "statements": [_statement(each, statements) for each in then.statements],
        "sections": [_section(inner, known, statements) for inner in then.sections],
    }
    return (known.get(then.id) or Section(id=then.id, heading=then.heading)).model_copy(update=update)


def _statement(then: _Statement, known: Mapping[str, Statement]) -> Statement:
    today = known.get(then.id) or Statement.model_construct(id=then.id, text=then.text, source=[], change=_THEN)
    return today if today.text == then.text else today.model_copy(update={"text": then.text, "meets": [], "meets_in_part": []})


def _category(then: _Category, known: Mapping[str, Category], criteria: Mapping[str, Criterion]) -> Category:
    update = {"heading": then.heading, "criteria": [_criterion(each, criteria) for each in then.criteria]}
    return (known.get(then.id) or Category.model_construct(id=then.id, heading=then.heading, criteria=[])).model_copy(update=update)


def _criterion(then: _Criterion, known: Mapping[str, Criterion]) -> Criterion:
    today = known.get(then.id) or Criterion.model_construct(
        id=then.id, text=then.text, level=then.level, assessed_by=then.assessed_by, source=[], change=_THEN
    )
    short = today.short if today.text == then.text else None
    return today.model_copy(update={"text": then.text, "short": short, "level": then.level, "assessed_by": then.assessed_by})
