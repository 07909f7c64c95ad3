"""A zip made of parts that may have been compressed before: the same parts in the same order give the same bytes."""

from __future__ import annotations

import struct
import zlib
from dataclasses import dataclass
from typing import IO, cast
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

_MADE = (1980, 1, 1, 0, 0, 0)
"""The time on every file: the first that a zip can tell."""

_HEAD = struct.Struct("<HLQ")


@dataclass(frozen=True)
class Packed:
    """A file's content as a zip holds it: how it is stored, the checksum and the bytes of the plain content, and what is written."""

    method: int
    checksum: int
    size: int
    content: bytes

    @classmethod
    def of(cls, content: bytes, squeezed: bool) -> Packed:
        """Content compressed, or as it is."""
        method = ZIP_DEFLATED if squeezed else ZIP_STORED
        return cls(method, zlib.crc32(content), len(content), _deflated(content) if squeezed else content)

    def written(self) -> bytes:
        """All of it as bytes, to be remembered."""
        return _HEAD.pack(self.method, self.checksum, self.size) + self.content

    @classmethod
    def read(cls, written: bytes) -> Packed:
        """What `written` wrote."""
        method, checksum, size = _HEAD.unpack_from(written)
        return cls(method, checksum, size, written[_HEAD.size :])


def _deflated(content: bytes) -> bytes:
    squeezer = zlib.compressobj(6, zlib.DEFLATED, -15)  # no head and no tail of its own: the zip has them
    return squeezer.compress(content) + squeezer.flush()


class Archive(ZipFile):
    """A zip to be written. Python's own compresses whatever it is given; this one takes what is compressed already."""

    def add(self, name: str, packed: Packed) -> None:
        """Add a file at the end."""
        info = ZipInfo(name, _MADE)
        info.compress_type, info.CRC, info.file_size = packed.method, packed.checksum, packed.size
        info.compress_size, info.external_attr = len(packed.content), 0o644 << 16
        file = cast(IO[bytes], self.fp)  # it is open until the zip is closed
        info.header_offset = file.tell()
        file.write(info.FileHeader(zip64=False) + packed.content)
        self.filelist.append(info)
        self.NameToInfo[name] = info
        self.start_dir = file.tell()
        self._didModify = True  # without it the list of files at the end is not written
