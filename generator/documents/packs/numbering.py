"""The numbers of statements and criteria."""

from __future__ import annotations

from generator.documents.packs.model import CriteriaTable, Group, Numbered, NumberedCriterion
from generator.knowledge.model import PersonSpecification, Section


def numbered_groups(sections: list[Section]) -> tuple[Group, ...]:
    """Number the job description. Each outermost numbered section gets a number; its statements are numbered across subsections."""
    groups = []
    figure = 0
    for section in sections:
        figure += section.numbered
        groups.append(_group(section, str(figure) if section.numbered else "", Counter(), 0))
    return tuple(groups)


class Counter:
    """Counts the statements of one outermost section and its subsections."""

    def __init__(self) -> None:
        """Start before the first."""
        self.last = 0

    def number(self, figure: str) -> str:
        """The next number below `figure`; empty in a list without numbers."""
        self.last += 1
        return f"{figure}.{self.last}" if figure else ""


def _group(section: Section, figure: str, counter: Counter, depth: int) -> Group:
    items = tuple(Numbered(counter.number(figure), statement) for statement in section.statements)
    inner = tuple(_group(child, figure, counter, depth + 1) for child in section.sections)
    return Group(section.id, figure, section.heading, section.intro or "", depth, items, inner)


def criteria_tables(specification: PersonSpecification) -> tuple[CriteriaTable, ...]:
    """Number the criteria continuously across categories, so that one number identifies each."""
    tables = []
    first = 1
    for category in specification.categories:
        lines = tuple(NumberedCriterion(number, criterion) for number, criterion in enumerate(category.criteria, first))
        tables.append(CriteriaTable(category.id, category.heading, lines))
        first += len(lines)
    return tuple(tables)
