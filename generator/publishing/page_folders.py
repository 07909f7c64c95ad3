"""The folders of pages, made before they are needed: there is one for each page, and a thousand take a tenth of a second."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

READY = ".folders"
"""Where they wait, below the new site. MkDocs empties its folder before it begins, but it leaves what is hidden."""


def get_ready(last: Path, new: Path) -> None:
    """Make the folders that the last site has for the new one, to wait there. Where the disk will not have them, MkDocs will say so."""
    with suppress(OSError):
        (new / READY).mkdir(parents=True)
        for name in _below(last):
            (new / READY / name).mkdir()


def bring_in(new: Path, files: Iterable[str]) -> None:
    """Put those folders that one of the `files` will stand in, named by their paths below the new site, where they belong."""
    ready = new / READY
    wanted = {name.rpartition("/")[0] for name in files}
    for name in sorted(_below(ready), reverse=True):  # what is inside a folder comes before it
        if name not in wanted:
            with suppress(OSError):  # a folder in it is wanted
                (ready / name).rmdir()
    for folder in list(ready.iterdir()) if ready.is_dir() else []:
        folder.rename(new / folder.name)
    with suppress(FileNotFoundError):
        ready.rmdir()


def _below(top: Path) -> Iterator[str]:
    """Every folder below one, each before what is inside it."""
    above = len(str(top)) + 1
    for inside, folders, _ in os.walk(top):
        within = f"{inside[above:]}/" if len(inside) > above else ""
        yield from (f"{within}{name}" for name in folders)
