"""What the head of each page says: the part that the page is of, or the heading that goes on from the page before."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from weasyprint.document import Page

from generator.documents.packs.model import Part

_AT_TOP = 12.0
"""CSS pixels below the top of a page within which a heading stands first on it."""


def running_heads(stacks: Iterable[Sequence[tuple[Part, Page]]], continued: str) -> list[str]:
    """A head for each sheet, given what stands on it, in order. `continued` says of a `{heading}` that it goes on."""
    heads: list[str] = []
    open_heading = ""
    for stack in stacks:
        part, page = stack[0]
        goes_on = open_heading and open_heading != part.heading and not _begins_with_heading(page)
        heads.append(continued.format(heading=open_heading) if goes_on else part.heading)
        for _, below in stack:
            open_heading = below.bookmarks[-1][1] if below.bookmarks else open_heading
    return heads


def _begins_with_heading(page: Page) -> bool:
    if not page.bookmarks:
        return False
    _, _, (_, down), _ = page.bookmarks[0]
    return bool(down <= page._page_box.content_box_y() + _AT_TOP)
