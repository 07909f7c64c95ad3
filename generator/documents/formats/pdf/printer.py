"""Print packs: their parts laid out, put together sheet by sheet, and written as PDF."""

from __future__ import annotations

import warnings
from collections.abc import Sequence
from typing import cast

from jinja2 import Environment
from weasyprint import Document
from weasyprint.document import Page

from generator.documents.charts.organisation_svg import chart_key, chart_svg
from generator.documents.formats.pdf.finishing import finished
from generator.documents.formats.pdf.layers import VARIANT, Layers, no_warning
from generator.documents.formats.pdf.pagination import LaidPart, begins, lay_parts
from generator.documents.formats.pdf.running_heads import running_heads
from generator.documents.formats.pdf.sheets import Sheet
from generator.documents.packs.compose import issued
from generator.documents.packs.model import Pack, Part

CONTENTS = 1
"""Pages that the contents of most packs take."""


def print_pdf(pack: Pack, templates: Environment) -> bytes:
    """One pack as a PDF. For more than one, keep a `Printer`: it prints them much faster."""
    return Printer(templates).press(pack)


class Printer:
    """Prints packs, sharing fonts, styles and the parts that several packs have alike."""

    def __init__(self, templates: Environment) -> None:
        """Print with `templates`. Raises FontsNotInstalled, and PackNotPrinted where a style sheet has a mistake."""
        self.templates = templates
        self._layers = Layers(templates)

    def press(self, pack: Pack) -> bytes:
        """The pack as PDF/UA-1 and PDF/A-3a, the same bytes every time.

        Raises PackNotPrinted for anything the layout engine warns of, and Stopped for a mistake in a template.
        """
        document = self._laid_out(pack)
        with no_warning(pack.stem):
            raw = _written(document)
        return finished(raw, pack, self.templates, self._layers.bullet)

    def _laid_out(self, pack: Pack) -> Document:
        laid = self._parts(pack)
        contents = self._contents(pack, laid, CONTENTS)
        if len(contents) != CONTENTS:
            contents = self._contents(pack, laid, len(contents))
        stacks = _stacks(laid)
        headings = [pack.labels.contents] * len(contents) + running_heads(stacks, pack.labels.continued)
        _, *heads = self._layers.pages(pack.stem, "pack/sheets.html.j2", pack=pack, headings=headings)
        layers = [[page] for page in contents] + [[page for _, page in stack] for stack in stacks]
        document = self._layers.document(pack.stem, "pack/cover.html.j2", pack=pack, day=issued(pack))
        cover, issue = document.pages
        return document.copy([Sheet([cover]), *(Sheet(below, [head, issue]) for below, head in zip(layers, heads, strict=True))])

    def _contents(self, pack: Pack, laid: Sequence[LaidPart], length: int) -> tuple[Page, ...]:
        """The contents, where they take so many pages after the cover."""
        pages = dict(zip((part.id for part in pack.parts), begins(laid, 1 + length + 1), strict=True))
        return self._layers.pages(pack.stem, "pack/contents.html.j2", pack=pack, pages=pages)

    def _parts(self, pack: Pack) -> list[LaidPart]:
        shown = {"chart": chart_svg(pack.chart, self.templates, style="paper"), "chart_key": chart_key(pack.chart, pack.labels.chart)}

        def lay(part: Part, above: float, tight: bool) -> tuple[Page, ...]:
            set_tight = {part.id} if tight else set[str]()
            return self._layers.pages(pack.stem, "pack/part.html.j2", pack=pack, part=part, above=above, tight=set_tight, **shown)

        return lay_parts(pack.parts, lay)


def _stacks(laid: Sequence[LaidPart]) -> list[list[tuple[Part, Page]]]:
    """What stands on each sheet, with the part it is of."""
    stacks: list[list[tuple[Part, Page]]] = []
    for one in laid:
        if not one.goes_on:
            stacks.append([])
        stacks[-1].append((one.part, one.pages[0]))
        stacks += [[(one.part, page)] for page in one.pages[1:]]
    return stacks


def _written(document: Document) -> bytes:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)  # WeasyPrint leaves its colour profile for Python to close
        return cast(bytes, document.write_pdf(pdf_variant=VARIANT, uncompressed_pdf=True))
