"""The XML of a Word file that people edited, walked to blocks: words, controls, tracked changes and comments where they stand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any  # lxml's elements carry no types

from generator.knowledge.source_documents.word_blocks import Comment, ControlSpan, TrackedChange, WordBlock
from generator.knowledge.source_documents.word_names import symbol, word_attribute, word_name

_SIGNS = {"w:tab": "\t", "w:ptab": "\t", "w:br": "\n", "w:cr": "\n", "w:noBreakHyphen": "-", "w:softHyphen": ""}
_GONE = {"w:del": "deleted", "w:moveFrom": "deleted"}
_NEW = {"w:ins": "inserted", "w:moveTo": "moved"}
_PASSED = {"w:pPr", "w:rPr", "w:sdtPr", "w:sdtEndPr", "w:tblPr", "w:tblGrid", "w:trPr", "w:tcPr", "w:sectPr", "w:instrText", "mc:Fallback"}
CONTENTS_LINE = -1
"""The level of lines of the contents. They are not read."""

_CONTENTS = "Table of Contents"


class EditedReader:
    """Walks the XML. A paragraph is open while its words are read; those inside it, as in a text box, come after it."""

    def __init__(self, levels: Mapping[str, int], comments: Mapping[str, Comment]) -> None:
        self._levels, self._known = levels, comments
        self.anchored: set[str] = set()
        self.unread: list[str] = []
        self._tables = 0

    def read(self, root: Any) -> list[WordBlock]:
        """The blocks of a body or of a note."""
        self._blocks: list[WordBlock] = []
        self._open: list[WordBlock] = []
        self._joining = False
        self._controls: list[tuple[str, str]] = []
        self._marks: list[tuple[str, str, str]] = []
        self._row: tuple[int, int] | None = None
        self._cell = 0
        self._spans: list[ControlSpan] = []
        self._children(root)
        kept = (block for block in self._blocks if block.text.strip() or block.marks or block.comments)
        return [block for block in kept if block.heading != CONTENTS_LINE]

    def _children(self, element: Any) -> None:
        for child in element:
            self._element(child)

    def _element(self, element: Any) -> None:
        name = word_name(element)
        if name in _PASSED or not name:
            return
        step = _STEPS.get(name)
        if step:
            step(self, element)
        elif name in _SIGNS:
            self._say(_SIGNS[name])
        elif name in _GONE or name in _NEW:
            self._tracked(element, _GONE.get(name) or _NEW[name])
        else:
            self._children(element)

    def _say(self, words: str) -> None:
        if not self._open or not words:
            return
        block = self._open[-1]
        kind = self._marks[-1][0] if self._marks else ""
        if self._marks:
            block.marks.append(TrackedChange(kind, *self._marks[-1][1:], words))
        if kind != "deleted":
            block.text += words
            block.moved = block.moved or kind == "moved"
            for span in self._spans:
                span.text += words

    def _text(self, element: Any) -> None:
        self._say(element.text or "")

    def _symbol(self, element: Any) -> None:
        """A sign of a font of signs: those of the private area say nothing to a reader."""
        sign = symbol(word_attribute(element, "char"))
        self._say("" if "\uf000" <= sign <= "\uf0ff" else sign)

    def _tracked(self, element: Any, kind: str) -> None:
        if self._marks and self._marks[-1][0] == "deleted":
            kind = "deleted"
        self._marks.append((kind, word_attribute(element, "author"), word_attribute(element, "date")[:10]))
        self._children(element)
        self._marks.pop()

    def _paragraph(self, element: Any) -> None:
        properties = next((child for child in element if word_name(child) == "w:pPr"), ())
        block = self._begun(properties)
        self._open.append(block)
        self._children(element)
        self._open.pop()
        look = next((child for child in properties if word_name(child) == "w:rPr"), ())
        self._joining = any(word_name(child) in _GONE for child in look)
        if any(word_name(child) == "w:moveTo" for child in look):
            block.moved = True

    def _begun(self, properties: Sequence[Any]) -> WordBlock:
        """The paragraph that begins, or the one before where its mark was deleted: it goes on, unless nothing is left of it."""
        said = {word_name(child): child for child in properties}
        style = word_attribute(said["w:pStyle"], "val") if "w:pStyle" in said else ""
        tag, title = self._controls[-1] if self._controls else ("", "")
        if self._joining and self._blocks and not self._open:
            before = self._blocks[-1]
            if before.text.strip():
                return before
        block = WordBlock(heading=self._levels.get(style, 0), listed="w:numPr" in said or style.startswith("List"), tag=tag, title=title)
        block.row, block.cell = self._row, self._cell
        self._blocks.append(block)
        return block

    def _control(self, element: Any) -> None:
        properties = next((child for child in element if word_name(child) == "w:sdtPr"), ())
        if any(word_attribute(each, "val") == _CONTENTS for part in properties for each in part.iter()):
            return
        said = {word_name(child): word_attribute(child, "val") for child in properties}
        tag, title = said.get("w:tag", ""), said.get("w:alias", "")
        content = [child for child in element if word_name(child) == "w:sdtContent"]
        if self._open:
            span = ControlSpan(tag, title)
            self._open[-1].spans.append(span)
            self._spans.append(span)
            for child in content:
                self._children(child)
            self._spans.pop()
            return
        self._controls.append((tag, title))
        for child in content:
            self._children(child)
        self._controls.pop()

    def _table(self, element: Any) -> None:
        outer, self._tables = (self._row, self._cell), self._tables + 1
        table = self._tables
        for number, row in enumerate(_rows(element), 1):
            properties = [each for part in row if word_name(part) == "w:trPr" for each in part]
            gone = next((each for each in properties if word_name(each) == "w:del"), None)
            new = next((each for each in properties if word_name(each) == "w:ins"), None)
            self._row = (table, number)
            self._cells(row, gone if gone is not None else new, "deleted" if gone is not None else "inserted")
        self._row, self._cell = outer

    def _cells(self, row: Any, mark: Any | None, kind: str) -> None:
        if mark is not None:
            self._marks.append((kind, word_attribute(mark, "author"), word_attribute(mark, "date")[:10]))
        cells = [cell for each in row for cell in _within(each, "w:tc")]
        for number, cell in enumerate(cells, 1):
            self._cell, self._joining = number, False
            self._children(cell)
        self._joining = False
        if mark is not None:
            self._marks.pop()

    def _choice(self, element: Any) -> None:
        for child in element:
            if word_name(child) == "mc:Choice":
                self._children(child)
                return

    def _bookmark(self, element: Any) -> None:
        if self._open:
            self._open[-1].bookmarks.append(word_attribute(element, "name"))

    def _comment(self, element: Any) -> None:
        number = word_attribute(element, "id")
        if number in self._known and number not in self.anchored and self._open:
            self.anchored.add(number)
            self._open[-1].comments.append(self._known[number])

    def _inserted_file(self, _: Any) -> None:
        self.unread.append("A file that was inserted whole was not read. Open the document in Word, save it, and read it again.")


def _rows(table: Any) -> Iterator[Any]:
    """The rows of a table, those inside controls too."""
    return (row for each in table for row in _within(each, "w:tr"))


def _within(element: Any, name: str) -> Iterator[Any]:
    """The element itself, or those of its name inside controls and the like."""
    if word_name(element) == name:
        yield element
    elif word_name(element) in ("w:sdt", "w:sdtContent", "w:customXml", "w:ins", "w:smartTag"):
        for child in element:
            yield from _within(child, name)


_STEPS = {
    "w:p": EditedReader._paragraph,
    "w:t": EditedReader._text,
    "w:delText": EditedReader._text,
    "w:sym": EditedReader._symbol,
    "w:sdt": EditedReader._control,
    "w:tbl": EditedReader._table,
    "mc:AlternateContent": EditedReader._choice,
    "w:bookmarkStart": EditedReader._bookmark,
    "w:commentRangeStart": EditedReader._comment,
    "w:commentReference": EditedReader._comment,
    "w:altChunk": EditedReader._inserted_file,
}
