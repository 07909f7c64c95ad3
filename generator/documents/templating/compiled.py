"""Cache of compiled templates, in this process and on disk. Each file carries its digest, and one that does not match is not used."""

from __future__ import annotations

import hashlib
import shutil
from contextlib import suppress
from pathlib import Path
from types import CodeType
from typing import ClassVar

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket

from generator.machine.atomic_write import replace_file
from generator.machine.ordinary_files import read_file

_SIZE = hashlib.sha256().digest_size


class CompiledTemplates(BytecodeCache):
    """A bytecode cache that verifies its files, because Python executes them: a changed byte could do anything, or crash it."""

    _known: ClassVar[dict[tuple[str, str], CodeType]] = {}
    """What this process has compiled or loaded, by the template's path and the digest of its text."""

    def __init__(self, folder: Path | None = None) -> None:
        """Use a folder, which is created when it is needed, or only what this process knows."""
        self.folder = folder

    def load_bytecode(self, bucket: Bucket) -> None:
        """Load a bucket's bytecode if this process knows it, or there is an undamaged file for it."""
        bucket.code = self._known.get((bucket.key, bucket.checksum))
        if bucket.code or not self.folder:
            return
        with suppress(OSError):
            content = read_file(self.folder / _name(bucket))
            if content[:_SIZE] == _digest(bucket, content[_SIZE:]):
                bucket.bytecode_from_string(content[_SIZE:])
        self._know(bucket)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Store a bucket's bytecode. If it cannot be written, the template is compiled again in the next process."""
        self._know(bucket)
        if self.folder:
            content = bucket.bytecode_to_string()
            with suppress(OSError):
                replace_file(self.folder / _name(bucket), _digest(bucket, content) + content)

    def clear(self) -> None:
        """Delete the cache."""
        self._known.clear()
        if self.folder:
            shutil.rmtree(self.folder, ignore_errors=True)

    def _know(self, bucket: Bucket) -> None:
        if bucket.code:
            self._known[bucket.key, bucket.checksum] = bucket.code


def _name(bucket: Bucket) -> str:
    return f"{bucket.key}.compiled"


def _digest(bucket: Bucket, content: bytes) -> bytes:
    """The digest of a template. It includes the key, so that a file is not valid under another name."""
    return hashlib.sha256(bucket.key.encode() + content).digest()
