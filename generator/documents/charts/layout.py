"""The layout of an organisation chart: pure geometry."""

from __future__ import annotations

from collections.abc import Sequence

from generator.documents.charts.shapes import SAID, STUB, Drawing, Joint, Placed, Style, TextLines, box_row, dash, figure, label
from generator.documents.charts.stack import stack
from generator.documents.packs.model import Box, Chart

__all__ = ["Drawing", "Joint", "Placed", "Style", "TextLines", "lay_out"]

_MAX_PER_ROW = 4
"""The most boxes that fit side by side. With more, all boxes are stacked."""


def lay_out(chart: Chart, style: Style) -> Drawing:
    """Lay out a chart: boxes side by side if they fit, else stacked with the lines on the left."""
    drawing = Drawing(style)
    stacked = style.stacked or max(len(chart.over), len(chart.under)) > _MAX_PER_ROW
    (stack if stacked else _rows)(drawing, chart)
    return drawing


def _rows(drawing: Drawing, chart: Chart) -> None:
    style, centre = drawing.style, drawing.style.width / 2
    width = _box_width(style, len(chart.over))
    edges = _edges(len(chart.over), width, style.width)
    mids = [x + width / 2 for x in edges]
    bottom = box_row(drawing, chart.over, "over", edges, width, 0.5)
    ends = [label(drawing, SAID[box.line], mid, bottom + STUB, width) for box, mid in zip(chart.over, mids, strict=True)]
    bend = max(ends, default=bottom) + STUB
    top = bend + 14 if chart.over else bottom
    for box, mid, door, end in zip(chart.over, mids, _attachments(len(mids), centre, style.post), ends, strict=True):
        path = f"M{figure(mid)} {figure(bottom)}v{STUB}M{figure(mid)} {figure(end)}V{figure(bend)}H{figure(door)}V{figure(top)}"
        drawing.joints.append(Joint(dash(box.line), path))
    foot = box_row(drawing, [chart.post], "post", [centre - style.post / 2], style.post, top)
    drawing.height = (_below(drawing, chart.under, foot) if chart.under else foot) + 0.5


def _box_width(style: Style, count: int) -> float:
    """The width of boxes in a row: the style's, or less if there are many."""
    return min(style.box, (style.width - 1 - 20 * (count - 1)) / max(count, 1))


def _below(drawing: Drawing, boxes: Sequence[Box], foot: float) -> float:
    """The row under this post. Boxes of one kind share a trunk with one label. Returns the row's lower edge."""
    style, centre = drawing.style, drawing.style.width / 2
    width = _box_width(style, len(boxes))
    edges = _edges(len(boxes), width, style.width)
    mids = [x + width / 2 for x in edges]
    if len({box.line for box in boxes}) == 1:
        end = label(drawing, SAID[boxes[0].line], centre, foot + STUB, style.post)
        bend, top = end + STUB, end + STUB + (14 if len(boxes) > 1 else 6)
        across = f"M{figure(mids[0])} {figure(bend)}H{figure(mids[-1])}" if len(boxes) > 1 else ""
        drops = "".join(f"M{figure(mid)} {figure(bend)}V{figure(top)}" for mid in mids)
        trunk = f"M{figure(centre)} {figure(foot)}v{STUB}M{figure(centre)} {figure(end)}V{figure(bend)}"
        drawing.joints.append(Joint(dash(boxes[0].line), trunk + across + drops))
        return box_row(drawing, boxes, "under", edges, width, top)
    bend = foot + 14
    ends = [label(drawing, SAID[box.line], mid, bend + STUB, width) for box, mid in zip(boxes, mids, strict=True)]
    top = max(ends) + STUB
    for box, mid, door, end in zip(boxes, mids, _attachments(len(boxes), centre, style.post), ends, strict=True):
        path = f"M{figure(door)} {figure(foot)}V{figure(bend)}H{figure(mid)}v{STUB}M{figure(mid)} {figure(end)}V{figure(top)}"
        drawing.joints.append(Joint(dash(box.line), path))
    return box_row(drawing, boxes, "under", edges, width, top)


def _edges(count: int, width: float, whole: float) -> list[float]:
    """The left edges of boxes: the outer ones at the margins, a single one in the middle."""
    if count < 2:
        return [(whole - width) / 2] * count
    return [0.5 + i * (whole - 1 - width) / (count - 1) for i in range(count)]


def _attachments(count: int, centre: float, post: float) -> list[float]:
    """The x coordinates where lines meet this post."""
    apart = min(80, (post - 40) / max(count - 1, 1))
    return [centre + (i - (count - 1) / 2) * apart for i in range(count)]
