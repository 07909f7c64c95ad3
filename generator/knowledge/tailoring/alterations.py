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

    kind: Literal["added", "dropped", "reworded"]
    id: str
    before: str
    """The base role's words, or nothing for what is added."""
    after: str
    """The network's words, or nothing for what is left out."""
    because: str
    duty: bool
    """Whether it is a duty, so that the banding should be looked at again (job evaluation). Criteria are not duties."""
    steps: Steps


def alterations(role: Role, specification: PersonSpecification, overlay: Overlay, steps: Steps) -> Iterator[Alteration]:
    """Everything an overlay changes, in the order of its file. What names nothing of the role changes nothing."""
    sections = {section.id for section in deep_sections(role.sections)}
    categories = {category.id for category in specification.categories}
    known = {sentence.id: sentence for sentence in in_print_order(role, specification)}
    for index, statement in enumerate(overlay.add):
        if statement.section in sections:
            way = (*steps, "add", index)
            yield Alteration("added", statement.id, "", statement.text, statement.because, statement.duty, way)
    for index, criterion in enumerate(overlay.add_criteria):
        if criterion.category in categories:
            way = (*steps, "add_criteria", index)
            yield Alteration("added", criterion.id, "", criterion.text, criterion.because, False, way)
    for index, drop in enumerate(overlay.drop):
        if base := known.get(drop.id):
            yield Alteration("dropped", drop.id, base.text, "", drop.because, _duty(base), (*steps, "drop", index))
    for index, reword in enumerate(overlay.reword):
        if base := known.get(reword.id):
            yield Alteration("reworded", reword.id, base.text, reword.text, reword.because, _duty(base), (*steps, "reword", index))


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
