"""The one place that MkDocs calls: `mkdocs build` and `mkdocs serve` stage the pages first, and watch what they are made from.

Areas name the hooks in settings of their own, so these modules stay where they are and are called as they are.
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
"""What MkDocs was asked to do: to build a site into a folder, or to show one from a folder of its own."""

_held = ExitStack()
"""The lock of a build, from before it stages the pages until MkDocs has read them all: another build would stage its own over them."""


def on_startup(*, command: str, **_: Any) -> None:
    """Note what is asked for. Being here keeps the hook loaded between rebuilds of `serve`."""
    _commands[:] = [command]


def on_config(config: Any) -> Any:
    """Say whether this is a whole build: only then is there a service worker that pages may ask for."""
    config.extra["worker"] = bool(os.environ.get("FINGERPOST_STAGED"))
    return config


def on_pre_build(config: Any) -> None:
    """Stage the pages, unless `fingerpost build` has done so already."""
    if os.environ.get("FINGERPOST_STAGED"):
        return
    _stage(config, Path(config.config_file_path).parent, Path(config.site_dir))


def on_post_build(config: Any) -> None:
    """Write what the host is to send, as `fingerpost build` does, and let other builds begin."""
    if not os.environ.get("FINGERPOST_STAGED"):
        from generator.publishing.hosting.headers import write_host_files

        write_host_files(Path(config.site_dir))
        if _commands == ["build"]:
            from generator.publishing.disk.site_mark import Mark

            Mark.of(Path(config.site_dir)).write(Path(config.site_dir))
    _held.close()


def on_build_error(**_: Any) -> None:
    """A build that failed is over too."""
    _held.close()


def on_serve(server: Any, config: Any, **_: Any) -> Any:
    """Watch what people edit, and not the staging folder, which every rebuild writes. A folder for an area may have no templates."""
    project = Path(config.config_file_path).parent
    server.unwatch(config.docs_dir)
    for name in ("data", "content", "templates"):
        if (project / name).is_dir():
            server.watch(str(project / name))
    return server


def _publish(config: Any, settings: Any) -> None:
    """Say where the site will be. A preview is at the top of its host, wherever that is."""
    from generator.publishing.engine.process import site_url

    if _commands == ["build"]:
        config.update(site_url(settings.address))


def _stage(config: Any, project: Path, site: Path) -> None:
    # Imported late: a build that has staged the pages already needs none of it.
    from generator.problems import Stopped, as_text
    from generator.publishing.disk.folders import Folders
    from generator.publishing.disk.lock import build_lock
    from generator.publishing.disk.os_errors import told_in_words
    from generator.publishing.disk.swap import take_over

    try:
        with told_in_words(project):
            _held.enter_context(build_lock(project / "build", lambda _: None))
            if _commands == ["build"]:
                take_over(replace(Folders.of(project), out=site))
            _publish(config, _staged(Folders.of(project), today(), drafts=_commands == ["serve"]))
    except Stopped as stopped:
        from mkdocs.exceptions import Abort  # only here: the core knows nothing of MkDocs

        raise Abort(as_text(stopped.report)) from None


def _staged(folders: Folders, today: date, *, drafts: bool) -> Settings:
    """The steps of `publishing/site.py` up to the staging folder. Gives the site’s settings. With `drafts`, half-written files count."""
    from generator.checks import approve
    from generator.machine.garbage import gc_paused
    from generator.publishing.disk.cache import Cache
    from generator.publishing.printing.choices import Printing
    from generator.publishing.staging.stage import compose, feed_beside, print_packs, read_data, stage

    with gc_paused(), closing(Cache(folders.pages)) as cache:
        data = read_data(folders, today, cache)
        with feed_beside(data, today) as feed:
            approve(data.library, data.report, today, data.pages, drafts=drafts)
            content = compose(folders, data, today)
            printed = print_packs(folders, content, Printing(workers=1), data.report, lambda _: None)
            stage(folders, content, printed, feed(), data.report, cache)
    return data.library.settings
