"""A pack in one of its formats."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from generator.documents.formats.format import Format
from generator.documents.packs.model import Pack
from generator.documents.page import File
from generator.machine.atomic_write import write_whole


@dataclass(frozen=True)
class Printed:
    """A pack in one format: its bytes, or its file in the cache, because thousands of packs do not fit into memory."""

    pack: Pack
    format: Format
    source: bytes | Path

    @property
    def content(self) -> bytes:
        """Its bytes, read from the cache where necessary."""
        return self.source.read_bytes() if isinstance(self.source, Path) else self.source

    @property
    def size(self) -> int:
        """Its size in bytes."""
        return self.source.stat().st_size if isinstance(self.source, Path) else len(self.source)

    def path(self, folder: Path) -> Path:
        """Its path below a folder."""
        return folder / f"{self.pack.stem}.{self.format.suffix}"

    def write(self, folder: Path) -> None:
        """Write it below a folder, atomically."""
        write_whole(self.path(folder), self.content)

    @property
    def file(self) -> File:
        """Its entry in the list of downloads on a page."""
        form = self.format
        return File(form.label, f"packs/{self.pack.stem}.{form.suffix}", form.about, self.size, form.holds_others)
