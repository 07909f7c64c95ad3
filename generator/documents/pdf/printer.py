"""Lay out a pack and print it. Fonts and styles are read once, for as many packs as a printer prints."""

from __future__ import annotations

import logging
import warnings
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from typing import cast

from fontTools.ttLib import TTFont  # type: ignore[import-untyped]
from jinja2 import Environment
from weasyprint import CSS, LOGGER, Document
from weasyprint.css.counters import CounterStyle
from weasyprint.text.fonts import FontConfiguration

from generator.documents.chart import chart_key, chart_svg
from generator.documents.pack import Pack
from generator.documents.pdf.finishing import finished
from generator.documents.pdf.fonts import FONTS
from generator.documents.pdf.markup import page_of
from generator.documents.pdf.room import Learned, cramped, first_pages, trials
from generator.documents.pdf.sealed import ROOT, Sealed
from generator.documents.templating import render

VARIANT = "pdf/a-3a"
"""What WeasyPrint is asked for. `finished` adds what PDF/UA-1 wants on top."""

ROUNDS = 5
"""Layouts before page numbers must have settled. Most packs need one, those that are first of their kind one or two more."""


UNSEEN = {"\n", "\t", "\r"}
"""Characters that need no glyph."""


class PackNotPrinted(Exception):
    """A pack could not be printed as it should be. The message names the pack and what was wrong."""


def press(pack: Pack, templates: Environment) -> bytes:
    """One pack as a PDF. For more than one, keep a `Printer`: it is a fifth faster."""
    return Printer(templates).press(pack)


class Printer:
    """Prints packs, sharing fonts, styles and the page numbers it has learned."""

    def __init__(self, templates: Environment) -> None:
        """Print with `templates`. Raises FontsNotInstalled, and PackNotPrinted where a style sheet has a mistake."""
        self.templates = templates
        self._sealed = Sealed(templates)
        self._fonts = FontConfiguration()
        self._counters = CounterStyle()
        self._learned = Learned()
        with TTFont(self._sealed.fonts / FONTS[0], lazy=True) as font:
            self._glyphs: dict[int, str] = font.getBestCmap()
            self._bullet = font.getGlyphID(self._glyphs[ord("•")])
        with _no_warning("The style sheet of the packs"):
            self._css = CSS(url=f"{ROOT}pack/pack.css", font_config=self._fonts, counter_style=self._counters, url_fetcher=self._sealed)

    def press(self, pack: Pack) -> bytes:
        """The pack as PDF/UA-1 and PDF/A-3a, the same bytes every time.

        Raises PackNotPrinted for anything the layout engine warns of, and Stopped for a mistake in a template.
        """
        with _no_warning(pack.stem):
            raw = _written(self._laid_out(pack))
        return finished(raw, pack, self.templates, self._bullet)

    def _laid_out(self, pack: Pack) -> Document:
        """Lay out with the page numbers and the room of a pack like this one; again where they were wrong for it.

        Parts that would look better with less room between their lines are set more tightly. Whether they would is found anew for each
        pack, so that it never depends on what was printed before.
        """
        names = [part.id for part in pack.parts]
        values = {"pack": pack, "day": issued(pack), "chart": chart_svg(pack.chart, self.templates, style="paper")}
        values["chart_key"] = chart_key(pack.chart)
        tight, pages = self._learned.of(pack)
        for _ in range(ROUNDS):
            document = self._rendered(pack, "pack/pack.html.j2", pages=pages, tight=tight, **values)
            found = first_pages(document, names)
            wanted = self._cramped(pack, document, tight, values)
            if found == pages and wanted == tight:
                self._learned.note(pack, tight, pages)
                return document
            tight, pages = wanted, found
        raise PackNotPrinted(f"{pack.stem}: the page numbers of its contents do not settle.")

    def _cramped(self, pack: Pack, document: Document, tight: frozenset[str], values: Mapping[str, object]) -> frozenset[str]:
        """Parts that are cramped, or would be if they were not set tightly. Those that are tight are tried alone, without that."""
        over = cramped(pack.parts, first_pages(document, [part.id for part in pack.parts]), len(document.pages))
        found = over - tight
        for parts, above in trials(pack.parts, document, tight):
            alone = self._rendered(pack, "pack/trial.html.j2", parts=parts, above=above, tight=frozenset(), **values)
            found |= cramped(parts, first_pages(alone, [part.id for part in parts]), len(alone.pages))
        return found

    def _rendered(self, pack: Pack, template: str, /, **values: object) -> Document:
        source = render(self.templates, template, **values)
        if lost := sorted({c for c in set(source) if ord(c) not in self._glyphs} - UNSEEN):
            shown = ", ".join(f"{c} (U+{ord(c):04X})" for c in lost[:5])
            raise PackNotPrinted(f"{pack.stem}: the typeface of the packs has no {shown}. Write it in letters instead.")
        page = page_of(source, f"{ROOT}pack/pack.html", self._sealed)
        return page.render(font_config=self._fonts, counter_style=self._counters, stylesheets=[self._css], pdf_variant=VARIANT)


def issued(pack: Pack) -> date:
    """The day this version of the pack was finished: the only date in the file."""
    overlays = pack.network.roles if pack.network else []
    return next((overlay.updated for overlay in overlays if overlay.role == pack.role.id), pack.role.updated)


def _written(document: Document) -> bytes:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)  # WeasyPrint leaves its colour profile for Python to close
        return cast(bytes, document.write_pdf(pdf_variant=VARIANT, uncompressed_pdf=True))


@contextmanager
def _no_warning(name: str) -> Iterator[None]:
    """Anything that WeasyPrint says at WARNING or above is a mistake in the pack: a file refused, a rule not understood."""
    heard: list[str] = []
    listener = logging.Handler(logging.WARNING)
    listener.emit = lambda record: heard.append(record.getMessage())  # type: ignore[method-assign]
    LOGGER.addHandler(listener)
    try:
        yield
    finally:
        LOGGER.removeHandler(listener)
    if heard:
        raise PackNotPrinted(f"{name}: {'; '.join(heard)}")
