"""What an organisation chart is drawn of: boxes, lines and words, in the chart's own unit, from top left."""

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
"""What each line says for itself, so that nobody has to know what a broken line means."""

_DASHES = {"manages": "solid", "accountable": "dotted"}
"""How a line is drawn. Every kind of supervision is a broken line."""

STUB = 5
"""Line between a box and the word on its line."""


@dataclass(frozen=True)
class Style:
    """The measures of one kind of chart. 1 unit is 1 pt on paper and 1 px on a screen at full size."""

    name: str
    width: float
    title: float
    note: float
    label: float
    box: float
    """The widest that an ordinary box may be."""
    post: float
    """The width of this post's box."""
    stacked: bool = False

    @property
    def pad(self) -> float:
        """Room inside a box."""
        return self.title


@dataclass(frozen=True)
class TextLines:
    """Lines of text about one point. `kind` is title, note or label; `anchor` start or middle."""

    kind: str
    anchor: str
    x: float
    lines: tuple[tuple[float, str], ...]
    """Each line with its baseline."""


@dataclass(frozen=True)
class Placed:
    """A box where it stands. `kind` is post, over or under; `dash` how its edge is drawn."""

    kind: str
    dash: str
    x: float
    y: float
    width: float
    height: float
    words: tuple[TextLines, ...]


@dataclass(frozen=True)
class Joint:
    """A line between boxes: an SVG path and how it is drawn."""

    dash: str
    path: str


@dataclass
class Drawing:
    """A chart, laid out."""

    style: Style
    height: float = 0
    boxes: list[Placed] = field(default_factory=list)
    joints: list[Joint] = field(default_factory=list)
    labels: list[TextLines] = field(default_factory=list)


def dash(kind: str) -> str:
    """How the line of this kind is drawn: solid, broken or dotted."""
    return _DASHES.get(kind, "broken")


def box_row(drawing: Drawing, boxes: Sequence[Box], kind: str, edges: Sequence[float], width: float, y: float) -> float:
    """Boxes side by side, all as tall as the tallest. Returns their lower edge."""
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
    """The word on a line. Returns where the line goes on."""
    style = drawing.style
    lines = wrapped(said, style.label, width)
    drawing.labels.append(_words("label", x, y, lines, style.label, style.label * 1.25, anchor))
    return y + len(lines) * style.label * 1.25


def _words(kind: str, x: float, y: float, lines: Sequence[str], size: float, lead: float, anchor: str = "middle") -> TextLines:
    """Lines below `y`, each with its baseline: nearly a whole size below the top of its line."""
    return TextLines(kind, anchor, x, tuple((y + (lead - size) / 2 + size * 0.86 + i * lead, line) for i, line in enumerate(lines)))


def figure(value: float) -> str:
    """A figure for a path, to a tenth, so that the bytes do not hang on rounding."""
    return f"{value:.1f}".removesuffix(".0")
