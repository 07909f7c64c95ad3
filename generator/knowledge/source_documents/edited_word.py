"""Read a Word file that people edited, from its XML to blocks. No library gives tags, tracked changes and comments together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any  # lxml's elements carry no types

from generator.knowledge.source_documents.refusing import document_damaged, document_refused
from generator.knowledge.source_documents.word_blocks import Comment, ControlSpan, EditedWord, TrackedChange, WordBlock
from generator.knowledge.source_documents.word_names import symbol, word_attribute, word_name
from generator.knowledge.source_documents.word_package import DAMAGE, WordPackage

_SIGNS = {"w:tab": "\t", "w:ptab": "\t", "w:br": "\n", "w:cr": "\n", "w:noBreakHyphen": "-", "w:softHyphen": ""}
_GONE = {"w:del": "deleted", "w:moveFrom": "deleted"}
_NEW = {"w:ins": "inserted", "w:moveTo": "moved"}
_PASSED = {"w:pPr", "w:rPr", "w:sdtPr", "w:sdtEndPr", "w:tblPr", "w:tblGrid", "w:trPr", "w:tcPr", "w:sectPr", "w:instrText", "mc:Fallback"}
_CONTENTS_LINE = -1
"""The level of lines of the contents. They are not read."""

_CONTENTS = "Table of Contents"


def read_edited(content: bytes, name: str) -> EditedWord:
    """A Word file as blocks. Raises Stopped for what is no Word file, or is damaged or too large."""
    if not content.startswith(b"PK"):
        locked = "EncryptedPackage".encode("utf-16-le") in content
        raise document_refused("document-locked" if locked else "draft-not-word", name)
    try:
        with WordPackage(content, name) as parts:
            if parts.main is None:
                raise document_refused("draft-not-word", name)
            return _read(parts, parts.main)
    except RecursionError:
        raise document_refused("document-unreadable", name, reason="its parts are nested too deeply") from None
    except DAMAGE as error:
        raise document_damaged(name, error) from None


def office_properties(content: bytes, name: str) -> Mapping[str, str] | None:
    """The custom properties of a workbook, or None for a Word file: `read_edited` gives them with its words. Raises Stopped likewise."""
    try:
        with WordPackage(content, name) as parts:
            return None if parts.main else parts.properties()
    except DAMAGE as error:
        raise document_damaged(name, error) from None


def _read(parts: WordPackage, main: str) -> EditedWord:
    comments = _comments(parts.related("comments"))
    reader = _Reader(heading_levels(parts.related("styles")), comments)
    body = next((child for child in parts.root(main) if word_name(child) == "w:body"), None)
    blocks = reader.read(body) if body is not None else []
    for kind in ("footnotes", "endnotes"):
        blocks += _notes(parts.related(kind), reader)
    left = tuple(comment for number, comment in comments.items() if number not in reader.anchored)
    return EditedWord(tuple(blocks), parts.properties(), left, tuple(reader.unread))


def read_body(body: Any, styles: Any) -> list[WordBlock]:
    """The blocks of a body that is not in a file yet."""
    return _Reader(heading_levels(styles), {}).read(body)


def heading_levels(styles: Any | None) -> dict[str, int]:
    """The level of each paragraph style that is a heading, by its id: by its name, or by the style that it is based on."""
    names: dict[str, tuple[str, str]] = {}
    for style in [] if styles is None else (each for each in styles if word_name(each) == "w:style"):
        said = {word_name(child): word_attribute(child, "val") for child in style}
        names[word_attribute(style, "styleId")] = said.get("w:name", "").lower(), said.get("w:basedOn", "")

    def level(style: str, depth: int = 0) -> int:
        name, based = names.get(style, ("", ""))
        if name.startswith("toc"):
            return _CONTENTS_LINE
        figure = name.removeprefix("heading ") if name.startswith("heading ") else ""
        return int(figure) if figure in "123456789" and figure else level(based, depth + 1) if based and depth < 20 else 0

    return {style: found for style in names if (found := level(style))}


def _comments(root: Any | None) -> dict[str, Comment]:
    found = {}
    for each in [] if root is None else (child for child in root if word_name(child) == "w:comment"):
        lines = ["".join(t.text or "" for t in p.iter() if word_name(t) == "w:t") for p in each.iter() if word_name(p) == "w:p"]
        comment = Comment(word_attribute(each, "author"), word_attribute(each, "date")[:10], " ".join(filter(None, lines)))
        found[word_attribute(each, "id")] = comment
    return found


def _notes(root: Any | None, reader: _Reader) -> list[WordBlock]:
    notes = [] if root is None else [n for n in root if word_attribute(n, "type") not in ("separator", "continuationSeparator")]
    return [replace(block, note=True) for note in notes for block in reader.read(note) if block.says]


class _Reader:
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
        return [block for block in kept if block.heading != _CONTENTS_LINE]

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
    "w:p": _Reader._paragraph,
    "w:t": _Reader._text,
    "w:delText": _Reader._text,
    "w:sym": _Reader._symbol,
    "w:sdt": _Reader._control,
    "w:tbl": _Reader._table,
    "mc:AlternateContent": _Reader._choice,
    "w:bookmarkStart": _Reader._bookmark,
    "w:commentRangeStart": _Reader._comment,
    "w:commentReference": _Reader._comment,
    "w:altChunk": _Reader._inserted_file,
}
