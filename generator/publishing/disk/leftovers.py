"""Remove the hidden folders that killed builds left beside the site, and nothing that only has a similar name."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from generator.machine.processes import is_running
from generator.publishing.disk.site_mark import Mark, discard, files_below


def beside(out: Path, word: str) -> Path:
    """The path of a hidden folder of this process beside `out`: on the same disk, so that a rename is atomic."""
    return out.with_name(f".{out.name}.{word}-{os.getpid()}")


def clear_leftovers(out: Path) -> None:
    """Restore a site that a killed build had moved aside, and remove the folders of builds that have ended."""
    for left, word in _left_beside(out):
        marked = Mark.read(left) is not None
        if marked and word == "old" and not out.exists():
            left.rename(out)
        elif marked or not any(files_below(left)):  # killed before it marked the folder, or after: no files are lost
            discard(left)


def _left_beside(out: Path) -> Iterator[tuple[Path, str]]:
    """Hidden folders of builds of `out` whose process has ended, with `new` or `old`. Our own process id there is an earlier process's."""
    name = re.compile(rf"{re.escape(f'.{out.name}.')}(new|old)-([1-9][0-9]{{0,9}})", re.ASCII)
    with suppress(FileNotFoundError):
        for left in sorted(out.parent.iterdir()):
            match = name.fullmatch(left.name)
            if match and left.is_dir() and not left.is_symlink() and not _runs(int(match[2])):
                yield left, match[1]


def _runs(process: int) -> bool:
    """Whether another process with this id is running."""
    return process != os.getpid() and is_running(process)
