"""Lay a network's overlay on a base role by id, keeping where each value came from. Pure: nothing is read or written.

Laws, held by property tests: an empty overlay changes nothing; applying one twice is applying it once; overlays that name
different ids can be applied in either order. What an overlay names and the role lacks is passed over here; the rules in
`checks.overlays` report it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from generator.knowledge.model import (
    AddCriterion,
    Addition,
    AddStatement,
    Category,
    Change,
    Criterion,
    Fill,
    Overlay,
    PersonSpecification,
    Reword,
    Role,
    Section,
    Statement,
)
from generator.knowledge.reading.document import Steps
from generator.knowledge.tailoring.alterations import Alteration, alterations

_Sentence = TypeVar("_Sentence", Statement, Criterion)

IN_THE_ROLE = ("reports_to", "manages", "works_with", "bases", "hours")
"""The blanks that a base role has a word for already. The network's own take their place."""


@dataclass(frozen=True)
class Tailored:
    """A role as a network advertises it."""

    role: Role
    specification: PersonSpecification
    fill: Fill
    alterations: tuple[Alteration, ...]
    sentences: Mapping[str, Steps]
    """For each statement and criterion whose words the network wrote, the way to them in its file. The rest are the base role's."""
    fields: Mapping[str, Steps]
    """For each blank that the network filled, the way to it in its file."""

    @property
    def may_need_matching(self) -> bool:
        """Whether a duty was added, left out or reworded, so that the banding should be looked at again (job evaluation)."""
        return any(a.duty for a in self.alterations)

    def as_printed(self) -> Tailored:
        """Without the sections and categories of which nothing is left: a heading alone says nothing."""
        sections = [s for s in map(_printed, self.role.sections) if s.statements or s.sections]
        categories = [c for c in self.specification.categories if c.criteria]
        return replace(
            self,
            role=self.role.model_copy(update={"sections": sections}),
            specification=self.specification.model_copy(update={"categories": categories}),
        )


def tailor(role: Role, specification: PersonSpecification, overlay: Overlay, defaults: Fill, steps: Steps = ()) -> Tailored:
    """The role and person specification with an overlay laid on. `steps` is the way to the overlay in the network's file."""
    changed = tuple(alterations(role, specification, overlay, steps))
    fill = merged(defaults, overlay.fill)
    filled = {name: value for name in IN_THE_ROLE if (value := getattr(fill, name)) is not None}
    dropped, reworded = {d.id for d in overlay.drop}, {r.id: r for r in overlay.reword}
    categories = [_category(c, overlay.add_criteria, dropped, reworded) for c in specification.categories]
    return Tailored(
        altered(role, overlay).model_copy(update=filled),
        specification.model_copy(update={"categories": categories}),
        fill,
        changed,
        {a.id: (*a.steps, "text") for a in changed if a.kind != "dropped"},
        dict(_fields(overlay.fill, defaults, steps)),
    )


def altered(role: Role, overlay: Overlay) -> Role:
    """The job description alone, with an overlay's statements added, left out and reworded."""
    dropped, reworded = {d.id for d in overlay.drop}, {r.id: r for r in overlay.reword}
    return role.model_copy(update={"sections": [_section(s, overlay.add, dropped, reworded) for s in role.sections]})


def merged(defaults: Fill, own: Fill) -> Fill:
    """A role's own blanks over the network's defaults."""
    return defaults.model_copy(update={name: getattr(own, name) for name in filled_blanks(own)})


def filled_blanks(fill: Fill) -> Iterator[str]:
    """The names of the blanks that are filled in."""
    return (name for name in Fill.model_fields if getattr(fill, name) is not None)


def _fields(own: Fill, defaults: Fill, steps: Steps) -> Iterator[tuple[str, Steps]]:
    yield from ((name, ("defaults", name)) for name in filled_blanks(defaults))
    yield from ((name, (*steps, "fill", name)) for name in filled_blanks(own))


def _section(section: Section, added: Sequence[AddStatement], dropped: set[str], reworded: Mapping[str, Reword]) -> Section:
    kept = [_reworded(s, reworded) for s in section.statements if s.id not in dropped]
    own = [(a, _built(Statement, a)) for a in added if a.section == section.id]
    inner = [_section(s, added, dropped, reworded) for s in section.sections]
    return section.model_copy(update={"statements": _with(kept, own), "sections": inner})


def _category(category: Category, added: Sequence[AddCriterion], dropped: set[str], reworded: Mapping[str, Reword]) -> Category:
    kept = [_reworded(c, reworded) for c in category.criteria if c.id not in dropped]
    own = [(a, _built(Criterion, a)) for a in added if a.category == category.id]
    return category.model_copy(update={"criteria": _with(kept, own)})


def _printed(section: Section) -> Section:
    inner = [s for s in map(_printed, section.sections) if s.statements or s.sections]
    return section.model_copy(update={"sections": inner})


def _reworded(sentence: _Sentence, reworded: Mapping[str, Reword]) -> _Sentence:
    new = reworded.get(sentence.id)
    if new is None:
        return sentence
    update: dict[str, object] = {"text": new.text, "change": Change(kind="reworded", because=new.because), "changes": []}
    if isinstance(sentence, Statement) and not new.still_meets:
        update |= {"meets": [], "meets_in_part": []}
    if isinstance(sentence, Criterion):
        update |= {"short": new.short}
    return sentence.model_copy(update=update)


def _with(kept: list[_Sentence], added: Sequence[tuple[Addition, _Sentence]]) -> list[_Sentence]:
    """The sentences with the network's own put in, in the order that the network gives them."""
    own = {sentence.id for _, sentence in added}
    result = [s for s in kept if s.id not in own]
    behind: dict[str, int] = {}
    for addition, sentence in added:
        ids = [s.id for s in result]
        if addition.after in ids:
            spot = ids.index(addition.after) + 1 + behind.get(addition.after, 0)
            behind[addition.after] = behind.get(addition.after, 0) + 1
        else:
            spot = ids.index(addition.before) if addition.before in ids else len(result)
        result.insert(spot, sentence)
    return result


def _built(kind: type[_Sentence], addition: Addition) -> _Sentence:
    """Built past validation: a network's own sentence needs no source document."""
    fields = {name: getattr(addition, name) for name in kind.model_fields if name not in ("change", "changes")}
    return kind.model_construct(**fields, change=Change(kind="added", because=addition.because), changes=[])
