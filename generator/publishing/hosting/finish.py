"""The last step before a site is put in place: every file is read once, for the offline copy, the service worker and the host's headers."""

from __future__ import annotations

import hashlib
import json
import os
import stat
import zlib
from collections.abc import Container, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.machine.atomic_write import replace_file
from generator.machine.ordinary_files import read_file
from generator.machine.shipped import CODE
from generator.publishing.disk.cache import Cache, digest_of
from generator.publishing.disk.files import file_paths
from generator.publishing.disk.site_mark import MARK, Mark
from generator.publishing.hosting.headers import write_host_files
from generator.publishing.hosting.offline import (
    COPY,
    KEPT_PAGES,
    MOST_KEPT,
    NOT_COPIED,
    PACKED,
    SHELL,
    WORKER,
    Version,
    for_a_drive,
    kept_order,
    loaded_by,
)
from generator.publishing.hosting.policy import Inline
from generator.publishing.hosting.zipped import Archive, Packed

WITH_INLINE_CODE = (".html", ".svg")
"""Endings of files that may contain inline scripts and styles."""

ONE_PER_SERVICE = (".html", ".json")
"""Endings of files of which a site has one for each service. Others are not read ahead: all packs together may not fit into cache."""

_NO_INLINE = json.dumps(Inline().plain()).encode()
"""The cached form of a page without inline scripts and styles, as nearly all pages are."""


@dataclass(frozen=True)
class _FinishedFile:
    """What is derived from one file: its compressed content for the copy, and its inline scripts and styles."""

    packed: Packed
    inline: Inline

    @classmethod
    def of(cls, name: str, content: bytes) -> _FinishedFile:
        inline = Inline()
        if name.endswith(WITH_INLINE_CODE):
            inline.read(content)
        return cls(Packed.of(for_a_drive(content) if name.endswith(".html") else content, True), inline)

    def written(self) -> bytes:
        return json.dumps(self.inline.plain()).encode() + b"\n" + self.packed.written()

    @classmethod
    def read(cls, written: bytes) -> _FinishedFile:
        inline, _, packed = written.partition(b"\n")
        found = Inline() if inline == _NO_INLINE else Inline(*map(set, json.loads(inline)))
        return cls(Packed.read(packed), found)


class Finishing:
    """The last step of a build: reads every file of a site. What it derives from a file is cached by a hash of the file's bytes."""

    def __init__(self, cache: Cache | None = None) -> None:
        """Use a cache, or none."""
        self._cache = cache
        self._made_with = digest_of([CODE / "publishing"]) + zlib.ZLIB_RUNTIME_VERSION.encode()
        self._ahead: dict[tuple[int, int], tuple[bytes, _FinishedFile]] = {}

    def look_ahead(self, last: Path) -> None:
        """Read the last site while the engine is working: an unchanged page is hard-linked into the next site, so its result holds."""
        for name in file_paths(last):
            if name.endswith(ONE_PER_SERVICE) and (same := _same(f"{last}/{name}")):
                self._ahead[same] = self._look(f"{last}/{name}", name)

    def finish(self, site: Path) -> None:
        """Add to a site its service worker, the offline copy and the host's header files. The same site gives the same bytes."""
        found, version = Inline(), Version()
        there = set(file_paths(site)) - {MARK, KEPT_PAGES}
        names = sorted(there - {WORKER, COPY})
        if f"assets/{WORKER}" in names:
            kept = kept_pages(site, names)
            replace_file(site / KEPT_PAGES, json.dumps(kept, ensure_ascii=False, separators=(",", ":")).encode())
            there.add(KEPT_PAGES)
        (site / COPY).unlink(missing_ok=True)  # a staged file of this name may be a hard link
        with Archive(site / COPY, "w") as copy:
            for name in names:
                same = _same(f"{site}/{name}")
                digest, read = (self._ahead.get(same) if same else None) or self._look(f"{site}/{name}", name)
                version.see(name, digest)
                found.join(read.inline)
                if name not in NOT_COPIED:
                    copy.add(f"fingerpost/{name}", read.packed)
        if f"assets/{WORKER}" in names:
            loaded = loaded_by([*(page for _, page in kept), *_shell(site, there)])
            replace_file(site / WORKER, version.worker(names, (site / "assets" / WORKER).read_bytes(), loaded))
            there.add(WORKER)
        Mark(frozenset({*there, COPY, *write_host_files(site, found)}), finished=True).write(site)

    def _look(self, path: str, name: str) -> tuple[bytes, _FinishedFile]:
        """The digest of a file, and what is derived from it."""
        content = read_file(path)
        digest = hashlib.sha256(content).digest()
        return digest, self._read(name, content, digest)

    def _read(self, name: str, content: bytes, digest: bytes) -> _FinishedFile:
        if name.endswith(PACKED):
            return _FinishedFile(Packed.of(content, False), Inline())
        if not self._cache:
            return _FinishedFile.of(name, content)
        key = hashlib.sha256(self._made_with + next((e for e in WITH_INLINE_CODE if name.endswith(e)), "").encode() + digest).digest()
        kept = self._cache.get(key)
        if kept is not None:
            return _FinishedFile.read(kept)
        made = _FinishedFile.of(name, content)
        self._cache.put(key, made.written())
        return made


def kept_pages(site: Path, names: Sequence[str]) -> list[tuple[str, str]]:
    """The pages that every visitor can open without a signal, as pairs of an address and a page, until they are too many."""
    kept: list[tuple[str, str]] = []
    left = MOST_KEPT
    for _, name in sorted(filter(None, map(kept_order, names))):
        page = read_file(f"{site}/{name}")
        left -= len(page)
        if left < 0:
            break
        kept.append((name.removesuffix("index.html"), page.decode("utf-8", "replace")))
    return kept


def _shell(site: Path, there: Container[str]) -> list[str]:
    names = [f"{address}index.html" for address in SHELL]
    return [read_file(f"{site}/{name}").decode("utf-8", "replace") for name in names if name in there]


def finish(site: Path) -> None:
    """Finish a site without a cache."""
    Finishing().finish(site)


def _same(path: str) -> tuple[int, int] | None:
    """The device and inode, which all hard links of a file share. None if it is no ordinary file."""
    found = os.lstat(path)  # thousands are needed, and a Path for each takes as long again
    return (found.st_dev, found.st_ino) if stat.S_ISREG(found.st_mode) else None
