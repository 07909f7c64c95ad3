"""What sets the text of a PDF, beside Python packages: the typeface, and two libraries of the system."""

from __future__ import annotations

import hashlib

from weasyprint.text.ffi import harfbuzz, pango

from generator.documents.formats.pdf.fonts import FONTS, FontsNotInstalled, fonts_folder


def typesetting_versions() -> dict[str, str]:
    """The versions by name."""
    return {"typeface": _typeface(), "Pango": str(pango.pango_version()), "HarfBuzz": _harfbuzz()}


def _typeface() -> str:
    try:
        folder = fonts_folder()
    except FontsNotInstalled:
        return "missing"
    return hashlib.sha256(b"".join((folder / name).read_bytes() for name in FONTS)).hexdigest()[:12]


def _harfbuzz() -> str:
    """HarfBuzz only says whether it is at least of some version."""
    known = [0, 0, 0]
    for place in range(3):
        while harfbuzz.hb_version_atleast(*[part + (i == place) for i, part in enumerate(known)]):
            known[place] += 1
    return ".".join(map(str, known))
