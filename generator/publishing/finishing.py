"""The last look at a site before it is put in place: every file is read once, for the copy, the service worker and the host's rules."""

from __future__ import annotations

import hashlib
import json
import zlib
from dataclasses import dataclass
from pathlib import Path

from generator.publishing.headers import write_host_files
from generator.publishing.memory import Memory, digest_of
from generator.publishing.offline import COPY, NOT_COPIED, PACKED, WORKER, Version, for_a_drive
from generator.publishing.policy import Inline
from generator.publishing.staging import listed, write_whole
from generator.publishing.zipped import Archive, Packed

SHOWN = (".html", ".svg")
"""Endings of what a browser shows as a page, with scripts and styles that may stand in it."""


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


class _Reader:
    """Reads files, or remembers what was made of the same bytes before."""

    def __init__(self, memory: Memory | None) -> None:
        self.memory = memory
        self.made_with = digest_of([Path(__file__).parent]) + zlib.ZLIB_RUNTIME_VERSION.encode()

    def read(self, name: str, content: bytes, digest: bytes) -> _Read:
        if name.endswith(PACKED):
            return _Read(Packed.of(content, False), Inline())
        if not self.memory:
            return _Read.of(name, content)
        key = hashlib.sha256(self.made_with + next((e for e in SHOWN if name.endswith(e)), "").encode() + digest).digest()
        kept = self.memory.get(key)
        if kept is not None:
            return _Read.read(kept)
        made = _Read.of(name, content)
        self.memory.put(key, made.written())
        return made


def finish(site: Path, memory: Memory | None = None) -> None:
    """Add to a finished site its service worker, the copy in one file, and what its host is to send. Same site, same bytes."""
    found, version, reader = Inline(), Version(), _Reader(memory)
    names = sorted(set(listed(site)) - {WORKER, COPY})
    (site / COPY).unlink(missing_ok=True)  # what is staged under this name is not ours to write in
    with Archive(site / COPY, "w") as copy:
        for name in names:
            content = (site / name).read_bytes()
            digest = hashlib.sha256(content).digest()
            version.see(name, digest)
            read = reader.read(name, content, digest)
            found.join(read.inline)
            if name not in NOT_COPIED:
                copy.add(f"fingerpost/{name}", read.packed)
    if f"assets/{WORKER}" in names:
        write_whole(site / WORKER, version.worker(names, (site / "assets" / WORKER).read_bytes()))
    write_host_files(site, found)
