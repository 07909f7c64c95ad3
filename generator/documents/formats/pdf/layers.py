"""Lay out pages that become layers of a pack's sheets. Fonts and styles are read once; a part that several packs share is laid out once.

How a part looks follows from its markup, which says how far down a page it begins, and from nothing else: so it is known by its markup.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager
from html import unescape

from fontTools.ttLib import TTFont  # type: ignore[import-untyped]
from jinja2 import Environment
from weasyprint import CSS, LOGGER, Document
from weasyprint.css.counters import CounterStyle
from weasyprint.document import Page
from weasyprint.formatting_structure.boxes import BlockBox
from weasyprint.text.fonts import FontConfiguration

from generator.documents.formats.pdf.fonts import FONTS
from generator.documents.formats.pdf.markup import page_of
from generator.documents.formats.pdf.painting import Layer
from generator.documents.formats.pdf.url_fetcher import ROOT, Sealed
from generator.documents.templating.environment import render

VARIANT = "pdf/a-3a"
"""What WeasyPrint is asked for. `finished` adds what PDF/UA-1 wants on top."""

SHARED = 48
"""Parts that are kept for the packs that follow: about six packs' worth, and 100 MB."""

_UNSEEN = {"\n", "\t", "\r"}
"""Characters that need no glyph."""

ABOVE = "above"
"""The class of what takes the room above a part. It is taken away once it has done so."""


_STYLES = "The style sheet of the packs"


class PackNotPrinted(Exception):
    """A pack could not be printed as it should be. The message names the pack and what was wrong."""


def look_at_styles(templates: Environment) -> None:
    """See that fonts and styles are there and can be read, without a font map: that would have a thread of its own.

    Raises FontsNotInstalled, and PackNotPrinted where a style sheet has a mistake.
    """
    sealed = Sealed(templates)
    with no_warning(_STYLES):
        CSS(url=f"{ROOT}pack/pack.css", counter_style=CounterStyle(), url_fetcher=sealed)


class Layers:
    """Lays out markup with the fonts and styles of the packs."""

    def __init__(self, templates: Environment) -> None:
        """Lay out with `templates`. Raises FontsNotInstalled, and PackNotPrinted where a style sheet has a mistake."""
        self.templates = templates
        self._sealed = Sealed(templates)
        self._fonts = FontConfiguration()
        self._counters = CounterStyle()
        with TTFont(self._sealed.fonts / FONTS[0], lazy=True) as font:
            self._glyphs: dict[int, str] = font.getBestCmap()
            self.bullet: int = font.getGlyphID(self._glyphs[ord("•")])
        with no_warning(_STYLES):
            self._css = CSS(url=f"{ROOT}pack/pack.css", font_config=self._fonts, counter_style=self._counters, url_fetcher=self._sealed)
        self._shared: dict[str, tuple[Page, ...]] = {}

    def document(self, stem: str, template: str, /, **values: object) -> Document:
        """A template laid out. `stem` names the pack in PackNotPrinted, which tells of anything the layout engine warns of."""
        with no_warning(stem):
            return self._laid_out(self._source(stem, template, values))

    def pages(self, stem: str, template: str, /, **values: object) -> tuple[Page, ...]:
        """The pages of a template, which other packs may share: nobody may change them."""
        source = self._source(stem, template, values)
        pages = self._shared.pop(source, None)
        if pages is None:
            with no_warning(stem):
                pages = tuple(map(Layer, self._laid_out(source).pages))
            _clear_above(pages[0])
        self._shared[source] = pages  # at the end of the line: those that were not used for longest stand first
        if len(self._shared) > SHARED:
            del self._shared[next(iter(self._shared))]
        return pages

    def _source(self, stem: str, template: str, values: dict[str, object]) -> str:
        source = render(self.templates, template, **values)
        if lost := sorted({c for c in set(source) if ord(c) not in self._glyphs} - _UNSEEN):
            shown = ", ".join(f"{c} (U+{ord(c):04X})" for c in lost[:5])
            where = "".join(re.findall(f"[^<>]{{0,30}}{re.escape(lost[0])}[^<>]{{0,30}}", source)[:1])
            said = f"the typeface of the packs has no {shown}, which is in “{unescape(where).strip()}”"
            raise PackNotPrinted(f"{stem}: {said}. Write it in letters instead.")
        return source

    def _laid_out(self, source: str) -> Document:
        page = page_of(source, f"{ROOT}pack/pack.html", self._sealed)
        return page.render(font_config=self._fonts, counter_style=self._counters, stylesheets=[self._css], pdf_variant=VARIANT)


def body_of(page: Page) -> BlockBox:
    """What stands on a page: the box of its `body`."""
    return page._page_box.children[0].children[0]


def _clear_above(page: Page) -> None:
    body = body_of(page)
    body.children = [box for box in body.children if box.element.get("class") != ABOVE]


@contextmanager
def no_warning(name: str) -> Iterator[None]:
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
