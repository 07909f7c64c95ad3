"""The organisation chart as SVG: one for paper, a wide and a narrow one for the web.

It has a text alternative: `role="img"` with the whole chart in sentences.
"""

from __future__ import annotations

from typing import Literal

from jinja2 import Environment
from markupsafe import Markup

from generator.documents.charts.layout import lay_out
from generator.documents.charts.shapes import Style, dash
from generator.documents.packs.chart_labels import ChartLabels
from generator.documents.packs.model import Chart
from generator.documents.templating.environment import render

STYLES = {
    "paper": Style("paper", width=481.9, title=10.5, note=9.5, label=9, box=200, post=214),
    "wide": Style("wide", width=560, title=15.5, note=14.5, label=14, box=250, post=280),
    "narrow": Style("narrow", width=300, title=16, note=15, label=15, box=300, post=300, stacked=True),
}
"""Paper is 170 mm wide, between the margins, in points. The narrow chart keeps its smallest text at 14 px on a screen of 320 px."""


def chart_svg(chart: Chart, templates: Environment, *, style: Literal["paper", "wide", "narrow"]) -> Markup:
    """The chart as an inline SVG element.

    `paper` is coloured by attributes. `wide` and `narrow` carry classes and sizes only, no colour and no inline style,
    so that a page's own CSS sets them in light and dark under a strict Content-Security-Policy.
    """
    drawing = lay_out(chart, STYLES[style])
    return Markup(render(templates, f"chart/{'paper' if style == 'paper' else 'web'}.svg.j2", drawing=drawing, told=chart.told))  # noqa: S704


def chart_key(chart: Chart, words: ChartLabels) -> str:
    """The key of the chart: a sentence for each line style that occurs in it."""
    drawn = {dash(box.line) for box in (*chart.over, *chart.under)}
    return " ".join(sentence for kind, sentence in words.keys.items() if kind in drawn)
