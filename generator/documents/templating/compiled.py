"""Templates that were compiled before, in a folder. None is believed: each carries its digest, and one that does not fit is not used."""

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
    """Python runs what is in these files, and a changed byte in them could make it do anything, or stop it without a word."""

    def __init__(self, folder: Path) -> None:
        """Use the folder, which is made when it is needed."""
        self.folder = folder

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill a bucket, if there is a file for it that is whole."""
        with suppress(OSError):
            content = read_file(self._file(bucket))
            if content[:_SIZE] == _digest(bucket, content[_SIZE:]):
                bucket.bytecode_from_string(content[_SIZE:])

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what is in a bucket. Where it cannot be written, it is compiled again the next time."""
        content = bucket.bytecode_to_string()
        with suppress(OSError):
            replace_file(self._file(bucket), _digest(bucket, content) + content)

    def clear(self) -> None:
        """Forget all of them."""
        shutil.rmtree(self.folder, ignore_errors=True)

    def _file(self, bucket: Bucket) -> Path:
        return self.folder / f"{bucket.key}.compiled"


def _digest(bucket: Bucket, content: bytes) -> bytes:
    """The digest of a template, which would not fit under another name."""
    return hashlib.sha256(bucket.key.encode() + content).digest()
