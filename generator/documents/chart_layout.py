"""Where everything stands in an organisation chart: pure geometry, in the chart's own unit, from top left."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from generator.documents.chart_text import wrapped
from generator.documents.pack import Box, Chart

SAID = {
    "manages": "Manages",
    "supervises-clinically": "Supervises clinically",
    "supervises-professionally": "Supervises professionally",
    "accountable": "This post answers to",
    "supervises": "Supervises day to day",
}
"""What each line says for itself, so that nobody has to know what a broken line means."""

DASHES = {"manages": "solid", "accountable": "dotted"}
"""How a line is drawn. Every kind of supervision is a broken line."""

MOST = 4
"""Boxes that fit side by side. From the fifth on, all stand one below the other."""

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
class Words:
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
    words: tuple[Words, ...]


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
    labels: list[Words] = field(default_factory=list)


def lay_out(chart: Chart, style: Style) -> Drawing:
    """Place a chart. Side by side where it fits, else one below the other with the lines down the left."""
    drawing = Drawing(style)
    stacked = style.stacked or max(len(chart.over), len(chart.under)) > MOST
    (_stack if stacked else _rows)(drawing, chart)
    return drawing


def dash(kind: str) -> str:
    """How the line of this kind is drawn: solid, broken or dotted."""
    return DASHES.get(kind, "broken")


def _rows(drawing: Drawing, chart: Chart) -> None:
    style, centre = drawing.style, drawing.style.width / 2
    width = _box_width(style, len(chart.over))
    edges = _edges(len(chart.over), width, style.width)
    mids = [x + width / 2 for x in edges]
    bottom = _row(drawing, chart.over, "over", edges, width, 0.5)
    ends = [_label(drawing, SAID[box.line], mid, bottom + STUB, width) for box, mid in zip(chart.over, mids, strict=True)]
    bend = max(ends, default=bottom) + STUB
    top = bend + 14 if chart.over else bottom
    for box, mid, door, end in zip(chart.over, mids, _doors(len(mids), centre, style.post), ends, strict=True):
        path = f"M{_n(mid)} {_n(bottom)}v{STUB}M{_n(mid)} {_n(end)}V{_n(bend)}H{_n(door)}V{_n(top)}"
        drawing.joints.append(Joint(dash(box.line), path))
    foot = _row(drawing, [chart.post], "post", [centre - style.post / 2], style.post, top)
    drawing.height = (_below(drawing, chart.under, foot) if chart.under else foot) + 0.5


def _box_width(style: Style, count: int) -> float:
    """As wide as a box may be, or less where a row holds many."""
    return min(style.box, (style.width - 1 - 20 * (count - 1)) / max(count, 1))


def _below(drawing: Drawing, boxes: Sequence[Box], foot: float) -> float:
    """The row under this post. Boxes of one kind share a trunk, which says its word once. Returns where the row ends."""
    style, centre = drawing.style, drawing.style.width / 2
    width = _box_width(style, len(boxes))
    edges = _edges(len(boxes), width, style.width)
    mids = [x + width / 2 for x in edges]
    if len({box.line for box in boxes}) == 1:
        end = _label(drawing, SAID[boxes[0].line], centre, foot + STUB, style.post)
        bend, top = end + STUB, end + STUB + (14 if len(boxes) > 1 else 6)
        across = f"M{_n(mids[0])} {_n(bend)}H{_n(mids[-1])}" if len(boxes) > 1 else ""
        drops = "".join(f"M{_n(mid)} {_n(bend)}V{_n(top)}" for mid in mids)
        trunk = f"M{_n(centre)} {_n(foot)}v{STUB}M{_n(centre)} {_n(end)}V{_n(bend)}"
        drawing.joints.append(Joint(dash(boxes[0].line), trunk + across + drops))
        return _row(drawing, boxes, "under", edges, width, top)
    bend = foot + 14
    ends = [_label(drawing, SAID[box.line], mid, bend + STUB, width) for box, mid in zip(boxes, mids, strict=True)]
    top = max(ends) + STUB
    for box, mid, door, end in zip(boxes, mids, _doors(len(boxes), centre, style.post), ends, strict=True):
        path = f"M{_n(door)} {_n(foot)}V{_n(bend)}H{_n(mid)}v{STUB}M{_n(mid)} {_n(end)}V{_n(top)}"
        drawing.joints.append(Joint(dash(box.line), path))
    return _row(drawing, boxes, "under", edges, width, top)


def _stack(drawing: Drawing, chart: Chart) -> None:
    """Boxes one below the other. Each line runs down its own rail on the left, nested so that no two cross."""
    style, under = drawing.style, sorted(chart.under, key=lambda box: list(SAID).index(box.line))
    kinds = list(dict.fromkeys(box.line for box in under))
    left = max(len(chart.over), len(kinds)) * 7 + 14.0
    width = style.width - left - 0.5
    y, starts = 0.5, []
    for box in chart.over:
        bottom = _row(drawing, [box], "over", [left], width, y)
        starts.append((y + bottom) / 2)
        y = _label(drawing, SAID[box.line], left, bottom + STUB, width, anchor="start") + STUB * 2
    foot = _row(drawing, [chart.post], "post", [left], width, y)
    slot = (foot - y) / (len(chart.over) + len(kinds) + 1)
    for i, (box, start) in enumerate(zip(chart.over, starts, strict=True)):
        door = y + slot * (len(chart.over) - i)
        drawing.joints.append(Joint(dash(box.line), f"M{_n(left)} {_n(start)}H{4 + 7 * i}V{_n(door)}H{_n(left)}"))
    bottom, ends = _stack_under(drawing, under, left, foot)
    for i, kind in enumerate(kinds):
        rail = _n(left - 10 - 7 * i)
        branches = "".join(f"M{rail} {_n(end)}H{_n(left)}" for end in ends[kind])
        drawing.joints.append(Joint(dash(kind), f"M{_n(left)} {_n(foot - slot * (i + 1))}H{rail}V{_n(ends[kind][-1])}{branches}"))
    drawing.height = bottom + 0.5


def _stack_under(drawing: Drawing, boxes: Sequence[Box], left: float, y: float) -> tuple[float, dict[str, list[float]]]:
    """Place the boxes below `y`. Returns where the last one ends, and the height of each box's middle by kind of line."""
    width, middles = drawing.style.width - left - 0.5, defaultdict[str, list[float]](list)
    for box in boxes:
        said = "" if box.line in middles else SAID[box.line]  # a rail that several boxes share says its word once
        top = _label(drawing, said, left, y + STUB * 2, width, anchor="start") + STUB
        y = _row(drawing, [box], "under", [left], width, top)
        middles[box.line].append((top + y) / 2)
    return y, middles


