"""Checks of where a network puts sentences, its own and the role's: each neighbour exists, is not left out, and is in the same part."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.checks.overlays import LaidOverlay, laid_overlays
from generator.checks.walks import sections
from generator.knowledge.library.library import Library
from generator.knowledge.model import Addition, Move
from generator.knowledge.reading.document import Steps
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


@dataclass(frozen=True)
class PlacedSentence:
    """A sentence that an overlay puts somewhere: what it says of it, the way there, and the part that it goes into."""

    said: Addition | Move
    steps: Steps
    part: str


def one_side(library: Library) -> Iterator[Problem]:
    """Nothing is placed both after one thing and before another."""
    for laid in laid_overlays(library):
        for kind in (STATEMENTS, CRITERIA):
            for placed in _placed(laid, kind):
                if placed.said.after and placed.said.before:
                    yield rule("overlay-both-sides").at(laid.place(*placed.steps, "before"), id=placed.said.id)


def neighbours_stand(library: Library) -> Iterator[Problem]:
    """Every neighbour exists, is not left out, and is in the part that the sentence goes into."""
    for laid in laid_overlays(library):
        for kind in (STATEMENTS, CRITERIA):
            placed = _placed(laid, kind)
            moved = {each.said.id for each in placed}
            home = {name: part for name, part in _homes(laid, kind).items() if name not in moved}
            for index, each in enumerate(placed):
                later = [below.said.id for below in placed[index:]]
                yield from _astray(laid, kind, each, home, later)
                home[each.said.id] = each.part


def _placed(laid: LaidOverlay, kind: AnchorKind) -> Sequence[PlacedSentence]:
    """Everything of a kind that the overlay puts somewhere, in the order in which it is put there: what it moves, then what it adds."""
    home = _homes(laid, kind)
    moves = [(("move", index), move) for index, move in enumerate(laid.overlay.move) if move.id in home]
    added = [((kind.list, index), addition) for index, addition in enumerate(getattr(laid.overlay, kind.list))]
    return [
        *(PlacedSentence(move, steps, move.to or home[move.id]) for steps, move in moves),
        *(PlacedSentence(addition, steps, getattr(addition, kind.part)) for steps, addition in added),
    ]


def _homes(laid: LaidOverlay, kind: AnchorKind) -> dict[str, str]:
    """The part of each sentence of the role, by the sentence's id."""
    if kind is STATEMENTS:
        return {s.id: section.id for _, section in sections(laid.role) for s in section.statements}
    return {c.id: category.id for category in laid.specification.categories for c in category.criteria}


def _astray(
    laid: LaidOverlay, kind: AnchorKind, placed: PlacedSentence, home: Mapping[str, str], later: Sequence[str]
) -> Iterator[Problem]:
    dropped = [drop.id for drop in laid.overlay.drop]
    for side in SIDES:
        anchor = getattr(placed.said, side)
        at = laid.place(*placed.steps, side).narrowed(anchor or "")
        gaps = {"id": placed.said.id, "side": side, "anchor": anchor}
        if not anchor:
            continue
        if anchor in dropped and anchor in home:
            yield rule("overlay-anchor-dropped").at(at, **gaps, near=_stays(anchor, home, dropped))
        elif anchor in home and home[anchor] != placed.part:
            key = "to" if isinstance(placed.said, Move) else kind.part
            yield rule("overlay-anchor-elsewhere").at(at, **gaps, part=placed.part, other=home[anchor], key=key)
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
