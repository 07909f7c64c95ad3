"""The last look at a site before it is put in place: every file is read once, for the copy, the service worker and the host's rules."""

from __future__ import annotations

import hashlib
import json
import os
import stat
import zlib
from dataclasses import dataclass
from pathlib import Path

from generator.machine.atomic_write import replace_file
from generator.machine.ordinary_files import read_file
from generator.machine.shipped import CODE
from generator.publishing.disk.cache import Cache, digest_of
from generator.publishing.disk.files import file_paths
from generator.publishing.disk.site_mark import MARK, Mark
from generator.publishing.hosting.headers import write_host_files
from generator.publishing.hosting.offline import COPY, NOT_COPIED, PACKED, WORKER, Version, for_a_drive
from generator.publishing.hosting.policy import Inline
from generator.publishing.hosting.zipped import Archive, Packed

SHOWN = (".html", ".svg")
"""Endings of what a browser shows as a page, with scripts and styles that may stand in it."""

MANY = (".html", ".json")
"""Endings of what a site has for each service. All else is read when its turn comes: packs may be larger than memory."""

_NOTHING = json.dumps(Inline().plain()).encode()
"""What is written of a page without scripts and styles of its own, as nearly all are."""


@dataclass(frozen=True)
class _Read:
    """What is made of one file: its place in the copy, and the scripts and styles in it."""

    packed: Packed
    inline: Inline

    @classmethod
    def of(cls, name: str, content: bytes) -> _Read:
        inline = Inline()
        if name.endswith(SHOWN):
            inline.read(content)
        return cls(Packed.of(for_a_drive(content) if name.endswith(".html") else content, True), inline)

    def written(self) -> bytes:
        return json.dumps(self.inline.plain()).encode() + b"\n" + self.packed.written()

    @classmethod
    def read(cls, written: bytes) -> _Read:
        inline, _, packed = written.partition(b"\n")
        found = Inline() if inline == _NOTHING else Inline(*map(set, json.loads(inline)))
        return cls(Packed.read(packed), found)


class Finishing:
    """The last step of a build: reads every file of a site, or remembers what was made of the same bytes before."""

    def __init__(self, memory: Cache | None = None) -> None:
        """Begin with what the memory has."""
        self._memory = memory
        self._made_with = digest_of([CODE / "publishing"]) + zlib.ZLIB_RUNTIME_VERSION.encode()
        self._seen: dict[tuple[int, int], tuple[bytes, _Read]] = {}

    def look_ahead(self, last: Path) -> None:
        """Read the last site, while there is nothing else to do: a page that did not change is the same file in the next one."""
        for name in file_paths(last):
            if name.endswith(MANY) and (same := _same(f"{last}/{name}")):
                self._seen[same] = self._look(f"{last}/{name}", name)

    def finish(self, site: Path) -> None:
        """Add to a finished site its service worker, the copy in one file, and what its host is to send. Same site, same bytes."""
        found, version = Inline(), Version()
        there = set(file_paths(site)) - {MARK}
        names = sorted(there - {WORKER, COPY})
        (site / COPY).unlink(missing_ok=True)  # what is staged under this name is not ours to write in
        with Archive(site / COPY, "w") as copy:
            for name in names:
                same = _same(f"{site}/{name}")
                digest, read = (self._seen.get(same) if same else None) or self._look(f"{site}/{name}", name)
                version.see(name, digest)
                found.join(read.inline)
                if name not in NOT_COPIED:
                    copy.add(f"fingerpost/{name}", read.packed)
        if f"assets/{WORKER}" in names:
            replace_file(site / WORKER, version.worker(names, (site / "assets" / WORKER).read_bytes()))
            there.add(WORKER)
        Mark(frozenset({*there, COPY, *write_host_files(site, found)}), finished=True).write(site)

    def _look(self, path: str, name: str) -> tuple[bytes, _Read]:
        """The digest of a file, and what is made of it."""
        content = read_file(path)
        digest = hashlib.sha256(content).digest()
        return digest, self._read(name, content, digest)

    def _read(self, name: str, content: bytes, digest: bytes) -> _Read:
        if name.endswith(PACKED):
            return _Read(Packed.of(content, False), Inline())
        if not self._memory:
            return _Read.of(name, content)
        key = hashlib.sha256(self._made_with + next((e for e in SHOWN if name.endswith(e)), "").encode() + digest).digest()
        kept = self._memory.get(key)
        if kept is not None:
            return _Read.read(kept)
        made = _Read.of(name, content)
        self._memory.put(key, made.written())
        return made


def finish(site: Path) -> None:
    """Finish a site without a memory."""
    Finishing().finish(site)


def _same(path: str) -> tuple[int, int] | None:
    """What two names of one file have alike. None where there is no ordinary file."""
    found = os.lstat(path)  # thousands are asked for, and a Path for each takes as long again
    return (found.st_dev, found.st_ino) if stat.S_ISREG(found.st_mode) else None
