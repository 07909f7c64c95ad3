"""Put a new site where the old one was, so that nobody ever sees half of one, and a killed build leaves the last good one."""

from __future__ import annotations

import ctypes
import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from generator.publishing.page_folders import keep

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2


def place(new: Path, out: Path, empty: Path) -> None:
    """Put the folder `new` at `out`. Of what was there only folders stay, in `empty`, once the new one is in its place."""
    if not out.exists():
        new.rename(out)
        return
    if _exchanged(new, out):
        keep(new, empty)
        return
    old = beside(out, "old")
    out.rename(old)
    new.rename(out)
    keep(old, empty)


def beside(out: Path, word: str) -> Path:
    """A hidden folder of this process beside `out`: on the same disk, so that a rename is one step."""
    return out.with_name(f".{out.name}.{word}-{os.getpid()}")


@contextmanager
def gone_after(folder: Path) -> Iterator[None]:
    """Remove a folder at the end, if it is there."""
    try:
        yield
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def clear_leftovers(out: Path) -> None:
    """Mend what a killed build left: put back a site that was moved aside, and remove the folders of builds that are no more."""
    for left in sorted(out.parent.glob(f".{out.name}.*-*")):
        _, _, process = left.name.rpartition("-")
        if not process.isdigit() or _running(int(process)):
            continue
        if left.name.startswith(f".{out.name}.old-") and not out.exists():
            left.rename(out)
        else:
            shutil.rmtree(left, ignore_errors=True)


def _running(process: int) -> bool:
    with suppress(PermissionError):
        try:
            os.kill(process, 0)
        except ProcessLookupError:
            return False
    return True


def _exchanged(new: Path, out: Path) -> bool:
    """Swap two folders in one step, where the system can (Linux since 3.15): there is then no moment without a site."""
    if not sys.platform.startswith("linux"):
        return False
    try:
        renameat2 = ctypes.CDLL(None, use_errno=True).renameat2
    except (OSError, AttributeError):
        return False
    return bool(renameat2(_AT_FDCWD, os.fsencode(new), _AT_FDCWD, os.fsencode(out), _RENAME_EXCHANGE) == 0)
