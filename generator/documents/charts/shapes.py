"""The shapes of an organisation chart: boxes, lines and text. Coordinates are in the chart's unit, from the top left."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from generator.documents.charts.text import wrapped
from generator.documents.packs.model import Box

SAID = {
    "manages": "Manages",
    "supervises-clinically": "Supervises clinically",
    "supervises-professionally": "Supervises professionally",
    "accountable": "This post answers to",
    "supervises": "Supervises day to day",
}
"""The label on each kind of line, so that it can be read without the key."""

_DASHES = {"manages": "solid", "accountable": "dotted"}
"""The style of a line. Every kind of supervision has a broken line."""

STUB = 5
"""The length of line between a box and the label."""


@dataclass(frozen=True)
class Style:
    """The dimensions of one kind of chart. 1 unit is 1 pt on paper and 1 px on a screen at full size."""

    name: str
    width: float
    title: float
    note: float
    label: float
    box: float
    """The maximum width of an ordinary box."""
    post: float
    """The width of this post's box."""
    stacked: bool = False

    @property
    def pad(self) -> float:
        """The padding of a box."""
        return self.title


@dataclass(frozen=True)
class TextLines:
    """Lines of text at one x coordinate. `kind` is title, note or label; `anchor` is start or middle."""

    kind: str
    anchor: str
    x: float
    lines: tuple[tuple[float, str], ...]
    """Each line with its baseline."""


@dataclass(frozen=True)
class Placed:
    """A box with its position. `kind` is post, over or under; `dash` is the style of its edge."""

    kind: str
    dash: str
    x: float
    y: float
    width: float
    height: float
    words: tuple[TextLines, ...]


@dataclass(frozen=True)
class Joint:
    """A line between boxes: an SVG path and its style."""

    dash: str
    path: str


@dataclass
class Drawing:
    """A chart with its layout."""

    style: Style
    height: float = 0
    boxes: list[Placed] = field(default_factory=list)
    joints: list[Joint] = field(default_factory=list)
    labels: list[TextLines] = field(default_factory=list)


def dash(kind: str) -> str:
    """The style of a kind of line: solid, broken or dotted."""
    return _DASHES.get(kind, "broken")


def box_row(drawing: Drawing, boxes: Sequence[Box], kind: str, edges: Sequence[float], width: float, y: float) -> float:
    """Add boxes side by side, all as tall as the tallest. Returns their lower edge."""
    style = drawing.style
    texts = [(wrapped(box.title, style.title, width - style.pad), wrapped(box.note, style.note, width - style.pad)) for box in boxes]
    lead = {"title": style.title * 1.3, "note": style.note * 1.35}
    tall = max((len(a) * lead["title"] + len(b) * lead["note"] for a, b in texts), default=-style.pad * 1.6)
    height = round(tall + style.pad * 1.6, 1)
    for box, x, (title, note) in zip(boxes, edges, texts, strict=True):
        start = y + (height - len(title) * lead["title"] - len(note) * lead["note"]) / 2
        middle = start + len(title) * lead["title"]
        words = (
            _words("title", x + width / 2, start, title, style.title, lead["title"]),
            _words("note", x + width / 2, middle, note, style.note, lead["note"]),
        )
        edge = dash(box.line) if kind == "over" and box.line != "accountable" else "solid"
        drawing.boxes.append(Placed(kind, edge, x, y, width, height, words))
    return y + height


def label(drawing: Drawing, said: str, x: float, y: float, width: float, anchor: str = "middle") -> float:
    """Add the label of a line. Returns the y coordinate where the line continues."""
    style = drawing.style
    lines = wrapped(said, style.label, width)
    drawing.labels.append(_words("label", x, y, lines, style.label, style.label * 1.25, anchor))
    return y + len(lines) * style.label * 1.25


def _words(kind: str, x: float, y: float, lines: Sequence[str], size: float, lead: float, anchor: str = "middle") -> TextLines:
    """Lines of text below `y`, each with its baseline, which is nearly one font size below the top of the line."""
    return TextLines(kind, anchor, x, tuple((y + (lead - size) / 2 + size * 0.86 + i * lead, line) for i, line in enumerate(lines)))


def figure(value: float) -> str:
    """A number for a path, to one decimal, so that rounding errors do not change the bytes."""
    return f"{value:.1f}".removesuffix(".0")
