"""Which parts of a pack are cramped: they look better with less room between their lines.

A whole layout without that room would tell, and cost as much as the one that is printed. Where a part begins does not depend on
how it is set, so a trial of the part alone tells the same.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from weasyprint import Document

from generator.documents.pack import Pack, Part

ONE_PAGE = "role"
"""The kind of part that should fit a page."""

LAST = 3
"""So many parts at the end are set tightly together, where the last would have a page to itself."""

Trial = tuple[Sequence[Part], float]
"""Parts to lay out alone, and how much of their first page is taken by what stands before them, in CSS pixels."""


class Learned:
    """How packs came out, to guess how the next one will: which parts are tight, and the page each part begins on."""

    def __init__(self) -> None:
        """Begin with nothing learned."""
        self._known: dict[tuple[object, ...], tuple[frozenset[str], dict[str, int]]] = {}

    def of(self, pack: Pack) -> tuple[frozenset[str], dict[str, int]]:
        """The best guess: a pack of the same role and as many of everything, else of the same role and parts, else no page at all."""
        unknown = frozenset[str](), dict.fromkeys((part.id for part in pack.parts), 9)
        return next((self._known[key] for key in _kinds(pack) if key in self._known), unknown)

    def note(self, pack: Pack, tight: frozenset[str], pages: dict[str, int]) -> None:
        """Learn how a pack came out."""
        self._known |= dict.fromkeys(_kinds(pack), (tight, pages))


def _kinds(pack: Pack) -> Iterator[tuple[object, ...]]:
    kind = pack.role.id, tuple(part.id for part in pack.parts)
    practices = len(pack.network.practices) if pack.network else 0
    yield *kind, sum(1 for _ in pack.statements()), sum(1 for _ in pack.criteria()), practices, bool(pack.notice)
    yield kind


def first_pages(document: Document, names: Sequence[str]) -> dict[str, int]:
    """The page that each part begins on."""
    return {name: number for number, page in enumerate(document.pages, 1) for name in page.anchors if name in names}


def cramped(parts: Sequence[Part], found: dict[str, int], last: int) -> frozenset[str]:
    """Parts to set more tightly, by the page each begins on: the role on a page where it runs over, and the last three where the last
    of them would have a page to itself."""
    pages = {**found, "": last + 1}
    follows = [*(part.id for part in parts[1:]), ""]
    over = {part.id for part, after in zip(parts, follows, strict=True) if part.kind == ONE_PAGE and pages[after] - pages[part.id] > 1}
    alone = len(parts) > 1 and found[parts[-1].id] == last > found[parts[-2].id]
    return frozenset(over | ({part.id for part in parts[-LAST:]} if alone else set()))


def trials(parts: Sequence[Part], document: Document, tight: frozenset[str]) -> Iterator[Trial]:
    """What to try without tightness, of the parts that have it in `document`."""
    for part in parts[:-LAST]:
        if part.id in tight:
            yield [part], 0.0
    ending = parts[-LAST:]
    if ending[-1].id in tight:
        yield ending, _above(document, ending[0].id)


def _above(document: Document, name: str) -> float:
    """How far down its page a part begins. One at the head of its page found no room on the page before, and finds none in a trial."""
    for page in document.pages:
        if name in page.anchors:
            box = page._page_box
            heading = next(b for b in box.descendants() if b.element is not None and b.element.get("id") == name)
            return float(heading.position_y - box.content_box_y()) or float(box.height)
    raise KeyError(name)
