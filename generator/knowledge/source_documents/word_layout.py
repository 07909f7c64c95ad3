"""How paragraphs of a Word file stand: their headings, lists, bold words and cells, taken while the file is parsed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.knowledge.source_documents.layout import NO_LAYOUT, LineLayout, TableCounter
from generator.knowledge.source_documents.word_package import is_off

_LOOKED_AT = frozenset({"tbl", "tr", "tc", "gridSpan", "b", "pStyle", "outlineLvl", "numId"})


@dataclass(slots=True)
class _Standing:
    """A paragraph that has begun."""

    heading: int = 0
    listed: bool = False
    letters: int = 0
    bold: int = 0


class WordLayout:
    """Takes what the parser meets, and says of each paragraph how it stands."""

    def __init__(self, levels: Mapping[str, int]) -> None:
        self._levels = levels
        self._tables = TableCounter()
        self._open: list[_Standing] = []
        self._bold = False

    def start(self, name: str, attributes: Mapping[str, str], above: list[str]) -> None:
        """An element begins, inside those `above`."""
        if name == "p":
            self._open.append(_Standing())
        elif name == "r":
            self._bold = False
        elif name not in _LOOKED_AT:
            return
        elif name == "tbl":
            self._tables.table()
        elif name == "tr":
            self._tables.row()
        elif name == "tc":
            self._tables.cell()
        elif name == "gridSpan":
            self._tables.widen(_number(attributes, 1))
        elif name == "b" and above[-2:] == ["r", "rPr"]:
            self._bold = not is_off(attributes)
        elif self._open and above[-1:] in (["pPr"], ["numPr"]):
            self._of_paragraph(name, attributes)

    def _of_paragraph(self, name: str, attributes: Mapping[str, str]) -> None:
        standing = self._open[-1]
        if name == "pStyle":
            style = _value(attributes)
            standing.heading = max(0, self._levels.get(style, 0))
            standing.listed = standing.listed or style.startswith("List")
        elif name == "outlineLvl" and _number(attributes, 9) < 9:
            standing.heading = _number(attributes, 9) + 1
        elif name == "numId":
            standing.listed = _number(attributes, 0) > 0

    def text(self, letters: str) -> None:
        """Characters of the paragraph that is open."""
        if self._open and letters.strip():
            self._open[-1].letters += len(letters)
            self._open[-1].bold += len(letters) if self._bold else 0

    def end(self, name: str) -> LineLayout:
        """An element ends. Returns the layout of a paragraph that has words."""
        if name == "tbl":
            self._tables.table_ends()
        elif name == "p" and self._open:
            ended = self._open.pop()
            if ended.letters:
                return self._tables.at(ended.heading, bold=ended.bold == ended.letters, listed=ended.listed)
        return NO_LAYOUT


def _value(attributes: Mapping[str, str]) -> str:
    return next((value for key, value in attributes.items() if key.endswith("}val")), "")


def _number(attributes: Mapping[str, str], otherwise: int) -> int:
    value = _value(attributes)
    return int(value) if value.isdigit() and len(value) < 6 else otherwise
