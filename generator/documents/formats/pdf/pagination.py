"""Lay out the parts of a pack one below the other, with less room between the lines of those that look better so."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from weasyprint.document import Page

from generator.documents.formats.pdf.layers import body_of
from generator.documents.packs.model import Part

ONE_PAGE = "role"
"""The kind of part that should fit a page."""

LAST = 3
"""So many parts at the end are set tightly together, where the last would have a page to itself."""


@dataclass(frozen=True)
class LaidPart:
    """A part on its pages. The first of them is the last of the part before where it `goes_on` there, and the last has room from `ends`
    CSS pixels below the top."""

    part: Part
    pages: tuple[Page, ...]
    goes_on: bool
    ends: float


Lay = Callable[[Part, float, bool], tuple[Page, ...]]
"""Lays out a part alone: below so many CSS pixels of a page that are taken, and tightly or not."""


def lay_parts(parts: Sequence[Part], lay: Lay) -> list[LaidPart]:
    """Every part on its pages."""
    laid: list[LaidPart] = []
    for part in parts[:-LAST]:
        laid += _follow(laid, [part], lay)
        if part.kind == ONE_PAGE and len(laid[-1].pages) > 1:
            laid[-1:] = _follow(laid[:-1], [part], lay, tight=True)
    ending = _follow(laid, parts[-LAST:], lay)
    *_, before, last = [0, 0, *begins([*laid, *ending])]
    if before < last and len(ending[-1].pages) == 1:
        ending = _follow(laid, parts[-LAST:], lay, tight=True)
    return laid + ending


def _follow(laid: Sequence[LaidPart], parts: Sequence[Part], lay: Lay, *, tight: bool = False) -> list[LaidPart]:
    """These parts, after those that are laid out."""
    added: list[LaidPart] = []
    for part in parts:
        before = [*laid[-1:], *added][-1:]
        above = before[0].ends if before and not part.new_page else 0.0
        pages = lay(part, above, tight)
        found_room = part.id in pages[0].anchors  # else it begins on the next page, and the first is empty
        pages = pages if found_room else pages[1:]
        added.append(LaidPart(part, pages, bool(above) and found_room, _ends(pages[-1])))
    return added


def begins(laid: Sequence[LaidPart], first: int = 1) -> Iterator[int]:
    """The page that each part begins on, where the first of all pages is `first`."""
    page = first - 1
    for one in laid:
        yield page + (not one.goes_on)
        page += len(one.pages) - one.goes_on


def _ends(page: Page) -> float:
    """How far down a page its part comes. Thousandths of a pixel are as near as anybody sees, and more would tell equal packs apart."""
    part = body_of(page).children[-1]
    return round(float(part.position_y + part.margin_height() - page._page_box.content_box_y()), 3)
