"""Hook of MkDocs: `mkdocs build` and `mkdocs serve` stage the pages first, and watch the files that they are made from.

Areas name the hooks in their own settings, so the paths and names of these modules must not change.
"""

from __future__ import annotations

import os
from contextlib import ExitStack, closing
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from generator.machine.clock import today

if TYPE_CHECKING:
    from datetime import date

    from generator.knowledge.model import Settings
    from generator.publishing.disk.folders import Folders

_commands: list[str] = []
"""The command of MkDocs: `build` writes a site into a folder, `serve` previews one from a temporary folder."""

_held = ExitStack()
"""Holds the lock of a build from staging until MkDocs has read every page, so that no other build overwrites the staged pages."""


def on_startup(*, command: str, **_: Any) -> None:
    """Note the command. With this function here, MkDocs keeps the hook loaded between rebuilds of `serve`."""
    _commands[:] = [command]


def on_config(config: Any) -> Any:
    """Tell the theme whether this is `fingerpost build`: only then is there a service worker for pages to register."""
    config.extra["worker"] = bool(os.environ.get("FINGERPOST_STAGED"))
    return config


def on_pre_build(config: Any) -> None:
    """Stage the pages, unless `fingerpost build` has done so already."""
    if os.environ.get("FINGERPOST_STAGED"):
        return
    _stage(config, Path(config.config_file_path).parent, Path(config.site_dir))


def on_post_build(config: Any) -> None:
    """Write the host's header files, as `fingerpost build` does, and release the lock."""
    if not os.environ.get("FINGERPOST_STAGED"):
        from generator.publishing.hosting.headers import write_host_files

        write_host_files(Path(config.site_dir))
        if _commands == ["build"]:
            from generator.publishing.disk.site_mark import Mark

            Mark.of(Path(config.site_dir)).write(Path(config.site_dir))
    _held.close()


def on_build_error(**_: Any) -> None:
    """Release the lock after a failed build."""
    _held.close()


def on_serve(server: Any, config: Any, **_: Any) -> Any:
    """Watch the folders that people edit, and not the staging folder, which every rebuild writes. An area may have no templates."""
    project = Path(config.config_file_path).parent
    server.unwatch(config.docs_dir)
    for name in ("data", "content", "templates"):
        if (project / name).is_dir():
            server.watch(str(project / name))
    return server


def _publish(config: Any, settings: Any) -> None:
    """Set the site's address for a build. A preview is always at the root of its host."""
    from generator.publishing.engine.process import site_url

    if _commands == ["build"]:
        config.update(site_url(settings.address))


def _stage(config: Any, project: Path, site: Path) -> None:
    # Imported late: a build that has already staged the pages needs none of it.
    from generator.problems import Stopped, as_text
    from generator.publishing.disk.folders import Folders
    from generator.publishing.disk.lock import build_lock
    from generator.publishing.disk.os_errors import os_errors_as_problems
    from generator.publishing.disk.swap import take_over

    try:
        with os_errors_as_problems(project):
            _held.enter_context(build_lock(project / "build", lambda _: None))
            if _commands == ["build"]:
                take_over(replace(Folders.of(project), out=site))
            _publish(config, _staged(Folders.of(project), today(), drafts=_commands == ["serve"]))
    except Stopped as stopped:
        from mkdocs.exceptions import Abort  # only here: the core knows nothing of MkDocs

        raise Abort(as_text(stopped.report)) from None


def _staged(folders: Folders, today: date, *, drafts: bool) -> Settings:
    """The steps of `publishing/site.py` up to the staging folder. Returns the site’s settings. `drafts` lets unfinished files pass."""
    from generator.checks import approve
    from generator.checks.memory import Memory
    from generator.machine.garbage import gc_paused
    from generator.publishing.disk.cache import Cache
    from generator.publishing.disk.remembering import program
    from generator.publishing.printing.choices import Printing
    from generator.publishing.staging.stage import compose, feed_beside, print_packs, read_data, stage

    with gc_paused(), closing(Cache(folders.pages)) as cache:
        data = read_data(folders, today, cache)
        with feed_beside(data, today) as feed:
            approve(data.library, data.report, today, data.pages, drafts=drafts, memory=Memory(cache, program()))
            content = compose(folders, data, today)
            printed = print_packs(folders, content, Printing(workers=1), data.report, lambda _: None)
            stage(folders, content, printed, feed, data.report, cache)
    return data.library.settings
