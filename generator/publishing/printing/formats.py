"""The forms a pack comes in, and a pack in one of them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from generator.documents.packs.model import Pack
from generator.documents.page import File
from generator.machine.atomic_write import write_whole


@dataclass(frozen=True)
class Format:
    """A form a pack comes in: the ending of its file, what the page calls it, and what it is for."""

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
"""Every format, in the order in which a page lists them. The zip comes last, because it holds the others."""


@dataclass(frozen=True)
class Printed:
    """A pack in one format: its bytes, or the file that keeps them. A build of thousands of packs cannot hold them all."""

    pack: Pack
    format: Format
    made: bytes | Path

    @property
    def content(self) -> bytes:
        """Its bytes, wherever they are."""
        return self.made.read_bytes() if isinstance(self.made, Path) else self.made

    @property
    def size(self) -> int:
        """How many bytes it has."""
        return self.made.stat().st_size if isinstance(self.made, Path) else len(self.made)

    def path(self, folder: Path) -> Path:
        """Where it goes below a folder."""
        return folder / f"{self.pack.stem}.{self.format.ending}"

    def write(self, folder: Path) -> None:
        """Put it there, whole."""
        write_whole(self.path(folder), self.content)

    @property
    def file(self) -> File:
        """How a page lists it."""
        return File(self.format.label, f"packs/{self.pack.stem}.{self.format.ending}", self.format.about, self.size)
