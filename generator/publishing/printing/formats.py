"""The formats of a pack, and a pack in one of them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from generator.documents.packs.model import Pack
from generator.documents.page import File
from generator.machine.atomic_write import write_whole


@dataclass(frozen=True)
class Format:
    """A format of a pack: the ending of its file, its label on pages, and what it is for."""

    ending: str
    label: str
    about: str


FORMATS = (
    Format("pdf", "PDF", "For candidates. Accessible, ready to print"),
    Format("docx", "Word", "To edit, in Word or a program like it"),
    Format("txt", "NHS Jobs text", "Cut to fit each box"),
    Format("xlsx", "Shortlisting grid", "Excel. Criteria in rows, candidates by number"),
    Format("zip", "Everything", "All files in one zip"),
)
"""Every format, in the order of the lists on pages. The zip comes last, because it contains the others."""


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
        return folder / f"{self.pack.stem}.{self.format.ending}"

    def write(self, folder: Path) -> None:
        """Write it below a folder, atomically."""
        write_whole(self.path(folder), self.content)

    @property
    def file(self) -> File:
        """Its entry in the list of downloads on a page."""
        return File(self.format.label, f"packs/{self.pack.stem}.{self.format.ending}", self.format.about, self.size)
