"""Lay out a pack and print it. Fonts and styles are read once, for as many packs as a printer prints."""

from __future__ import annotations

import logging
import warnings
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from itertools import pairwise
from typing import cast

from fontTools.ttLib import TTFont  # type: ignore[import-untyped]
from jinja2 import Environment
from weasyprint import CSS, HTML, LOGGER, Document
from weasyprint.css.counters import CounterStyle
from weasyprint.text.fonts import FontConfiguration

from generator.documents.chart import chart_key, chart_svg
from generator.documents.pack import Pack, Part
from generator.documents.pdf.finishing import finished
from generator.documents.pdf.fonts import FONTS
from generator.documents.pdf.sealed import ROOT, Sealed
from generator.documents.templating import render

VARIANT = "pdf/a-3a"
"""What WeasyPrint is asked for. `finished` adds what PDF/UA-1 wants on top."""

ROUNDS = 5
"""Layouts before page numbers must have settled. Two are usual: one to learn the numbers, one to print them."""

Kind = tuple[str, tuple[str, ...], frozenset[str]]
"""Packs whose parts are likely to begin on the same pages: of one role, with the same parts, the same of them set tightly."""

ONE_PAGE = "role"
"""The kind of part that should fit a page."""

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
        self._pages: dict[Kind, dict[str, int]] = {}
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
        """Lay out with the page numbers of the last pack of this kind; again where one of them moved.

        Parts that would look better with less room between their lines are set more tightly. Whether they would is found anew for each
        pack, so that it never depends on what was printed before.
        """
        kind = tuple(part.id for part in pack.parts)
        values = {"pack": pack, "day": issued(pack), "chart": chart_svg(pack.chart, self.templates, style="paper")}
        tight: frozenset[str] = frozenset()
        found = dict.fromkeys(kind, 9)
        for _ in range(ROUNDS):
            pages = self._pages.get((pack.role.id, kind, tight), found)
            source = render(self.templates, "pack/pack.html.j2", pages=pages, tight=tight, chart_key=chart_key(pack.chart), **values)
            document = self._rendered(pack, source)
            found = {name: number for number, page in enumerate(document.pages, 1) for name in page.anchors if name in kind}
            over = _cramped(pack.parts, found, len(document.pages))
            if found == pages and over <= tight:
                return document
            self._pages[pack.role.id, kind, tight] = found
            tight |= over
        raise PackNotPrinted(f"{pack.stem}: the page numbers of its contents do not settle.")

    def _rendered(self, pack: Pack, source: str) -> Document:
        if lost := sorted({c for c in source if ord(c) not in self._glyphs} - UNSEEN):
            shown = ", ".join(f"{c} (U+{ord(c):04X})" for c in lost[:5])
            raise PackNotPrinted(f"{pack.stem}: the typeface of the packs has no {shown}. Write it in letters instead.")
        page = HTML(string=source, base_url=f"{ROOT}pack/pack.html", url_fetcher=self._sealed)
        return page.render(font_config=self._fonts, counter_style=self._counters, stylesheets=[self._css], pdf_variant=VARIANT)


def issued(pack: Pack) -> date:
    """The day this version of the pack was finished: the only date in the file."""
    overlays = pack.network.roles if pack.network else []
    return next((overlay.updated for overlay in overlays if overlay.role == pack.role.id), pack.role.updated)


def _cramped(parts: Sequence[Part], found: Mapping[str, int], last: int) -> frozenset[str]:
    """Parts to set more tightly, by the page each begins on: the role on a page where it runs over, and the last three where the last
    of them would have a page to itself."""
    over = {a.id for a, b in pairwise(parts) if a.kind == ONE_PAGE and found[b.id] - found[a.id] > 1}
    alone = len(parts) > 1 and found[parts[-1].id] == last > found[parts[-2].id]
    return frozenset(over | ({part.id for part in parts[-3:]} if alone else set()))


def _written(document: Document) -> bytes:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)  # WeasyPrint leaves its colour profile for Python to close
        return cast(bytes, document.write_pdf(pdf_variant=VARIANT))


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
