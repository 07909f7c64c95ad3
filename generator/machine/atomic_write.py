"""Write files atomically, each complete or not at all, and flush them to disk."""

from __future__ import annotations

import ctypes
import os
import shutil
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from threading import get_ident

FEW = 8
"""Maximum number of files flushed one by one (fsync), at some milliseconds each. For more files, the whole file system is synced once."""


def replace_file(path: Path, content: bytes) -> None:
    """Write a file that we can generate again. Other programs see it complete or not at all, but a power cut may lose it.

    Anything else at its path, or at the path of its folder, is removed. Raises OSError.
    """
    if not path.parent.is_dir():
        remove(path.parent)
    if path.is_dir():
        remove(path)
    _replace({path: content}, lasting=False)


def write_whole(path: Path, content: bytes) -> None:
    """Write a file so that it is complete or absent, even after a power cut. Raises OSError."""
    _replace({path: content}, lasting=True)


def write_all(files: Mapping[Path, bytes]) -> None:
    """Write files so that each is complete or unchanged, even after a power cut.

    Raises OSError, before any file is changed, if one of them cannot be written.
    """
    _replace(files, lasting=True)


def _replace(files: Mapping[Path, bytes], *, lasting: bool) -> None:
    parts: dict[Path, Path] = {}
    try:
        for path, content in files.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            part = path.with_name(f".{path.name[:200]}.{os.getpid()}-{get_ident()}.part")  # unique, so concurrent builds do not share it
            parts[part] = path
            _write(part, content, lasting=lasting and len(files) <= FEW)
        if lasting and len(files) > FEW:
            sync_disk_of(next(iter(parts)).parent)
        for part, path in parts.items():
            part.replace(path)
    except OSError:
        for part in parts:
            with suppress(OSError):
                part.unlink(missing_ok=True)
        raise
    if lasting:
        for folder in {path.parent for path in files}:
            sync_folder(folder)


def _write(path: Path, content: bytes, *, lasting: bool) -> None:
    with path.open("wb", buffering=0) as file:
        remaining = memoryview(content)
        while remaining:
            remaining = remaining[file.write(remaining) :]
        if lasting:
            os.fsync(file.fileno())


def remove(path: Path) -> None:
    """Remove whatever is at a path, if anything: a folder with its contents, a file, a link or a pipe. Raises OSError."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


def sync_folder(folder: Path) -> None:
    """Flush a folder's entries to disk. Some systems and shared drives cannot do that for a folder, and need not."""
    with suppress(OSError):  # Windows opens no folder
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def sync_disk_of(folder: Path) -> None:
    """Flush the whole file system of `folder` to disk. Does nothing on Windows, which has no call for it."""
    if not hasattr(os, "sync"):
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        done = ctypes.CDLL(None, use_errno=True).syncfs(descriptor) == 0
    except (OSError, AttributeError, TypeError):
        done = False
    finally:
        os.close(descriptor)
    if not done:
        os.sync()
