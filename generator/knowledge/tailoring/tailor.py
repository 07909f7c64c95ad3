"""Lay a network's overlay on a base role by id, keeping where each value came from. Pure: nothing is read or written.

Laws, held by property tests: an empty overlay changes nothing; applying one twice is applying it once; overlays that name
different ids can be applied in either order. What an overlay names and the role lacks is passed over here; the rules in
`checks.overlays` report it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

from generator.knowledge.model import (
    Addition,
    Change,
    Criterion,
    Fill,
    Move,
    Overlay,
    PersonSpecification,
    Reword,
    Role,
    Section,
    Statement,
)
from generator.knowledge.reading.document import Steps
from generator.knowledge.tailoring.alterations import Alteration, alterations, deep_sections
from generator.knowledge.tailoring.placing import Arrival, arranged

_Sentence = TypeVar("_Sentence", Statement, Criterion)

IN_THE_ROLE = ("in_three_lines", "reports_to", "manages", "works_with", "bases", "hours")
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
    homes = {category.id: category.criteria for category in specification.categories}
    layer = _Layer(overlay, homes, [(a.category, a, _built(Criterion, a)) for a in overlay.add_criteria])
    categories = [c.model_copy(update={"criteria": layer.laid(c.id)}) for c in specification.categories]
    return Tailored(
        altered(role, overlay).model_copy(update=filled),
        specification.model_copy(update={"categories": categories}),
        fill,
        changed,
        {a.id: (*a.steps, "text") for a in changed if a.new_words},
        dict(_fields(overlay.fill, defaults, steps)),
    )


def altered(role: Role, overlay: Overlay) -> Role:
    """The job description alone, with an overlay's sections added and renamed, its statements added, left out, moved and reworded, and
    its shared clauses added and left out."""
    sections = with_own(role.sections, overlay)
    homes = {section.id: section.statements for section in deep_sections(sections)}
    layer = _Layer(overlay, homes, [(a.section, a, _built(Statement, a)) for a in overlay.add])
    headings = {rename.id: rename.heading for rename in overlay.rename}
    return role.model_copy(update={"sections": [_section(s, layer, headings) for s in sections], "clauses": _clauses(role, overlay)})


def _clauses(role: Role, overlay: Overlay) -> list[str]:
    dropped = {drop.id for drop in overlay.drop_clauses}
    kept = [name for name in role.clauses if name not in dropped]
    return [*kept, *(name for name in dict.fromkeys(added.id for added in overlay.add_clauses) if name not in kept)]


def with_own(sections: Sequence[Section], overlay: Overlay) -> list[Section]:
    """The outermost sections with those that the network adds, still without statements, each at its place."""
    known = {section.id: section for section in sections}
    taken = {section.id for section in deep_sections(list(sections))} - known.keys()
    own = {each.id: Section(id=each.id, heading=each.heading) for each in overlay.add_sections if each.id not in taken}
    arrivals = [Arrival(each.id, each.after, each.before) for each in overlay.add_sections if each.id in own]
    return [known.get(name) or own[name] for name in arranged(known, arrivals)]


def merged(defaults: Fill, own: Fill) -> Fill:
    """A role's own blanks over the network's defaults."""
    return defaults.model_copy(update={name: getattr(own, name) for name in filled_blanks(own)})


def filled_blanks(fill: Fill) -> Iterator[str]:
    """The names of the blanks that are filled in."""
    return (name for name in Fill.model_fields if getattr(fill, name) is not None)


def _fields(own: Fill, defaults: Fill, steps: Steps) -> Iterator[tuple[str, Steps]]:
    yield from ((name, ("defaults", name)) for name in filled_blanks(defaults))
    yield from ((name, (*steps, "fill", name)) for name in filled_blanks(own))


class _Layer(Generic[_Sentence]):
    """What an overlay does to the statements of all sections, or to the criteria of all categories."""

    def __init__(
        self, overlay: Overlay, homes: Mapping[str, Sequence[_Sentence]], added: Sequence[tuple[str, Addition, _Sentence]]
    ) -> None:
        """`homes` are the sentences of each part by its id, `added` the network's own with the part that each goes into."""
        self._homes: Mapping[str, Sequence[_Sentence]] = homes
        self._added: Sequence[tuple[str, Addition, _Sentence]] = added
        self._dropped = {drop.id for drop in overlay.drop}
        self._reworded = {reword.id: reword for reword in overlay.reword}
        self._known: dict[str, _Sentence] = {sentence.id: sentence for sentences in homes.values() for sentence in sentences}
        self._moved = {move.id: move for move in overlay.move if self._fits(move)}
        self._part_of = {sentence.id: part for part, sentences in homes.items() for sentence in sentences}

    def _fits(self, move: Move) -> bool:
        return move.id in self._known and move.id not in self._dropped and (move.to is None or move.to in self._homes)

    def laid(self, part: str) -> list[_Sentence]:
        """The sentences of a section or category."""
        moved: list[Move | Addition] = [move for move in self._moved.values() if (move.to or self._part_of[move.id]) == part]
        added: list[Move | Addition] = [addition for home, addition, _ in self._added if home == part]
        kept = [s.id for s in self._homes[part] if s.id not in self._dropped and s.id not in self._moved]
        arrivals = [Arrival(each.id, each.after, each.before) for each in moved + added]
        own = {sentence.id: sentence for home, _, sentence in self._added if home == part}
        return [own.get(name) or _reworded(self._known[name], self._reworded) for name in arranged(kept, arrivals)]


def _section(section: Section, layer: _Layer[Statement], headings: Mapping[str, str]) -> Section:
    inner = [_section(s, layer, headings) for s in section.sections]
    heading = headings.get(section.id, section.heading)
    return section.model_copy(update={"heading": heading, "statements": layer.laid(section.id), "sections": inner})


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


def _built(kind: type[_Sentence], addition: Addition) -> _Sentence:
    """Built past validation: a network's own sentence needs no source document."""
    fields = {name: getattr(addition, name) for name in kind.model_fields if name not in ("change", "changes")}
    return kind.model_construct(**fields, change=Change(kind="added", because=addition.because), changes=[])
