"""Versions of everything that affects a pack's bytes: machines that differ in one could make different files."""

from __future__ import annotations

import sys
import zlib
from collections.abc import Mapping
from importlib.metadata import version

from generator.documents.formats import FORMATS
from generator.machine.shipped import CODE, INSIDE, TEMPLATES
from generator.publishing.disk.cache import digest_of
from generator.publishing.printing.press import LIBRARIES


def library_versions() -> dict[str, str]:
    """The versions of everything that can change a pack's bytes, by name. Takes half a second, because it loads WeasyPrint."""
    return {
        "Fingerpost": _code(),
        "Python": f"{sys.version_info.major}.{sys.version_info.minor}",
        "zlib": zlib.ZLIB_RUNTIME_VERSION,
        **{name: version(name) for name in LIBRARIES},
        **{name: told for form in FORMATS for name, told in form.versions().items()},
    }


def version_differences(theirs: Mapping[str, str], ours: Mapping[str, str]) -> str:
    """The differences in words; empty if there are none."""
    names = [name for name in {**ours, **theirs} if theirs.get(name) != ours.get(name)]
    return "; ".join(f"its {name} is {theirs.get(name, 'missing')}, and {ours.get(name, 'missing')} here" for name in names)


def _code() -> str:
    """Our version, with a digest of our code and of the templates of packs, because code changes between releases."""
    inside = (path for path in sorted(CODE.iterdir()) if path.is_dir() and path != INSIDE)
    return f"{version('fingerpost')} ({digest_of([*inside, TEMPLATES / 'pack', TEMPLATES / 'chart']).hex()[:12]})"
