"""Checks of where a network's own sentences go: each neighbour exists, is not left out, and is in the same part."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.checks.overlays import LaidOverlay, laid_overlays
from generator.checks.walks import sections
from generator.knowledge.library.library import Library
from generator.knowledge.model import Addition
from generator.problems import Problem, rule

SIDES = ("after", "before")


@dataclass(frozen=True)
class AnchorKind:
    """Statements or criteria: their names in an overlay, and the part of a pack that they belong to."""

    what: str
    list: str
    """The overlay's field for added ones."""
    part: str
    """The key of the part they belong to: `section` or `category`."""


STATEMENTS = AnchorKind("statement", "add", "section")
CRITERIA = AnchorKind("criterion", "add_criteria", "category")


def one_side(library: Library) -> Iterator[Problem]:
    """Nothing is placed both after one thing and before another."""
    for laid in laid_overlays(library):
        for kind in (STATEMENTS, CRITERIA):
            for index, (addition, _) in enumerate(_added(laid, kind)):
                if addition.after and addition.before:
                    yield rule("overlay-both-sides").at(laid.place(kind.list, index, "before"), id=addition.id)


def neighbours_stand(library: Library) -> Iterator[Problem]:
    """Every neighbour exists, is not left out, and is in the part that the sentence goes into."""
    for laid in laid_overlays(library):
        for kind in (STATEMENTS, CRITERIA):
            added = _added(laid, kind)
            home = _homes(laid, kind)
            for index, (addition, part) in enumerate(added):
                later = [below.id for below, _ in added[index:]]
                yield from _astray(laid, kind, index, part, home, later)
                home[addition.id] = part


def _added(laid: LaidOverlay, kind: AnchorKind) -> Sequence[tuple[Addition, str]]:
    """The overlay's additions of a kind, each with the part it goes into."""
    return [(addition, getattr(addition, kind.part)) for addition in getattr(laid.overlay, kind.list)]


def _homes(laid: LaidOverlay, kind: AnchorKind) -> dict[str, str]:
    """The part of each sentence of the role, by the sentence's id."""
    if kind is STATEMENTS:
        return {s.id: section.id for _, section in sections(laid.role) for s in section.statements}
    return {c.id: category.id for category in laid.specification.categories for c in category.criteria}


def _astray(laid: LaidOverlay, kind: AnchorKind, index: int, part: str, home: Mapping[str, str], later: Sequence[str]) -> Iterator[Problem]:
    addition, _ = _added(laid, kind)[index]
    dropped = [drop.id for drop in laid.overlay.drop]
    for side in SIDES:
        anchor = getattr(addition, side)
        at = laid.place(kind.list, index, side).narrowed(anchor or "")
        gaps = {"id": addition.id, "side": side, "anchor": anchor}
        if not anchor:
            continue
        if anchor in dropped and anchor in home:
            yield rule("overlay-anchor-dropped").at(at, **gaps, near=_stays(anchor, home, dropped))
        elif anchor in home and home[anchor] != part:
            yield rule("overlay-anchor-elsewhere").at(at, **gaps, part=part, other=home[anchor], key=kind.part)
        elif anchor not in home and anchor in later:
            yield rule("overlay-anchor-later").at(at, **gaps)
        elif anchor not in home:
            yield laid.unknown(at, kind.what, anchor, list(home))


def _stays(anchor: str, home: Mapping[str, str], dropped: Sequence[str]) -> str:
    """A hint naming the nearest sentence in the same part that is not left out, above the anchor or else below it."""
    row = [name for name, part in home.items() if part == home[anchor]]
    spot = row.index(anchor)
    staying = [name for name in (*reversed(row[:spot]), *row[spot + 1 :]) if name not in dropped]
    return f" The nearest that stays is ‘{staying[0]}’." if staying else ""
