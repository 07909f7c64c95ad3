"""Cache of compiled templates. Each file carries its digest, and one that does not match is not used."""

from __future__ import annotations

import hashlib
import shutil
from contextlib import suppress
from pathlib import Path

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket

from generator.machine.atomic_write import replace_file
from generator.machine.ordinary_files import read_file

_SIZE = hashlib.sha256().digest_size


class CompiledTemplates(BytecodeCache):
    """A bytecode cache that verifies its files, because Python executes them: a changed byte could do anything, or crash it."""

    def __init__(self, folder: Path) -> None:
        """Use a folder, which is created when it is needed."""
        self.folder = folder

    def load_bytecode(self, bucket: Bucket) -> None:
        """Load a bucket's bytecode if there is an undamaged file for it."""
        with suppress(OSError):
            content = read_file(self._file(bucket))
            if content[:_SIZE] == _digest(bucket, content[_SIZE:]):
                bucket.bytecode_from_string(content[_SIZE:])

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Store a bucket's bytecode. If it cannot be written, the template is compiled again the next time."""
        content = bucket.bytecode_to_string()
        with suppress(OSError):
            replace_file(self._file(bucket), _digest(bucket, content) + content)

    def clear(self) -> None:
        """Delete the cache."""
        shutil.rmtree(self.folder, ignore_errors=True)

    def _file(self, bucket: Bucket) -> Path:
        return self.folder / f"{bucket.key}.compiled"


def _digest(bucket: Bucket, content: bytes) -> bytes:
    """The digest of a template. It includes the key, so that a file is not valid under another name."""
    return hashlib.sha256(bucket.key.encode() + content).digest()
