"""A column chart of counts by year or month. It is beside a table with the same figures."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from jinja2 import Environment
from markupsafe import Markup

from generator.documents.charts.shares_svg import WIDTH
from generator.documents.templating.environment import render

HEIGHT = 110
"""The height of the tallest column, in SVG units."""

FILL = 0.7
"""The width of a column as a fraction of its space."""

MOST_LABELS = 4
"""The most labels that fit under the columns, on a phone too."""


@dataclass(frozen=True)
class Column:
    """One column, and its label, empty if there is no room for one."""

    x: float
    width: float
    height: float
    middle: float
    count: int
    label: str
    plain: bool


def column_shapes(values: Sequence[tuple[str, int, bool]]) -> list[Column]:
    """Columns side by side; each value is a label, a count, and whether it has the plain colour or the one that warns."""
    most = max((count for _, count, _ in values), default=0) or 1
    room = WIDTH / max(len(values), 1)
    each = -(-len(values) // MOST_LABELS) or 1
    last = len(values) - 1
    return [
        Column(
            round(room * (i + (1 - FILL) / 2), 1), round(room * FILL, 1), round(HEIGHT * count / most, 1), round(room * (i + 0.5), 1),
            count, label if (last - i) % each == 0 else "", plain,
        )
        for i, (label, count, plain) in enumerate(values)
    ]  # fmt: skip


def columns_svg(values: Sequence[tuple[str, int, bool]], told: str, templates: Environment) -> Markup:
    """The columns as SVG. `told` is the text alternative."""
    columns = column_shapes(values)
    return Markup(render(templates, "chart/columns.svg.j2", columns=columns, width=WIDTH, height=HEIGHT, told=told))  # noqa: S704
