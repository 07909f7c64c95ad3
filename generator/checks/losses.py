"""Checks of what tailoring loses: requirements of the contract, and duties whose change may affect the band."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from generator.checks.coverage import CoverageState, Covered, coverage
from generator.checks.overlays import LaidOverlay, laid_overlays
from generator.checks.walks import statements
from generator.knowledge.library.library import Library
from generator.knowledge.model import Overlay
from generator.knowledge.tailoring.alterations import Alteration, alterations
from generator.knowledge.tailoring.tailor import altered, tailor
from generator.knowledge.text.formatting import join_words
from generator.problems import Place, Problem, did_you_mean, rule

REACH: dict[CoverageState, int] = {"missing": 0, "part": 1, "met": 2, "accepted": 2}
"""Rank of each state, from missing to met."""

BEFORE: dict[CoverageState, str] = {"met": "meets", "part": "partly meets"}
AFTER: dict[CoverageState, str] = {"part": "meets it only in part", "missing": "does not"}
_CHANGED = {"added": "added", "dropped": "left out", "reworded": "reworded"}


def requirements_known(library: Library) -> Iterator[Problem]:
    """A network meets and accepts only requirements that the role is checked against, and accepts only what it does not meet."""
    for laid in _held(library):
        rows = _rows(laid, laid.overlay.model_copy(update={"accept": []}))
        for steps, name in _named(laid.overlay):
            place = laid.place(*steps).narrowed(name)
            if name not in rows:
                yield rule("requirement-unknown").at(place, id=name, role=laid.role.id, near=did_you_mean(name, rows))
            elif steps[0] == "accept" and rows[name].state == "met":
                yield rule("accept-not-needed").at(place, id=name)


def requirements_kept(library: Library) -> Iterator[Problem]:
    """No change by a network loses a requirement that the role met. With `require: strict`, none is missing."""
    for laid in _held(library):
        before, after = _rows(laid, None), _rows(laid, laid.overlay)
        strict = laid.overlay.require == "strict"
        for name, row in after.items():
            title, cure = row.requirement.title, row.requirement.if_missing
            loser = _loser(laid, name) if REACH[row.state] < REACH[before[name].state] else None
            if loser:
                states = {"before": BEFORE[before[name].state], "after": AFTER[row.state]}
                lost = rule("requirement-lost").at(loser, id=name, title=title, if_missing=cure, **states)
                yield replace(lost, severity="error") if strict else lost
            elif strict and row.state == "missing":
                yield rule("requirement-missing").at(laid.place("require"), id=name, title=title, if_missing=cure)


def network_requirements_show(library: Library) -> Iterator[Problem]:
    """A network's own text that claims to meet a requirement has at least one of its usual phrases. This is only a hint."""
    for laid in _held(library):
        rows = _rows(laid, laid.overlay)
        ways = {a.id: (*a.steps, "text") for a in _alterations(laid) if a.new_words}
        for _, statement in statements(altered(laid.role, laid.overlay)):
            for name in statement.meets if statement.id in ways else ():
                phrases = rows[name].requirement.phrases if name in rows else []
                if phrases and not any(phrase.casefold() in statement.text.casefold() for phrase in phrases):
                    place = laid.library.place(laid.network, *ways[statement.id])
                    yield rule("requirement-not-shown").at(place, requirement=name, phrases=", ".join(phrases))


def matching_asked(library: Library) -> Iterator[Problem]:
    """A pack whose duties differ from the role's may need job matching again. Historic networks do not recruit."""
    for laid in laid_overlays(library):
        changed = [a for a in _alterations(laid) if a.duty and laid.network.status != "historic"]
        if changed:
            place = laid.library.place(laid.network, *changed[0].steps, "id")
            yield rule("may-need-matching").at(place, changes=_listed(changed))


def criteria_in_order(library: Library) -> Iterator[Problem]:
    """No criterion that is added or moved leads to a desirable one before an essential one."""
    for laid in laid_overlays(library):
        own = {added.id: ("add_criteria", index) for index, added in enumerate(laid.overlay.add_criteria)}
        own |= {move.id: ("move", index) for index, move in enumerate(laid.overlay.move)}
        tailored = tailor(laid.role, laid.specification, laid.overlay, laid.network.defaults)
        for category in tailored.specification.categories:
            for index, criterion in enumerate(category.criteria):
                above = [c for c in category.criteria[:index] if c.level == "desirable"]
                if criterion.level == "essential" and above:
                    for name in [c.id for c in (criterion, *above) if c.id in own]:
                        yield rule("overlay-out-of-order").at(laid.place(*own[name], "id"), id=name)


def _held(library: Library) -> Iterator[LaidOverlay]:
    """The overlays for whose role all editions of the requirements could be read."""
    return (laid for laid in laid_overlays(library) if all(name in library.frameworks for name in laid.role.requirements))


def _rows(laid: LaidOverlay, overlay: Overlay | None) -> Mapping[str, Covered]:
    return {row.requirement.id: row for held in coverage(laid.library, laid.role, overlay) for row in held.rows}


def _named(overlay: Overlay) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Every requirement that an overlay names, with its path."""
    for index, accepted in enumerate(overlay.accept):
        yield ("accept", index, "requirement"), accepted.requirement
    for index, added in enumerate(overlay.add):
        for key in ("meets", "meets_in_part"):
            for position, name in enumerate(getattr(added, key)):
                yield ("add", index, key, position), name


def _alterations(laid: LaidOverlay) -> Iterator[Alteration]:
    return alterations(laid.role, laid.specification, laid.overlay, ("roles", laid.index))


def _loser(laid: LaidOverlay, requirement: str) -> Place | None:
    """The first statement left out or reworded that met the requirement."""
    met = {s.id for _, s in statements(laid.role) if requirement in (*s.meets, *s.meets_in_part)}
    lost = [a for a in _alterations(laid) if a.kind in ("dropped", "reworded") and a.id in met]
    return laid.library.place(laid.network, *lost[0].steps, "id") if lost else None


def _listed(changed: list[Alteration]) -> str:
    """`added ‘a’; left out ‘b’ and ‘c’`."""
    named = {kind: list(dict.fromkeys(f"‘{a.id}’" for a in changed if a.kind == kind)) for kind in _CHANGED}
    return "; ".join(f"{_CHANGED[kind]} {join_words(names)}" for kind, names in named.items() if names)
