"""Write a zip from parts that may already be compressed. The same parts in the same order give the same bytes."""

from __future__ import annotations

import struct
import zlib
from dataclasses import dataclass
from typing import IO, cast
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

_MADE = (1980, 1, 1, 0, 0, 0)
"""The modification time of every file: the earliest that a zip can hold."""

_HEAD = struct.Struct("<HLQ")


@dataclass(frozen=True)
class Packed:
    """A file's content as a zip stores it: compression method, CRC-32 and size of the plain content in bytes, and the stored bytes."""

    method: int
    checksum: int
    size: int
    content: bytes

    @classmethod
    def of(cls, content: bytes, compress: bool) -> Packed:
        """The content, compressed or as it is."""
        method = ZIP_DEFLATED if compress else ZIP_STORED
        return cls(method, zlib.crc32(content), len(content), _deflated(content) if compress else content)

    def written(self) -> bytes:
        """All fields as bytes, for the cache."""
        return _HEAD.pack(self.method, self.checksum, self.size) + self.content

    @classmethod
    def read(cls, written: bytes) -> Packed:
        """The inverse of `written`."""
        method, checksum, size = _HEAD.unpack_from(written)
        return cls(method, checksum, size, written[_HEAD.size :])


def _deflated(content: bytes) -> bytes:
    compressor = zlib.compressobj(6, zlib.DEFLATED, -15)  # raw deflate: the zip has its own header and checksum
    return compressor.compress(content) + compressor.flush()


class Archive(ZipFile):
    """A zip file to which compressed content can be added. Python's `ZipFile` always compresses content itself."""

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
        self.comment = b""  # a comment, even an empty one, marks the zip as changed: else closing it writes no list of files
