"""The organisation chart: nothing overlaps, nothing sticks out, every line says what it is."""

from __future__ import annotations

import re
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from generator.documents.charts.layout import Drawing, TextLines, lay_out
from generator.documents.charts.organisation_svg import STYLES, chart_key, chart_svg
from generator.documents.charts.shapes import SAID
from generator.documents.charts.text import text_width
from generator.documents.packs.labels import LABELS
from generator.documents.packs.model import Box, Chart
from generator.documents.templating.environment import environment

UP = ("manages", "supervises-clinically", "supervises-professionally", "accountable")
DOWN = ("manages", "supervises")
NAMES = st.text("abcdefghij MWÀŷ’-", min_size=1, max_size=160).map(str.strip).filter(bool)
SVG = "{http://www.w3.org/2000/svg}"


def boxes(kinds: tuple[str, ...], least: int) -> st.SearchStrategy[tuple[Box, ...]]:
    return st.lists(st.builds(Box, NAMES, NAMES, st.sampled_from(kinds)), min_size=least, max_size=7).map(tuple)


CHARTS = st.builds(Chart, boxes(UP, 1), st.builds(Box, NAMES, NAMES, st.just("post")), boxes(DOWN, 0), st.just("Told."))
PLAIN = Chart((Box("Clinical director", "Network", "manages"),), Box("Worker <b>", "Band 4 & up", "post"), (), 'Told "so" & {{ so }}.')


def _words(drawing: Drawing) -> list[TextLines]:
    return [*drawing.labels, *(words for box in drawing.boxes for words in box.words)]


@pytest.mark.parametrize("style", STYLES)
@settings(deadline=None)  # a busy machine is not a mistake
@given(chart=CHARTS)
def test_boxes_stand_clear_of_each_other(style: str, chart: Chart) -> None:
    drawing = lay_out(chart, STYLES[style])
    assert len(drawing.boxes) == len(chart.over) + 1 + len(chart.under)
    for one, other in combinations(drawing.boxes, 2):
        beside = one.x + one.width <= other.x + 0.1 or other.x + other.width <= one.x + 0.1
        assert beside or one.y + one.height <= other.y + 0.1 or other.y + other.height <= one.y + 0.1


@pytest.mark.parametrize("style", STYLES)
@settings(deadline=None)  # a busy machine is not a mistake
@given(chart=CHARTS)
def test_everything_is_inside_the_picture(style: str, chart: Chart) -> None:
    drawing = lay_out(chart, STYLES[style])
    assert all(b.x >= 0 and b.x + b.width <= drawing.style.width for b in drawing.boxes)
    assert all(b.y >= 0 and b.y + b.height <= drawing.height for b in drawing.boxes)
    assert all(0 < y <= drawing.height for words in _words(drawing) for y, _ in words.lines)


@pytest.mark.parametrize("style", STYLES)
@settings(deadline=None)  # a busy machine is not a mistake
@given(chart=CHARTS)
def test_words_fit_their_box_and_none_is_lost(style: str, chart: Chart) -> None:
    drawing = lay_out(chart, STYLES[style])
    said = sorted("".join("".join(line for _, line in words.lines).split()) for box in drawing.boxes for words in box.words)
    expected = sorted("".join(text.split()) for box in (*chart.over, chart.post, *chart.under) for text in (box.title, box.note))
    assert said == expected
    for box in drawing.boxes:
        for words in box.words:
            size = getattr(drawing.style, words.kind)
            assert all(text_width(line, size) <= box.width for _, line in words.lines)
            assert all(box.y < y < box.y + box.height for y, _ in words.lines)


@pytest.mark.parametrize("style", STYLES)
@settings(deadline=None)  # a busy machine is not a mistake
@given(chart=CHARTS)
def test_every_kind_of_line_says_its_word(style: str, chart: Chart) -> None:
    drawing = lay_out(chart, STYLES[style])
    said = {" ".join(line for _, line in words.lines) for words in drawing.labels}
    assert {SAID[box.line] for box in (*chart.over, *chart.under)} <= said


@pytest.mark.parametrize("style", STYLES)
def test_the_picture_tells_the_chart_in_words(style: str) -> None:
    root = etree.fromstring(str(chart_svg(PLAIN, environment(), style=style)).replace("<svg ", f'<svg xmlns="{SVG[1:-1]}" ', 1)
                            if style != "paper" else str(chart_svg(PLAIN, environment(), style=style)))  # fmt: skip
    assert root.get("role") == "img"
    assert 'Told "so" & {{ so }}.' in "".join(root.find(f"{SVG}{'title' if style == 'paper' else 'desc'}").itertext())
    assert "Worker <b>" in [text.text for text in root.iter(f"{SVG}text")]


@pytest.mark.parametrize("style", ["wide", "narrow"])
def test_the_web_has_no_colours_and_no_inline_style(style: str) -> None:
    svg = str(chart_svg(PLAIN, environment(), style=style))
    assert not re.search(r"\sstyle=|#[0-9a-fA-F]{3}|<style|<script", svg)


def test_words_are_never_small_on_a_phone() -> None:
    """288 px is what a phone 320 px wide leaves beside its margins."""
    narrow = STYLES["narrow"]
    assert min(narrow.title, narrow.note, narrow.label) * 288 / narrow.width >= 14


def test_the_key_explains_only_lines_that_are_drawn() -> None:
    assert chart_key(PLAIN, LABELS.chart) == "Solid lines show who manages this post, and those it manages."


def _strokes(path: str) -> list[tuple[float, float, float, float]]:
    """The straight pieces of a path of M, H, V and v: left, top, right and bottom of each."""
    found, x, y = [], 0.0, 0.0
    for step, rest in re.findall(r"([MHVv])([-\d. ]+)", path):
        numbers = [float(number) for number in rest.split()]
        if step == "M":
            x, y = numbers
            continue
        to = (numbers[0], y) if step == "H" else (x, numbers[0] + (y if step == "v" else 0))
        found.append((min(x, to[0]), min(y, to[1]), max(x, to[0]), max(y, to[1])))
        x, y = to
    return found


@pytest.mark.parametrize("style", STYLES)
@settings(deadline=None)  # a busy machine is not a mistake
@given(chart=CHARTS)
def test_no_line_runs_through_words(style: str, chart: Chart) -> None:
    drawing = lay_out(chart, STYLES[style])
    strokes = [stroke for joint in drawing.joints for stroke in _strokes(joint.path)]
    assert strokes
    for words in drawing.labels:
        size = STYLES[style].label
        for base, line in words.lines:
            width = text_width(line, size)
            start = words.x - (width / 2 if words.anchor == "middle" else 0)
            for left, top, right, bottom in strokes:
                beside = right <= start or left >= start + width
                assert beside or bottom <= base - size * 0.7 or top >= base + size * 0.2
