"""Small charts: shares of a whole, and a working week. Each is beside a table with the same figures.

They are SVG with classes and sizes only, so that the page’s CSS colours them in light and dark.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from jinja2 import Environment
from markupsafe import Markup

from generator.documents.templating.environment import render

WIDTH = 520
"""The width of a chart, in SVG units."""

GAP = 2
"""The gap between two shares, in SVG units."""

TONES = 4
"""The number of colours, which are used in turn."""

LEGIBLE = 96
"""The minimum width of a share in which its figure fits."""


@dataclass(frozen=True)
class Share:
    """One share of a whole: its position in the chart, and the figure to print on it."""

    x: float
    width: float
    figure: str
    tone: int
    inside: bool


def shares(values: Sequence[tuple[str, int]]) -> list[Share]:
    """Shares side by side, in the order of `values`, which are a label and a number each. Zero values are left out.

    Raises ValueError if all values are zero or one is negative.
    """
    whole = sum(value for _, value in values)
    if whole <= 0 or any(value < 0 for _, value in values):
        raise ValueError("shares need positive values")
    shown = [(index % TONES + 1, figure, value) for index, (figure, value) in enumerate(values) if value]
    room = WIDTH - GAP * (len(shown) - 1)
    found, x = [], 0.0
    for tone, figure, value in shown:
        width = room * value / whole
        found.append(Share(round(x, 1), round(width, 1), figure, tone, width >= LEGIBLE))
        x += width + GAP
    return found


def shares_svg(values: Sequence[tuple[str, int]], told: str, templates: Environment) -> Markup:
    """A bar of shares as SVG. `told` is its text alternative."""
    return Markup(render(templates, "chart/shares.svg.j2", shares=shares(values), width=WIDTH, told=told))  # noqa: S704


@dataclass(frozen=True)
class WeekDay:
    """A day of the week: a number for each person seen, or what else the day is for."""

    x: int
    name: str
    seen: tuple[int, ...]
    other: str


_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri")
COLUMN = 104


def week(a_day: int, a_week: int, learning_days: int) -> list[WeekDay]:
    """Five days with `a_day` people seen on each, at most `a_week` in total; the last `learning_days` are for study."""
    left, found = a_week, []
    for index, name in enumerate(_DAYS):
        studies = index >= len(_DAYS) - learning_days
        seen = 0 if studies else min(a_day, left)
        left -= seen
        found.append(WeekDay(index * COLUMN, name, tuple(range(seen)), "Study" if studies else ""))
    return found


def week_svg(a_day: int, a_week: int, learning_days: int, told: str, templates: Environment) -> Markup:
    """The week as SVG: columns of dots, one for each person seen. `told` is its text alternative."""
    days = week(a_day, a_week, learning_days)
    return Markup(render(templates, "chart/week.svg.j2", days=days, width=WIDTH, rows=a_day, column=COLUMN, told=told))  # noqa: S704
