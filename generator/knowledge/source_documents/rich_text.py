"""Read the paragraphs of a Rich Text file (RTF). Own code: the libraries at hand print deleted and hidden words too."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.knowledge.source_documents.blocks import SourceLine
from generator.knowledge.source_documents.layout import NO_LAYOUT, LineLayout
from generator.knowledge.source_documents.reading import Reading
from generator.knowledge.source_documents.rich_layout import RichLayout

_TOKEN = re.compile(rb"\\([a-z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-fA-F]{2})|\\(.)|([{}])|[\r\n]+|([^\\{}\r\n]+)", re.DOTALL | re.IGNORECASE)

_BREAKS = frozenset({b"par", b"sect", b"page", b"cell", b"nestcell", b"row", b"nestrow", b"column"})
_SIGNS = {
    b"tab": "\t", b"line": " ", b"emdash": "—", b"endash": "–", b"bullet": "•", b"lquote": "‘", b"rquote": "’", b"ldblquote": "“",
    b"rdblquote": "”", b"emspace": " ", b"enspace": " ", b"qmspace": " ", b"zwbo": "\u200b", b"zwnbo": "", b"zwj": "", b"zwnj": "",
}  # fmt: skip
_SYMBOLS = {b"~": "\u00a0", b"-": "", b"_": "-", b"\\": "\\", b"{": "{", b"}": "}", b"\n": "\n", b"\r": "\n"}
_NOT_TEXT = frozenset({
    b"fonttbl", b"colortbl", b"stylesheet", b"info", b"pict", b"object", b"objdata", b"fldinst", b"listtable",
    b"listoverridetable", b"revtbl", b"rsidtbl", b"generator", b"xmlnstbl", b"themedata", b"colorschememapping",
    b"datastore", b"latentstyles", b"filetbl", b"private", b"pgptbl", b"mmathPr", b"wgrffmtfilter", b"atnid", b"atnauthor",
    b"atntime", b"atnref", b"atnicn", b"atrfstart", b"atrfend", b"atndate", b"atnparent", b"nonshppict", b"listtext",
    b"pntext", b"bkmkstart", b"bkmkend", b"template", b"pnseclvl", b"ftnsep", b"ftnsepc", b"aftnsep", b"aftnsepc",
    b"shpinst", b"ffname", b"ffdeftext", b"ffformat", b"ffhelptext", b"ffstattext", b"ffentrymcr", b"ffexitmcr", b"fontemb",
    b"falt", b"panose", b"userprops", b"docvar", b"shprslt",
})  # fmt: skip
"""Groups that hold no text of the document. Marks of lists are left out, as Word’s own file has none."""

_BOX = "text box"
_BESIDE = {
    **dict.fromkeys((b"header", b"headerl", b"headerr", b"headerf"), "header"),
    **dict.fromkeys((b"footer", b"footerl", b"footerr", b"footerf"), "footer"),
    **dict.fromkeys((b"shptxt", b"dptxbxtext"), _BOX),
    b"footnote": "footnotes",
}
"""Groups that stand beside the text around them."""

_CHARSETS = {
    0: "", 1: "", 77: "mac_roman", 128: "cp932", 161: "cp1253", 162: "cp1254", 177: "cp1255", 178: "cp1256", 186: "cp1257",
    204: "cp1251", 222: "cp874", 238: "cp1250",
}  # fmt: skip
"""The encodings of a font’s letters; "" is that of the file."""

_UNREAD = {b"v": "hidden text", b"deleted": "", b"strike": "struck-out text", b"striked": "struck-out text"}
"""Properties of text that nobody is meant to read. What was deleted is gone, and is not told of."""


@dataclass(frozen=True)
class _State:
    """What holds inside a group."""

    passed: bool = False
    twice: bool = False
    """Whether it is a drawing for older programs of what stands beside it."""
    beside: str = ""
    unread: frozenset[str] = frozenset()
    skip: int = 1
    encoding: str = ""
    """The encoding of its font’s letters, where it is not that of the file."""
    in_fonts: bool = False
    bold: bool = False


def rich_lines(content: bytes, reading: Reading) -> Iterator[SourceLine]:
    """The paragraphs of a Rich Text file. What headers and footers say alike is read once, after the body."""
    taken = _Taken(reading)
    beside: dict[str, None] = {}
    number = 0
    for where, text, layout in taken.paragraphs(content):
        if where not in ("", _BOX):
            beside.setdefault(f"{where}\0{text.strip()}")
            continue
        number += 1
        yield SourceLine(text, f"paragraph {number}", number, wraps=False, layout=layout)
    for count, (where, text) in enumerate((one.split("\0", 1) for one in beside), 1):
        yield SourceLine(text, f"{where}, paragraph {count}", number + count, wraps=False)


class _Taken:
    """Takes the signs of the file one after the other."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._state = _State()
        self._above: list[_State] = []
        self._pieces: dict[str, list[str]] = {}
        self._bytes = b""
        self._to_skip = 0
        self._starred = False
        self._fonts: dict[int, str] = {}
        self._font = 0
        self._default = "cp1252"
        self._layout = RichLayout()

    def paragraphs(self, content: bytes) -> Iterator[tuple[str, str, LineLayout]]:
        """Each paragraph with text: where it stands beside the body, or "", its text and its layout."""
        at = 0
        while token := _TOKEN.match(content, at):
            word, number, code, symbol, brace, text = token.groups()
            at = token.end() + (int(number or 0) if word == b"bin" else 0)
            if code is None and text is None:
                self._flush()
            if word is not None:
                yield from self._word(word, number)
            elif code is not None:
                self._byte(bytes.fromhex(code.decode()))
            elif symbol is not None:
                yield from self._symbol(symbol)
            elif brace is not None:
                yield from self._brace(brace)
            elif text is not None:
                self._byte(text)
        self._flush()
        for where in list(self._pieces):
            yield from self._end(where)

    def _brace(self, brace: bytes) -> Iterator[tuple[str, str, LineLayout]]:
        if brace == b"{":
            self._above.append(self._state)
        elif self._above:
            before = self._state.beside
            self._state = self._above.pop()
            if before != self._state.beside:
                yield from self._end(before)
        self._starred = False
        self._to_skip = 0

    def _symbol(self, symbol: bytes) -> Iterator[tuple[str, str, LineLayout]]:
        if symbol == b"*":
            self._starred = True
        elif symbol in (b"\n", b"\r"):
            yield from self._end(self._state.beside)
        else:
            self._keep(_SYMBOLS.get(symbol, ""))

    def _word(self, word: bytes, number: bytes | None) -> Iterator[tuple[str, str, LineLayout]]:
        starred, self._starred = self._starred, False
        value = int(number) if number else None
        if word == b"fonttbl":
            self._state = replace(self._state, passed=True, in_fonts=True)
        elif word == b"annotation":
            self._reading.count("comment", 1)
            self._state = replace(self._state, passed=True)
        elif word in _BESIDE and not self._state.twice:
            self._state = replace(self._state, passed=False, beside=_BESIDE[word], unread=frozenset())
        elif word in _NOT_TEXT or starred:
            self._state = replace(self._state, passed=True, twice=self._state.twice or word == b"shprslt")
        elif word == b"u" and value is not None:
            self._keep(chr(value % 0x10000) if not 0xD800 <= value % 0x10000 < 0xE000 else "\ufffd")
            self._to_skip = self._state.skip
        elif word in _BREAKS:
            if self._state.passed:
                return
            yield from self._end(self._state.beside)
            if not self._state.beside:
                self._layout.ends(word)
        elif word in _SIGNS:
            self._keep(_SIGNS[word])
        else:
            self._property(word, value)

    def _property(self, word: bytes, value: int | None) -> None:
        """What holds from here on: the font’s letters, signs to skip, and whether anybody is meant to read the text."""
        state = self._state
        if not (state.passed or state.beside):
            self._layout.property(word, value)
        if word == b"ansicpg" and value:
            self._default = f"cp{value}"
        elif word == b"uc" and value is not None:
            self._state = replace(state, skip=max(0, min(value, 10)))
        elif word == b"f" and value is not None:
            self._font = value
            self._state = state if state.in_fonts else replace(state, encoding=self._fonts.get(value, ""))
        elif word == b"fcharset" and state.in_fonts and value is not None:
            self._fonts[self._font] = _CHARSETS.get(value, "")
        elif word == b"plain":
            self._state = replace(state, unread=frozenset(), encoding="", bold=False)
        elif word == b"b":
            self._state = replace(state, bold=value != 0)
        elif word in _UNREAD:
            what = _UNREAD[word]
            self._state = replace(state, unread=state.unread - {what} if value == 0 else state.unread | {what})

    def _byte(self, text: bytes) -> None:
        if self._to_skip:
            skipped = min(self._to_skip, len(text))
            self._to_skip -= skipped
            text = text[skipped:]
        if not self._state.passed:
            self._bytes += text

    def _flush(self) -> None:
        if self._bytes:
            text, self._bytes = self._bytes, b""
            encoding = self._state.encoding or self._default
            self._keep(text.decode(encoding if _known(encoding) else "cp1252", "replace"))

    def _keep(self, text: str) -> None:
        state = self._state
        if state.passed:
            return
        if state.unread:
            if text.strip():
                for what in state.unread - {""}:
                    self._reading.count(what, 1)
            return
        self._pieces.setdefault(state.beside, []).append(text)
        if not state.beside:
            self._layout.text(text, bold=state.bold)

    def _end(self, where: str) -> Iterator[tuple[str, str, LineLayout]]:
        text = "".join(self._pieces.pop(where, ()))
        layout = self._layout.paragraph() if not where else NO_LAYOUT
        if text.strip():
            yield where, text, layout


def _known(encoding: str) -> bool:
    try:
        return bool(codecs.lookup(encoding))
    except LookupError:
        return False
