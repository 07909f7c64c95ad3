"""Sheets of paper put together from layers: pages that were laid out apart from one another, and are drawn over one another."""

from __future__ import annotations

from collections.abc import Sequence

from weasyprint.document import Page
from weasyprint.formatting_structure.boxes import MarginBox
from weasyprint.pdf.stream import Stream


class Sheet(Page):  # type: ignore[misc]
    """A page that WeasyPrint writes as any other. Its layers may be on sheets of several documents: writing does not change them."""

    def __init__(self, layers: Sequence[Page], furniture: Sequence[Page] = ()) -> None:
        """Put what stands on `layers`, in order, on one page, with the heads and feet of `furniture`."""
        first = layers[0]
        self.width, self.height, self.bleed = first.width, first.height, first.bleed
        self.bookmarks = [mark for layer in layers for mark in layer.bookmarks]
        self.links = [link for layer in layers for link in layer.links]
        self.anchors = {name: point for layer in layers for name, point in layer.anchors.items()}
        self.forms: dict[None, list[object]] = {None: []}
        self._layers = (*layers, *furniture)
        shown = [box for layer in layers for box in layer._page_box.children]
        heads = [box for page in furniture for box in page._page_box.children if isinstance(box, MarginBox)]
        self._page_box = first._page_box.copy_with_children(shown + heads)

    def paint(self, stream: Stream, scale: float = 1) -> None:
        """Paint each layer over those before."""
        for layer in self._layers:
            layer.paint(stream, scale)
