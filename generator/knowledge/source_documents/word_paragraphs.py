"""Take the paragraphs of a part of a Word file while it is parsed: each its own text, and what is left out counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache

from generator.knowledge.source_documents.blocks import MOST_CHARACTERS
from generator.knowledge.source_documents.layout import NO_LAYOUT, LineLayout
from generator.knowledge.source_documents.word_layout import WordLayout
from generator.knowledge.source_documents.word_names import symbol
from generator.knowledge.source_documents.word_package import UNREAD_MARKS, is_off, named

_WORD = (
    "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}",
    "{http://purl.oclc.org/ooxml/wordprocessingml/main}",
)
"""The two names of Word’s own elements: the usual one, and that of the strict form."""

_OTHER = {
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback": "Fallback",
    "{http://schemas.openxmlformats.org/officeDocument/2006/math}t": "t",
    "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}extent": "extent",
    "{http://schemas.openxmlformats.org/drawingml/2006/picture}pic": "pic",
    "{http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing}extent": "extent",
    "{http://purl.oclc.org/ooxml/drawingml/picture}pic": "pic",
}
_SIGNS = {"tab": "\t", "ptab": "\t", "br": " ", "cr": " ", "noBreakHyphen": "-"}
_NOT_READ = frozenset({"Fallback", "moveFrom", "del"})
"""What stands in the file a second time, or no longer: a text box as older programs draw it, text that was moved away or deleted."""

_BLANK = "____"
"""What an empty form field looks like."""

_LARGE = 3_000_000
"""The length in Word’s units from which on a picture may be a picture of a page: some eight centimetres."""


@cache
def _local(tag: str) -> str:
    """The name of an element of Word’s, or of one beside them that matters; or nothing."""
    for space in _WORD:
        if tag.startswith(space):
            return tag[len(space) :]
    return _OTHER.get(tag, "")


@dataclass(frozen=True)
class WordParagraph:
    """A paragraph with text."""

    number: int
    text: str
    unfilled: tuple[tuple[int, int], ...]
    layout: LineLayout = NO_LAYOUT


@dataclass(frozen=True)
class Chunk:
    """The place of a file that stands inside."""

    number: int
    id: str


@dataclass
class _Open:
    """A paragraph that has begun."""

    number: int
    pieces: list[str] = field(default_factory=list)
    length: int = 0
    unfilled: list[tuple[int, int]] = field(default_factory=list)
    unread: str = ""
    """What its style says of its text, if nobody is to read it."""
    joins: bool = False
    """Whether its end was deleted: it is one with the next."""


@dataclass
class _Field:
    """A form field, as old forms have it."""

    form: bool = False
    shown: bool = False
    length: int = 0
    choices: list[str] = field(default_factory=list)
    chosen: int = 0


class WordParagraphs:
    """Takes what the parser meets, and keeps each paragraph’s own text: that of a text box inside it belongs to the paragraphs there."""

    def __init__(self, unread_styles: Mapping[str, str], levels: Mapping[str, int]) -> None:
        self.begun = self.elements = 0
        self.left_out: Counter[str] = Counter()
        self._styles = unread_styles
        self._layout = WordLayout(levels)
        self._open: list[_Open] = []
        self._done: list[WordParagraph | Chunk] = []
        self._above: list[str] = []
        self._prompts: list[bool] = []
        self._rows: list[bool] = []
        self._fields: list[_Field] = []
        self._carried: _Open | None = None
        self._kept = self._passed = 0
        self._unread = ""
        self._large = False
        self._begins = {
            "p": self._paragraph, "r": self._run, "tr": self._row, "sdt": self._control, "showingPlcHdr": self._prompt,
            "del": self._deleted, "pStyle": self._style, "rStyle": self._style, "fldChar": self._field_sign, "textInput": self._text_field,
            "listEntry": self._choice, "result": self._result, "sym": self._symbol, "altChunk": self._chunk,
            "extent": self._size, "pic": self._picture,
            **dict.fromkeys(UNREAD_MARKS, self._mark),
        }  # fmt: skip

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""
        self.elements += 1
        name = _local(tag)
        above = self._above[-1] if self._above else ""
        self._layout.start(name, attributes, self._above)
        self._above.append(name)
        if self._passed or (name in _NOT_READ and above not in ("rPr", "trPr")):
            self._passed += 1
        elif name in _SIGNS and above == "r":
            self._keep(_SIGNS[name])
        elif name in self._begins:
            self._begins[name](name, attributes)

    def data(self, text: str) -> None:
        """Characters inside the element."""
        if self._above and self._above[-1] == "t" and not self._passed:
            self._keep(text)

    def end(self, _tag: str) -> None:
        """An element ends."""
        name = self._above.pop()
        layout = self._layout.end(name)
        if self._passed:
            self._passed -= 1
        elif name == "p":
            self._paragraph_ends(self._open.pop(), layout)
        elif name == "r":
            self._unread = ""
        elif name == "tr":
            self._rows.pop()
        elif name == "sdt":
            self._prompts.pop()

    def close(self) -> None:
        """The part ends."""
        if self._carried:
            self._carried.joins = False
            self._paragraph_ends(self._carried, NO_LAYOUT)

    def whole(self) -> list[WordParagraph | Chunk]:
        """The paragraphs that have ended since this was last asked, once none is open around them."""
        if self._open and self._kept < MOST_CHARACTERS:
            return []
        done, self._done, self._kept = sorted(self._done, key=lambda one: one.number), [], 0
        return [one for one in done if isinstance(one, Chunk) or one.text.strip()]

    # What begins

    def _paragraph(self, _name: str, _attributes: Mapping[str, str]) -> None:
        self.begun += 1
        carried, self._carried = self._carried, None
        self._open.append(carried or _Open(self.begun))
        self._open[-1].joins, self._open[-1].unread = False, ""

    def _run(self, _name: str, _attributes: Mapping[str, str]) -> None:
        self._unread = self._open[-1].unread if self._open else ""

    def _row(self, _name: str, _attributes: Mapping[str, str]) -> None:
        self._rows.append(False)

    def _control(self, _name: str, _attributes: Mapping[str, str]) -> None:
        self._prompts.append(False)

    def _prompt(self, _name: str, attributes: Mapping[str, str]) -> None:
        if self._prompts and not is_off(attributes):
            self._prompts[-1] = True

    def _deleted(self, _name: str, _attributes: Mapping[str, str]) -> None:
        """The end of a paragraph, or a whole row, was deleted under tracked changes."""
        if self._above[-2] == "trPr" and self._rows:
            self._rows[-1] = True
        elif self._above[-3:-1] == ["pPr", "rPr"] and self._open:
            self._open[-1].joins = True

    def _style(self, name: str, attributes: Mapping[str, str]) -> None:
        what = next((self._styles[value] for value in named(attributes, "val") if value in self._styles), "")
        if what and name == "rStyle" and self._above[-3:-1] == ["r", "rPr"]:
            self._unread = what
        elif what and name == "pStyle" and self._open:
            self._open[-1].unread = what

    def _mark(self, name: str, attributes: Mapping[str, str]) -> None:
        if self._above[-3:-1] == ["r", "rPr"]:
            self._unread = "" if is_off(dict(attributes)) else UNREAD_MARKS[name]

    def _symbol(self, _name: str, attributes: Mapping[str, str]) -> None:
        code = next(named(attributes, "char"), "")
        self._keep(symbol(code))

    def _chunk(self, _name: str, attributes: Mapping[str, str]) -> None:
        self._done.append(Chunk(self.begun, next(named(attributes, "id"), "")))

    def _size(self, _name: str, attributes: Mapping[str, str]) -> None:
        self._large = all(attributes.get(side, "").isdigit() and int(attributes[side]) > _LARGE for side in ("cx", "cy"))

    def _picture(self, _name: str, _attributes: Mapping[str, str]) -> None:
        self.left_out["large picture"] += self._large

    # Fields of old forms

    def _field_sign(self, _name: str, attributes: Mapping[str, str]) -> None:
        sign = next(named(attributes, "fldCharType"), "")
        if sign == "begin":
            self._fields.append(_Field())
        elif sign == "separate" and self._fields:
            self._fields[-1].shown = True
        elif sign == "end" and self._fields:
            self._field_ends(self._fields.pop())

    def _field_ends(self, ended: _Field) -> None:
        if ended.choices:
            self._keep(ended.choices[min(ended.chosen, len(ended.choices) - 1)])
        elif ended.form and not ended.length and self._open:
            self._prompts.append(True)
            self._keep(_BLANK)
            self._prompts.pop()

    def _text_field(self, _name: str, _attributes: Mapping[str, str]) -> None:
        if self._fields:
            self._fields[-1].form = True

    def _choice(self, _name: str, attributes: Mapping[str, str]) -> None:
        if self._fields:
            self._fields[-1].choices += named(attributes, "val")

    def _result(self, _name: str, attributes: Mapping[str, str]) -> None:
        if self._fields:
            self._fields[-1].chosen = next((int(value) for value in named(attributes, "val") if value.isdigit()), 0)

    # What is kept

    def _keep(self, text: str) -> None:
        if not self._open or any(self._rows):
            return
        if self._unread:
            self.left_out[self._unread] += bool(text.strip())
            return
        paragraph = self._open[-1]
        if self._fields and self._fields[-1].form and self._fields[-1].shown:
            self._fields[-1].length += len(text.strip())
        if any(self._prompts) and text.strip():
            at, end = paragraph.length, paragraph.length + len(text)
            if paragraph.unfilled and paragraph.unfilled[-1][1] == at:
                at = paragraph.unfilled.pop()[0]
            paragraph.unfilled.append((at, end))
        self._layout.text(text)
        paragraph.pieces.append(text)
        paragraph.length += len(text)
        self._kept += len(text)

    def _paragraph_ends(self, ended: _Open, layout: LineLayout) -> None:
        if ended.joins:
            self._carried = ended
        else:
            self._done.append(WordParagraph(ended.number, "".join(ended.pieces), tuple(ended.unfilled), layout))
