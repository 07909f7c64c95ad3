"""How long the whole site takes with many services: from clean, with nothing changed, and after one service was edited."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path

from generator.bench.commands import FINGERPOST, PYTHON, CommandsMeasured, Measurement, edit, measure_command, with_fictional_data
from generator.checks import publishable
from generator.machine.clock import today
from generator.publishing.disk.folders import Progress

BUILD = (*FINGERPOST, "build", "--no-packs")
CLEAN = "site from clean"

UNLISTED = "plain MkDocs Material, not in navigation"
IN_NAVIGATION = "plain MkDocs Material, in navigation"

LISTED = 1500
"""The largest number of services in the navigation of plain MkDocs: ten thousand take hours."""


def measure_whole_site(project: Path, sizes: Sequence[int], notify: Progress = lambda _: None) -> CommandsMeasured:
    """Build the site of fictional data of each size, from the templates and settings of `project`, and the same pages by MkDocs.

    Raises Stopped for errors in the data, Missing where it has no service to copy, and Failed.
    """
    publishable(project / "data", today(), "data")
    return with_fictional_data(project, [(size, 0) for size in sizes], lambda folder, size: site_of(folder, size, notify))


def site_of(folder: Path, size: int, notify: Progress) -> Iterator[Measurement]:
    """Build the site of a project with `size` services, and the same pages by MkDocs alone. The finished site stays in the folder."""
    site = folder / "site"
    notify(f"{size:,} services: read and check")
    yield measure_command("read and check", size, (*FINGERPOST, "check"), folder, None)
    for what in (CLEAN, "nothing changed", "one service edited"):
        notify(f"{size:,} services: {what}")
        if what == "one service edited":
            edit(sorted((folder / "data" / "services").glob("*.yaml"))[-1])
        yield measure_command(what, size, BUILD, folder, site)
    for what, listed in ((UNLISTED, False), (IN_NAVIGATION, True)):
        if not listed or size <= LISTED:
            notify(f"{size:,} services: {what}")
            _plain(folder, listed)
            yield measure_command(what, size, (*PYTHON, "mkdocs", "build", "-q", "-f", "plain.yml"), folder, folder / "plain", CLEAN)


def _plain(folder: Path, listed: bool) -> None:
    """Settings for MkDocs with Material alone, on the pages that we staged."""
    shutil.rmtree(folder / "plain", ignore_errors=True)
    pages = sorted(path.relative_to(folder / "build/staged").as_posix() for path in (folder / "build/staged").rglob("*.md"))
    nav = pages if listed else ["index.md"]
    settings = {"site_name": "Plain", "docs_dir": "build/staged", "site_dir": "plain", "theme": {"name": "material"}, "nav": nav}
    (folder / "plain.yml").write_text(json.dumps(settings), encoding="utf-8")
