"""The stacked layout of an organisation chart, for a narrow screen or for more boxes than fit side by side."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from generator.documents.charts.shapes import SAID, STUB, Drawing, Joint, box_row, dash, figure, label
from generator.documents.packs.model import Box, Chart


def stack(drawing: Drawing, chart: Chart) -> None:
    """Stack the boxes. Each line has a vertical rail of its own on the left, nested so that no two cross."""
    style, under = drawing.style, sorted(chart.under, key=lambda box: list(SAID).index(box.line))
    kinds = list(dict.fromkeys(box.line for box in under))
    left = max(len(chart.over), len(kinds)) * 7 + 14.0
    width = style.width - left - 0.5
    y, starts = 0.5, []
    for box in chart.over:
        bottom = box_row(drawing, [box], "over", [left], width, y)
        starts.append((y + bottom) / 2)
        y = label(drawing, SAID[box.line], left, bottom + STUB, width, anchor="start") + STUB * 2
    foot = box_row(drawing, [chart.post], "post", [left], width, y)
    slot = (foot - y) / (len(chart.over) + len(kinds) + 1)
    for i, (box, start) in enumerate(zip(chart.over, starts, strict=True)):
        door = y + slot * (len(chart.over) - i)
        drawing.joints.append(Joint(dash(box.line), f"M{figure(left)} {figure(start)}H{4 + 7 * i}V{figure(door)}H{figure(left)}"))
    bottom, ends = _stack_under(drawing, under, left, foot)
    for i, kind in enumerate(kinds):
        rail = figure(left - 10 - 7 * i)
        branches = "".join(f"M{rail} {figure(end)}H{figure(left)}" for end in ends[kind])
        drawing.joints.append(
            Joint(dash(kind), f"M{figure(left)} {figure(foot - slot * (i + 1))}H{rail}V{figure(ends[kind][-1])}{branches}")
        )
    drawing.height = bottom + 0.5


def _stack_under(drawing: Drawing, boxes: Sequence[Box], left: float, y: float) -> tuple[float, dict[str, list[float]]]:
    """Place the boxes below `y`. Returns the lower edge of the last one, and the middles of the boxes by kind of line."""
    width, middles = drawing.style.width - left - 0.5, defaultdict[str, list[float]](list)
    for box in boxes:
        said = "" if box.line in middles else SAID[box.line]  # a rail that several boxes share has one label
        top = label(drawing, said, left, y + STUB * 2, width, anchor="start") + STUB
        y = box_row(drawing, [box], "under", [left], width, top)
        middles[box.line].append((top + y) / 2)
    return y, middles
