"""What tailoring costs: requirements of the contract that a pack loses, and duties whose change may change the band."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from generator.checks.coverage import CoverageState, Covered, coverage
from generator.checks.overlays import LaidOverlay, laid
from generator.checks.walks import statements
from generator.knowledge.library.library import Library
from generator.knowledge.model import Overlay
from generator.knowledge.tailoring.alterations import Alteration, alterations
from generator.knowledge.tailoring.tailor import altered, tailor
from generator.knowledge.text.formatting import join_words
from generator.problems import Place, Problem, did_you_mean, rule

REACH: dict[CoverageState, int] = {"missing": 0, "part": 1, "met": 2, "accepted": 2}
"""How far each state goes towards a requirement."""

BEFORE: dict[CoverageState, str] = {"met": "meets", "part": "partly meets"}
AFTER: dict[CoverageState, str] = {"part": "meets it only in part", "missing": "does not"}
_CHANGED = {"added": "added", "dropped": "left out", "reworded": "reworded"}


def requirements_known(library: Library) -> Iterator[Problem]:
    """A network meets and accepts only requirements that the role is checked against, and accepts only what it does not meet."""
    for found in _held(library):
        rows = _rows(found, found.overlay.model_copy(update={"accept": []}))
        for steps, name in _named(found.overlay):
            place = found.place(*steps).narrowed(name)
            if name not in rows:
                yield rule("requirement-unknown").at(place, id=name, role=found.role.id, near=did_you_mean(name, rows))
            elif steps[0] == "accept" and rows[name].state == "met":
                yield rule("accept-not-needed").at(place, id=name)


def requirements_kept(library: Library) -> Iterator[Problem]:
    """No change of a network's loses a requirement that the role met; where it wants all of them, none is missing."""
    for found in _held(library):
        before, after = _rows(found, None), _rows(found, found.overlay)
        strict = found.overlay.require == "strict"
        for name, row in after.items():
            title, cure = row.requirement.title, row.requirement.if_missing
            loser = _loser(found, name) if REACH[row.state] < REACH[before[name].state] else None
            if loser:
                said = {"before": BEFORE[before[name].state], "after": AFTER[row.state]}
                lost = rule("requirement-lost").at(loser, id=name, title=title, if_missing=cure, **said)
                yield replace(lost, severity="error") if strict else lost
            elif strict and row.state == "missing":
                yield rule("requirement-missing").at(found.place("require"), id=name, title=title, if_missing=cure)


def network_requirements_show(library: Library) -> Iterator[Problem]:
    """A network's own words that are to meet a requirement have at least one of its usual words. A hint, never a verdict."""
    for found in _held(library):
        rows = _rows(found, found.overlay)
        ways = {a.id: (*a.steps, "text") for a in _alterations(found) if a.kind != "dropped"}
        for _, statement in statements(altered(found.role, found.overlay)):
            for name in statement.meets if statement.id in ways else ():
                phrases = rows[name].requirement.phrases if name in rows else []
                if phrases and not any(phrase.casefold() in statement.text.casefold() for phrase in phrases):
                    place = found.library.place(found.network, *ways[statement.id])
                    yield rule("requirement-not-shown").at(place, requirement=name, phrases=", ".join(phrases))


def matching_asked(library: Library) -> Iterator[Problem]:
    """A pack whose duties are not the role's may need job matching again. Nobody recruits to a network of the past."""
    for found in laid(library):
        changed = [a for a in _alterations(found) if a.duty and found.network.status != "historic"]
        if changed:
            place = found.library.place(found.network, *changed[0].steps, "id")
            yield rule("may-need-matching").at(place, changes=_listed(changed))


def criteria_in_order(library: Library) -> Iterator[Problem]:
    """No criterion that a network adds puts a desirable one before an essential one."""
    for found in laid(library):
        own = {added.id: index for index, added in enumerate(found.overlay.add_criteria)}
        tailored = tailor(found.role, found.specification, found.overlay, found.network.defaults)
        for category in tailored.specification.categories:
            for index, criterion in enumerate(category.criteria):
                above = [c for c in category.criteria[:index] if c.level == "desirable"]
                if criterion.level == "essential" and above:
                    for name in [c.id for c in (criterion, *above) if c.id in own]:
                        yield rule("overlay-out-of-order").at(found.place("add_criteria", own[name], "id"), id=name)


def _held(library: Library) -> Iterator[LaidOverlay]:
    """The overlays whose role is held against editions that could all be read."""
    return (found for found in laid(library) if all(name in library.frameworks for name in found.role.requirements))


def _rows(found: LaidOverlay, overlay: Overlay | None) -> Mapping[str, Covered]:
    return {row.requirement.id: row for held in coverage(found.library, found.role, overlay) for row in held.rows}


def _named(overlay: Overlay) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Every requirement that an overlay names, and the way to it."""
    for index, accepted in enumerate(overlay.accept):
        yield ("accept", index, "requirement"), accepted.requirement
    for index, added in enumerate(overlay.add):
        for key in ("meets", "meets_in_part"):
            for position, name in enumerate(getattr(added, key)):
                yield ("add", index, key, position), name


def _alterations(found: LaidOverlay) -> Iterator[Alteration]:
    return alterations(found.role, found.specification, found.overlay, ("roles", found.index))


def _loser(found: LaidOverlay, requirement: str) -> Place | None:
    """The first statement left out or reworded that met the requirement."""
    met = {s.id for _, s in statements(found.role) if requirement in (*s.meets, *s.meets_in_part)}
    lost = [a for a in _alterations(found) if a.kind != "added" and a.id in met]
    return found.library.place(found.network, *lost[0].steps, "id") if lost else None


def _listed(changed: list[Alteration]) -> str:
    """`added ‘a’; left out ‘b’ and ‘c’`."""
    named = {kind: list(dict.fromkeys(f"‘{a.id}’" for a in changed if a.kind == kind)) for kind in _CHANGED}
    return "; ".join(f"{_CHANGED[kind]} {join_words(names)}" for kind, names in named.items() if names)
