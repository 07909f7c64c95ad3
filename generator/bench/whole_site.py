"""How long the whole site takes with many services: from clean, with nothing changed, and after one service was edited."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path

from generator.bench.taking import FINGERPOST, PYTHON, RivalsMeasured, Took, edit, in_worlds, take
from generator.checks import publishable
from generator.machine.clock import today
from generator.publishing.disk.folders import Progress

BUILD = (*FINGERPOST, "build", "--no-packs")
CLEAN = "site from clean"

UNLISTED = "plain MkDocs Material, not in navigation"
IN_NAVIGATION = "plain MkDocs Material, in navigation"

LISTED = 1500
"""The most services that plain MkDocs is given in its navigation: ten thousand take hours."""


def measure_whole_site(project: Path, sizes: Sequence[int], told: Progress = lambda _: None) -> RivalsMeasured:
    """Build the site of a made-up England of each size, from the templates and settings of `project`, and the same pages by MkDocs.

    Raises Stopped for errors in the data, Missing where it has no service to make others like, and Failed.
    """
    publishable(project / "data", today(), "data")
    return in_worlds(project, [(size, 0) for size in sizes], lambda folder, size: site_of(folder, size, told))


def site_of(folder: Path, size: int, told: Progress) -> Iterator[Took]:
    """The site of a project with so many services, and the same pages by MkDocs alone. The finished site stays in the folder."""
    site = folder / "site"
    told(f"{size:,} services: read and check")
    yield take("read and check", size, (*FINGERPOST, "check"), folder, None)
    for what in (CLEAN, "nothing changed", "one service edited"):
        told(f"{size:,} services: {what}")
        if what == "one service edited":
            edit(sorted((folder / "data" / "services").glob("*.yaml"))[-1])
        yield take(what, size, BUILD, folder, site)
    for what, listed in ((UNLISTED, False), (IN_NAVIGATION, True)):
        if not listed or size <= LISTED:
            told(f"{size:,} services: {what}")
            _plain(folder, listed)
            yield take(what, size, (*PYTHON, "mkdocs", "build", "-q", "-f", "plain.yml"), folder, folder / "plain", CLEAN)


def _plain(folder: Path, listed: bool) -> None:
    """Settings for MkDocs with Material alone, on the pages that we staged."""
    shutil.rmtree(folder / "plain", ignore_errors=True)
    pages = sorted(path.relative_to(folder / "build/staged").as_posix() for path in (folder / "build/staged").rglob("*.md"))
    nav = pages if listed else ["index.md"]
    settings = {"site_name": "Plain", "docs_dir": "build/staged", "site_dir": "plain", "theme": {"name": "material"}, "nav": nav}
    (folder / "plain.yml").write_text(json.dumps(settings), encoding="utf-8")
