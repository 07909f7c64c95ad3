"""What an import left out of a record, or corrected: comments in its file, and counts in the report."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from generator.knowledge.directory.importing.words import clean

MOST_QUOTED = 300
"""Maximum characters of the feed's words in a comment. A whole description would hide the rest of the file."""

_KINDS = {"left": "Left out", "mended": "Corrected", "kept": "Check"}

NoteKind = Literal["left", "mended", "kept"]
"""Whether something is not in the record, is in it in another form, or is in it and not certain."""


@dataclass(frozen=True)
class ImportNote:
    """One thing to report."""

    field: str
    """The field that it is about."""
    kind: NoteKind
    reason: str
    """What the report counts: the same words for every record."""
    quote: str = ""
    """What the file has."""

    @property
    def comment(self) -> str:
        """The line of the file, without its sign."""
        return f"{_KINDS[self.kind]}: {self.reason}" + (f": ‘{self.quote}’" if self.quote else "")


@dataclass
class Notes:
    """The notes of one record."""

    found: list[ImportNote] = field(default_factory=list)

    def left(self, name: str, reason: str, quote: object = "") -> None:
        """Something that is not in the record."""
        self._add(ImportNote(name, "left", reason, shortened(quote)))

    def mended(self, name: str, reason: str, quote: object = "") -> None:
        """Something that is certain, in another form than the feed's."""
        self._add(ImportNote(name, "mended", reason, shortened(quote)))

    def kept(self, name: str, reason: str, quote: object = "") -> None:
        """Something that is in the record and must be checked."""
        self._add(ImportNote(name, "kept", reason, shortened(quote)))

    def take(self, others: Notes) -> None:
        """The notes of a part of the record."""
        for note in others.found:
            self._add(note)

    def _add(self, note: ImportNote) -> None:
        if note not in self.found:
            self.found.append(note)

    def comments(self) -> dict[str, str]:
        """The comments above each field, a line each."""
        found: dict[str, str] = {}
        for note in self.found:
            found[note.field] = "\n".join(filter(None, [found.get(note.field), note.comment]))
        return found

    def all_left(self) -> Iterator[ImportNote]:
        """What is not in the record."""
        return (note for note in self.found if note.kind == "left")


def shortened(value: object) -> str:
    """A value of a file on one line, shortened."""
    text = clean(value if isinstance(value, str) else "" if value is None else str(value)[: 2 * MOST_QUOTED])
    return text if len(text) <= MOST_QUOTED else f"{text[:MOST_QUOTED].rstrip()}…"
