"""Versions of everything that affects a pack's bytes: machines that differ in one could make different files."""

from __future__ import annotations

import hashlib
import sys
import zlib
from collections.abc import Iterator, Mapping
from importlib.metadata import version

from generator.machine.shipped import CODE, INSIDE, TEMPLATES
from generator.publishing.disk.cache import digest_of
from generator.publishing.printing.press import LIBRARIES

INDIRECT = ("cssselect2", "markupsafe", "pydantic", "pyphen", "tinycss2", "tinyhtml5")
"""Libraries that our libraries use to set text, or to send packs to another machine."""


def library_versions() -> dict[str, str]:
    """The versions of everything that can change a pack's bytes, by name. Takes half a second, because it loads WeasyPrint."""
    return {
        "Fingerpost": _code(),
        "typeface": _typeface(),
        "Python": f"{sys.version_info.major}.{sys.version_info.minor}",
        "zlib": zlib.ZLIB_RUNTIME_VERSION,
        **{name: version(name) for name in (*LIBRARIES, *INDIRECT)},
        **dict(_layout()),
    }


def version_differences(theirs: Mapping[str, str], ours: Mapping[str, str]) -> str:
    """The differences in words; empty if there are none."""
    names = [name for name in {**ours, **theirs} if theirs.get(name) != ours.get(name)]
    return "; ".join(f"its {name} is {theirs.get(name, 'missing')}, and {ours.get(name, 'missing')} here" for name in names)


def _code() -> str:
    """Our version, with a digest of our code and of the templates of packs, because code changes between releases."""
    inside = (path for path in sorted(CODE.iterdir()) if path.is_dir() and path != INSIDE)
    return f"{version('fingerpost')} ({digest_of([*inside, TEMPLATES / 'pack', TEMPLATES / 'chart']).hex()[:12]})"


def _typeface() -> str:
    from generator.documents.formats.pdf import FontsNotInstalled
    from generator.documents.formats.pdf.fonts import FONTS, fonts_folder

    try:
        folder = fonts_folder()
    except FontsNotInstalled:
        return "missing"
    return hashlib.sha256(b"".join((folder / name).read_bytes() for name in FONTS)).hexdigest()[:12]


def _layout() -> Iterator[tuple[str, str]]:
    """The two system libraries that set text. HarfBuzz can only say whether it is at least some version, so it is asked repeatedly."""
    from weasyprint.text.ffi import harfbuzz, pango

    yield "Pango", str(pango.pango_version())
    known = [0, 0, 0]
    for place in range(3):
        while harfbuzz.hb_version_atleast(*[part + (i == place) for i, part in enumerate(known)]):
            known[place] += 1
    yield "HarfBuzz", ".".join(map(str, known))
