"""How much room a paragraph takes, from its style and its list."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any  # lxml's elements carry no types

from docx.oxml.ns import qn

from generator.documents.formats.docx.text_width import lines


@dataclass(frozen=True)
class Room:
    """The measures of a paragraph style, in points."""

    size: float = 11
    bold: bool = False
    line: float = 15
    before: float = 0
    after: float = 0
    left: float = 0
    right: float = 0
    keep_next: bool = False
    keep_lines: bool = False
    turns: bool = False


class Measures:
    """Measures paragraphs of one document."""

    def __init__(self, styles: Any, numbering: Any, measure: float) -> None:
        """Measure by these styles and lists. `measure` is the width between the margins in points."""
        self.styles = {style.get(qn("w:styleId")): style for style in styles.findall(qn("w:style"))}
        self.indents = dict(_indents(numbering))
        self.measure = measure
        self._rooms: dict[str, Room] = {}

    def of(self, paragraph: Any) -> Room:
        """The room of a paragraph: its style's, with what the paragraph says itself."""
        properties = paragraph.find(qn("w:pPr"))
        room = self._style(properties.find(qn("w:pStyle")).get(qn("w:val")))
        own = _read(properties, room)
        number = properties.find(f"{qn('w:numPr')}/{qn('w:numId')}")
        return own if number is None else replace(own, left=self.indents[number.get(qn("w:val"))])

    def lines(self, paragraph: Any, room: Room, width: float | None = None) -> int:
        """How many lines a paragraph has, `width` points wide or as wide as the page."""
        words = "".join(text.text or "" for text in paragraph.iter(qn("w:t")))
        return len(lines(words, room.size, round((width or self.measure) - room.left - room.right, 1), bold=room.bold))

    def _style(self, name: str) -> Room:
        if name not in self._rooms:
            style = self.styles[name]
            parent = style.find(qn("w:basedOn"))
            room = self._style(parent.get(qn("w:val"))) if parent is not None else Room()
            size = style.xpath("string(./w:rPr/w:sz/@w:val)")
            bold = room.bold or bool(style.xpath("./w:rPr/w:b"))
            room = replace(room, size=int(size) / 2 if size else room.size, bold=bold)
            properties = style.find(qn("w:pPr"))
            self._rooms[name] = room if properties is None else _read(properties, room)
        return self._rooms[name]


def _read(properties: Any, room: Room) -> Room:
    """What a list of paragraph properties changes."""
    said: dict[str, Any] = {}
    for tag, attributes in (("spacing", ("before", "after", "line")), ("ind", ("left", "right"))):
        element = properties.find(qn(f"w:{tag}"))
        if element is not None:
            given = ((name, element.get(qn(f"w:{name}"))) for name in attributes)
            said |= {name: int(value) / 20 for name, value in given if value is not None}
    for tag, name in (("keepNext", "keep_next"), ("keepLines", "keep_lines"), ("pageBreakBefore", "turns")):
        if properties.find(qn(f"w:{tag}")) is not None:
            said[name] = True
    return replace(room, **said) if said else room


def _indents(numbering: Any) -> Iterator[tuple[str, float]]:
    """How far the text of each list stands in."""
    kinds = {kind.get(qn("w:abstractNumId")): kind for kind in numbering.findall(qn("w:abstractNum"))}
    for number in numbering.findall(qn("w:num")):
        kind = kinds[number.find(qn("w:abstractNumId")).get(qn("w:val"))]
        indent = kind.find(f"{qn('w:lvl')}/{qn('w:pPr')}/{qn('w:ind')}")
        yield number.get(qn("w:numId")), int(indent.get(qn("w:left"))) / 20
