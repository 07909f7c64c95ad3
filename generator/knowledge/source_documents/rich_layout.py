"""How paragraphs of a Rich Text file stand: their headings, lists, bold words and cells."""

from __future__ import annotations

from generator.knowledge.source_documents.layout import LineLayout, TableCounter

_DEEPEST = 9


class RichLayout:
    """Follows the properties of paragraphs, which hold until the next `pard`."""

    def __init__(self) -> None:
        self._tables = TableCounter()
        self._heading = 0
        self._listed = self._in_table = False
        self._letters = self._bold_letters = 0

    def property(self, word: bytes, value: int | None) -> None:
        """A property begins to hold."""
        if word == b"pard":
            self._heading, self._listed, self._in_table = 0, False, False
        elif word == b"intbl":
            self._in_table = True
        elif word == b"ls":
            self._listed = value != 0
        elif word == b"outlinelevel" and value is not None and 0 <= value < _DEEPEST:
            self._heading = value + 1

    def text(self, letters: str, *, bold: bool) -> None:
        """Characters of the paragraph."""
        if letters.strip():
            self._letters += len(letters)
            self._bold_letters += len(letters) if bold else 0

    def paragraph(self) -> LineLayout:
        """The layout of the paragraph that ends here."""
        if self._in_table and not self._tables.inside:
            self._tables.table()
            self._next_row()
        elif not self._in_table and self._tables.inside:
            self._tables.table_ends()
        bold = 0 < self._letters == self._bold_letters
        self._letters = self._bold_letters = 0
        return self._tables.at(self._heading, bold=bold, listed=self._listed)

    def ends(self, word: bytes) -> None:
        """A cell or row has ended, or a paragraph."""
        if word == b"cell" and self._tables.inside:
            self._tables.cell()
        elif word == b"row" and self._tables.inside:
            self._next_row()

    def _next_row(self) -> None:
        self._tables.row()
        self._tables.cell()
