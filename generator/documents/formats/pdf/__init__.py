"""Job packs as PDF: laid out by WeasyPrint, then mended so that one file is both PDF/UA-1 and PDF/A-3a."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from generator.documents.formats.format import Format, Materials
from generator.problems import Place, Report, Stopped, rule

if TYPE_CHECKING:
    from generator.documents.formats.format import Maker
    from generator.documents.packs.model import Pack

_FONTS = Place("node_modules/source-sans")
"""What is named when the typeface is not there: every pack would say the same."""


def _open(materials: Materials) -> Maker:
    from generator.documents.formats.pdf.layers import PackNotPrinted
    from generator.documents.formats.pdf.printer import Printer  # imported late: it takes half a second

    with _told():
        printer = Printer(materials.templates)

    def make(pack: Pack) -> bytes:
        try:
            return printer.press(pack)
        except PackNotPrinted as error:
            raise _not_printed(Place(pack.stem), error) from error

    return make


def _warm(materials: Materials) -> None:
    """Load the layout engine, and see that fonts and styles are there. No font map is made: it has a thread since Pango 1.51.2."""
    import generator.documents.formats.pdf.printer  # noqa: F401
    from generator.documents.formats.pdf.layers import look_at_styles

    with _told():
        look_at_styles(materials.templates)


@contextmanager
def _told() -> Iterator[None]:
    """Tell of a typeface that is not there or a style sheet with a mistake, once and not for each pack. Raises Stopped."""
    from generator.documents.formats.pdf.fonts import FontsNotInstalled
    from generator.documents.formats.pdf.layers import PackNotPrinted

    try:
        yield
    except FontsNotInstalled as error:
        raise _not_printed(_FONTS, error) from error
    except PackNotPrinted as error:
        raise _not_printed(Place("pack/pack.css"), error) from error


def _not_printed(place: Place, error: Exception) -> Stopped:
    return Stopped(Report([rule("pack-not-printed").at(place, reason=str(error).rstrip("."))]))


def _versions() -> dict[str, str]:
    from generator.documents.formats.pdf.versions import typesetting_versions

    return typesetting_versions()


PDF = Format(
    suffix="pdf",
    label="PDF",
    about="For candidates. Accessible, ready to print",
    in_zip=("Job pack.pdf", "The pack for candidates. Attach it to the advert."),
    open=_open,
    warm=_warm,
    libraries=("weasyprint", "pydyf", "fonttools", "pikepdf", "cssselect2", "pyphen", "tinycss2", "tinyhtml5"),
    versions=_versions,
    compressed=True,
)