def _row(drawing: Drawing, boxes: Sequence[Box], kind: str, edges: Sequence[float], width: float, y: float) -> float:
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


def _label(drawing: Drawing, said: str, x: float, y: float, width: float, anchor: str = "middle") -> float:
    """The word on a line. Returns where the line goes on."""
    style = drawing.style
    lines = wrapped(said, style.label, width)
    drawing.labels.append(_words("label", x, y, lines, style.label, style.label * 1.25, anchor))
    return y + len(lines) * style.label * 1.25


def _words(kind: str, x: float, y: float, lines: Sequence[str], size: float, lead: float, anchor: str = "middle") -> Words:
    """Lines below `y`, each with its baseline: nearly a whole size below the top of its line."""
    return Words(kind, anchor, x, tuple((y + (lead - size) / 2 + size * 0.86 + i * lead, line) for i, line in enumerate(lines)))


def _edges(count: int, width: float, whole: float) -> list[float]:
    """Left edges: the outer boxes flush with the margins, one alone in the middle."""
    if count < 2:
        return [(whole - width) / 2] * count
    return [0.5 + i * (whole - 1 - width) / (count - 1) for i in range(count)]


def _doors(count: int, centre: float, post: float) -> list[float]:
    """Where lines meet this post."""
    apart = min(80, (post - 40) / max(count - 1, 1))
    return [centre + (i - (count - 1) / 2) * apart for i in range(count)]


def _n(value: float) -> str:
    """A figure for a path, to a tenth, so that the bytes do not hang on rounding."""
    return f"{value:.1f}".removesuffix(".0")
