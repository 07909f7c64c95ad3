"""Lay a network's overlay on a base role by id, keeping where each value came from. Pure: nothing is read or written.

Laws, held by property tests: an empty overlay changes nothing; applying one twice is applying it once; overlays that name
different ids can be applied in either order. What an overlay names and the role lacks is passed over here; the rules in
`checks.overlays` report it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, Protocol, TypeVar

from generator.knowledge.model import (
    AddCriterion,
    AddStatement,
    Category,
    Change,
    Criterion,
    Drop,
    Fill,
    Overlay,
    PersonSpecification,
    Reword,
    Role,
    Section,
    Statement,
)
from generator.knowledge.reading import Steps


class Worded(Protocol):
    """A statement or a criterion."""

    @property
    def id(self) -> str: ...

    @property
    def text(self) -> str: ...


Sentence = TypeVar("Sentence", Statement, Criterion)


@dataclass(frozen=True)
class Alteration:
    """One thing that a network changed: what, from which words to which, why, and the way to it in the network's file."""

    kind: Literal["added", "dropped", "reworded"]
    id: str
    before: str
    after: str
    because: str
    duty: bool
    steps: Steps


@dataclass(frozen=True)
class Tailored:
    """A role as a network advertises it."""

    role: Role
    specification: PersonSpecification
    fill: Fill
    alterations: tuple[Alteration, ...]
    traces: Mapping[str, Steps]
    """For each sentence and filled field that the network wrote, the way to it in the network's file. The rest is the base role's."""

    @property
    def may_need_matching(self) -> bool:
        """Whether a duty was added, left out or reworded, so that the banding should be looked at again (job evaluation)."""
        return any(a.duty for a in self.alterations)


def tailor(role: Role, specification: PersonSpecification, overlay: Overlay, defaults: Fill, steps: Steps = ()) -> Tailored:
    """The role and person specification with an overlay laid on. `steps` is the way to the overlay in the network's file."""
    dropped = {d.id for d in overlay.drop}
    reworded = {r.id: r for r in overlay.reword}
    sections = [_section(s, overlay.add, dropped, reworded) for s in role.sections]
    categories = [_category(c, overlay.add_criteria, dropped, reworded) for c in specification.categories]
    fill = merged(defaults, overlay.fill)
    kept = {name: value for name in ("reports_to", "manages", "works_with", "bases", "hours") if (value := getattr(fill, name)) is not None}
    return Tailored(
        role.model_copy(update={"sections": sections, **kept}),
        specification.model_copy(update={"categories": [c for c in categories if c.criteria]}),
        fill,
        tuple(_alterations(role, specification, overlay, steps)),
        _traces(overlay, defaults, steps),
    )


def merged(defaults: Fill, own: Fill) -> Fill:
    """A role's own blanks over the network's defaults."""
    given = {name: value for name in Fill.model_fields if (value := getattr(own, name)) is not None}
    return defaults.model_copy(update=given)


def _section(section: Section, added: Sequence[AddStatement], dropped: set[str], reworded: Mapping[str, Reword]) -> Section:
    kept = [_reworded(s, reworded) for s in section.statements if s.id not in dropped]
    own = [(a.after, a.before, _statement(a)) for a in added if a.section == section.id]
    inner = [_section(s, added, dropped, reworded) for s in section.sections]
    return section.model_copy(update={"statements": _with(kept, own), "sections": inner})


def _category(category: Category, added: Sequence[AddCriterion], dropped: set[str], reworded: Mapping[str, Reword]) -> Category:
    kept = [_reworded(c, reworded) for c in category.criteria if c.id not in dropped]
    own = [(a.after, a.before, _criterion(a)) for a in added if a.category == category.id]
    return category.model_copy(update={"criteria": _with(kept, own)})


def _reworded(sentence: Sentence, reworded: Mapping[str, Reword]) -> Sentence:
    new = reworded.get(sentence.id)
    if new is None:
        return sentence
    update: dict[str, object] = {"text": new.text, "change": Change(kind="reworded", because=new.because)}
    if isinstance(sentence, Statement) and not new.still_meets:
        update |= {"meets": [], "meets_in_part": []}
    if isinstance(sentence, Criterion):
        update |= {"short": None}
    return sentence.model_copy(update=update)


def _with(kept: list[Sentence], added: Sequence[tuple[str | None, str | None, Sentence]]) -> list[Sentence]:
    """The sentences with the network's own put in, in the order that the network gives them."""
    own = {sentence.id for _, _, sentence in added}
    result = [s for s in kept if s.id not in own]
    behind: dict[str, int] = {}
    for after, before, sentence in added:
        ids = [s.id for s in result]
        if after in ids:
            spot = ids.index(after) + 1 + behind.get(after, 0)
            behind[after] = behind.get(after, 0) + 1
        else:
            spot = ids.index(before) if before in ids else len(result)
        result.insert(spot, sentence)
    return result


def _statement(added: AddStatement) -> Statement:
    """Built past validation: a network's own statement needs no source document."""
    fields = {name: getattr(added, name) for name in Statement.model_fields}
    return Statement.model_construct(**{**fields, "change": Change(kind="added", because=added.because)})


def _criterion(added: AddCriterion) -> Criterion:
    fields = {name: getattr(added, name) for name in Criterion.model_fields}
    return Criterion.model_construct(**{**fields, "change": Change(kind="added", because=added.because)})


def _alterations(role: Role, specification: PersonSpecification, overlay: Overlay, steps: Steps) -> list[Alteration]:
    duties = {s.id: s for section in role.sections for s in _deep(section)}
    criteria = {c.id: c for category in specification.categories for c in category.criteria}
    known: dict[str, Worded] = {**criteria, **duties}

    def made(
        kind: Literal["added", "dropped", "reworded"], item: AddStatement | AddCriterion | Drop | Reword, key: str, index: int
    ) -> Alteration:
        base = known.get(item.id)
        duty = item.duty if isinstance(item, AddStatement) else item.id in duties and duties[item.id].duty
        after = "" if isinstance(item, Drop) else item.text
        return Alteration(kind, item.id, base.text if base else "", after, item.because, duty, (*steps, key, index))

    found = [made("added", a, "add", i) for i, a in enumerate(overlay.add)]
    found += [made("added", a, "add_criteria", i) for i, a in enumerate(overlay.add_criteria)]
    found += [made("dropped", d, "drop", i) for i, d in enumerate(overlay.drop) if d.id in known]
    found += [made("reworded", r, "reword", i) for i, r in enumerate(overlay.reword) if r.id in known]
    return found


def _deep(section: Section) -> list[Statement]:
    return [*section.statements, *(s for inner in section.sections for s in _deep(inner))]


def _traces(overlay: Overlay, defaults: Fill, steps: Steps) -> dict[str, Steps]:
    traces: dict[str, Steps] = {name: ("defaults", name) for name in Fill.model_fields if getattr(defaults, name) is not None}
    traces |= {name: (*steps, "fill", name) for name in Fill.model_fields if getattr(overlay.fill, name) is not None}
    for key, items in (("add", overlay.add), ("add_criteria", overlay.add_criteria), ("reword", overlay.reword)):
        traces |= {item.id: (*steps, key, index, "text") for index, item in enumerate(items)}  # type: ignore[attr-defined]
    return traces
