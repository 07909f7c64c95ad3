"""What a network changed in a role, one thing at a time, for people to look over."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from generator.knowledge.model import Criterion, Overlay, PersonSpecification, Role, Section, Statement
from generator.knowledge.reading.document import Steps


@dataclass(frozen=True)
class Alteration:
    """One thing that a network changed: what, from which words to which, why, and the way to it in the network's file."""

    kind: Literal["added", "dropped", "moved", "renamed", "reworded", "section-added", "clause-added", "clause-dropped"]
    id: str
    """Of the sentence; of a section that is added or renamed, the section's; of a clause, the clause's."""
    before: str
    """The base role's words, or nothing for what is added. Of a clause, its id: its words are in the library."""
    after: str
    """The network's words, or nothing for what is left out. The same as before for what is moved."""
    because: str
    duty: bool
    """Whether it changes a duty, so that the banding should be looked at again (job evaluation). Criteria are not duties, and a
    duty that is moved is the same duty."""
    steps: Steps

    @property
    def new_words(self) -> bool:
        """Whether the words are the network's."""
        return self.kind in ("added", "reworded")


def alterations(role: Role, specification: PersonSpecification, overlay: Overlay, steps: Steps) -> Iterator[Alteration]:
    """Everything an overlay changes, in the order of its file. What names nothing of the role changes nothing."""
    known = {sentence.id: sentence for sentence in in_print_order(role, specification)}
    yield from _sections_added(role, overlay, steps)
    yield from _added(role, specification, overlay, steps)
    for index, drop in enumerate(overlay.drop):
        if base := known.get(drop.id):
            yield Alteration("dropped", drop.id, base.text, "", drop.because, _duty(base), (*steps, "drop", index))
    for index, move in enumerate(overlay.move):
        base = known.get(move.id)
        if base and (move.to is None or move.to in _parts_for(base, role, specification, overlay)):
            yield Alteration("moved", move.id, base.text, base.text, move.because, False, (*steps, "move", index))
    yield from _renamed(role, overlay, steps)
    for index, reword in enumerate(overlay.reword):
        if base := known.get(reword.id):
            yield Alteration("reworded", reword.id, base.text, reword.text, reword.because, _duty(base), (*steps, "reword", index))
    yield from _clauses(role, overlay, steps)


def _clauses(role: Role, overlay: Overlay, steps: Steps) -> Iterator[Alteration]:
    for index, added in enumerate(overlay.add_clauses):
        if added.id not in role.clauses:
            yield Alteration("clause-added", added.id, "", added.id, added.because, False, (*steps, "add_clauses", index))
    for index, drop in enumerate(overlay.drop_clauses):
        if drop.id in role.clauses:
            yield Alteration("clause-dropped", drop.id, drop.id, "", drop.because, False, (*steps, "drop_clauses", index))


def _renamed(role: Role, overlay: Overlay, steps: Steps) -> Iterator[Alteration]:
    headings = {section.id: section.heading for section in deep_sections(role.sections)}
    for index, rename in enumerate(overlay.rename):
        if rename.id in headings:
            way = (*steps, "rename", index)
            yield Alteration("renamed", rename.id, headings[rename.id], rename.heading, rename.because, False, way)


def _sections_added(role: Role, overlay: Overlay, steps: Steps) -> Iterator[Alteration]:
    known = {section.id for section in deep_sections(role.sections)}
    for index, section in enumerate(overlay.add_sections):
        if section.id not in known:
            yield Alteration("section-added", section.id, "", section.heading, section.because, False, (*steps, "add_sections", index))


def _added(role: Role, specification: PersonSpecification, overlay: Overlay, steps: Steps) -> Iterator[Alteration]:
    sections = _section_ids(role, overlay)
    categories = {category.id for category in specification.categories}
    for index, statement in enumerate(overlay.add):
        if statement.section in sections:
            way = (*steps, "add", index)
            yield Alteration("added", statement.id, "", statement.text, statement.because, statement.duty, way)
    for index, criterion in enumerate(overlay.add_criteria):
        if criterion.category in categories:
            way = (*steps, "add_criteria", index)
            yield Alteration("added", criterion.id, "", criterion.text, criterion.because, False, way)


def _parts_for(sentence: Statement | Criterion, role: Role, specification: PersonSpecification, overlay: Overlay) -> set[str]:
    """The sections for a statement, the categories for a criterion."""
    if isinstance(sentence, Statement):
        return _section_ids(role, overlay)
    return {category.id for category in specification.categories}


def _section_ids(role: Role, overlay: Overlay) -> set[str]:
    """The sections of the role and the network's own."""
    return {section.id for section in deep_sections(role.sections)} | {section.id for section in overlay.add_sections}


def deep_sections(sections: list[Section]) -> Iterator[Section]:
    """Sections and the sections within them, in the order of printing."""
    for section in sections:
        yield section
        yield from deep_sections(section.sections)


def in_print_order(role: Role, specification: PersonSpecification) -> Iterator[Statement | Criterion]:
    """Every statement and criterion, in the order of printing."""
    for section in deep_sections(role.sections):
        yield from section.statements
    for category in specification.categories:
        yield from category.criteria


def _duty(sentence: Statement | Criterion) -> bool:
    return isinstance(sentence, Statement) and sentence.duty
