"""The organisation chart as a picture that Word, LibreOffice and the rest all show alike, told in words too."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from io import BytesIO
from itertools import pairwise

from PIL import Image, ImageColor, ImageDraw, ImageFont

from generator.documents.charts.layout import lay_out
from generator.documents.charts.organisation_svg import STYLES
from generator.documents.charts.shapes import Drawing, Placed, TextLines
from generator.documents.formats.docx.markup import Xml, quoted
from generator.documents.formats.docx.writer import WordWriter
from generator.documents.packs.model import Chart
from generator.machine.shipped import TEMPLATES

_FONTS = TEMPLATES.parent / "node_modules" / "source-sans" / "TTF"
"""The typeface of the chart on paper, which need not be on the reader's machine."""

FINE = 4
"""Dots to a point: 288 to an inch, as sharp as print needs."""

_EDGE = 0.75
"""Room around the drawing, in points: half of an outer line stands outside what it goes around."""

_EMU = 12700
"""Office’s own measure: this many to a point."""

NAVY, INK, SOFT, WHITE, PALE = "#003087", "#212B32", "#4C6272", "#FFFFFF", "#F0F4F5"

_DASHES = {"solid": (), "broken": (3.0, 2.5), "dotted": (1.5, 2.0)}
"""Lengths of dash and gap in points, as on paper."""

BOXES = {"over": (WHITE, INK, SOFT), "post": (NAVY, WHITE, WHITE), "under": (PALE, INK, SOFT)}
"""Fill, title and note of each kind of box."""

SHADES = ((WHITE, INK), (WHITE, SOFT), (WHITE, NAVY), (PALE, INK), (PALE, SOFT), (NAVY, WHITE))
"""Paper and ink wherever they meet: the picture has these colours and seven shades between the two of each."""

Vertex = tuple[float, float]

_STEP = re.compile(r"([MLHVhv])([-\d. ]+)")


def chart_picture(m: WordWriter, chart: Chart) -> Xml:
    """The chart in a paragraph of its own, as wide as the page allows."""
    image = draw(chart)
    relation, _ = m.look.document.part.get_or_add_image(BytesIO(image))
    width, height = (side / FINE for side in Image.open(BytesIO(image)).size)
    shrink = min(1.0, m.look.measure / 20 / width)
    size = f'cx="{round(width * shrink * _EMU)}" cy="{round(height * shrink * _EMU)}"'
    named = f'name="Organisation chart" descr="{quoted(f"Organisation chart. {chart.told}")}"'
    drawing = (
        f'<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent {size}/><wp:docPr id="101" {named}/>'
        '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic>'
        f'<pic:nvPicPr><pic:cNvPr id="101" {named}/><pic:cNvPicPr/></pic:nvPicPr>'
        f'<pic:blipFill><a:blip r:embed="{relation}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>'
        "</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )
    return m.paragraph("Chart", Xml(drawing))


@cache
def draw(chart: Chart) -> bytes:
    """The chart as a PNG. The same chart gives the same bytes."""
    drawing = lay_out(chart, STYLES["paper"])
    image = Image.new("RGB", (_dot(drawing.style.width + _EDGE), _dot(drawing.height + _EDGE)), WHITE)
    pen = ImageDraw.Draw(image)
    for joint in drawing.joints:
        for start, end in _lines(joint.path):
            _line(pen, start, end, 1.25, NAVY if joint.dash == "solid" else SOFT, _DASHES[joint.dash])
    for words in drawing.labels:
        _write(pen, drawing, words, SOFT)
    for box in drawing.boxes:
        _box(pen, drawing, box)
    stream = BytesIO()
    image.quantize(palette=_palette(), dither=Image.Dither.NONE).save(stream, "PNG", optimize=True)
    return stream.getvalue()


def _box(pen: ImageDraw.ImageDraw, drawing: Drawing, box: Placed) -> None:
    fill, ink, soft = BOXES[box.kind]
    left, top, right, foot = box.x, box.y, box.x + box.width, box.y + box.height
    pen.rectangle([_dot(side) for side in (left, top, right, foot)], fill=fill)
    edge = SOFT if box.kind == "under" or box.dash != "solid" else NAVY
    corners = [(left, top), (right, top), (right, foot), (left, foot), (left, top)]
    for start, end in pairwise(corners):
        _line(pen, start, end, 1, edge, _DASHES[box.dash])
    for words in box.words:
        _write(pen, drawing, words, ink if words.kind == "title" else soft)


def _write(pen: ImageDraw.ImageDraw, drawing: Drawing, words: TextLines, colour: str) -> None:
    font = _font("Semibold" if words.kind == "title" else "Regular", getattr(drawing.style, words.kind))
    for y, line in words.lines:
        pen.text(((words.x + _EDGE) * FINE, (y + _EDGE) * FINE), line, colour, font, "ms" if words.anchor == "middle" else "ls")


@cache
def _palette() -> Image.Image:
    """Few colours make a small file; fixed ones keep white white."""
    shades = {_between(ImageColor.getrgb(paper), ImageColor.getrgb(ink), i / 8): None for paper, ink in SHADES for i in range(9)}
    made = Image.new("P", (1, 1))
    made.putpalette([level for shade in shades for level in shade])
    return made


def _between(paper: Sequence[int], ink: Sequence[int], share: float) -> tuple[int, ...]:
    return tuple(round(a + (b - a) * share) for a, b in zip(paper[:3], ink[:3], strict=True))


@cache
def _font(weight: str, size: float) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(_FONTS / f"SourceSans3-{weight}.ttf", size * FINE, layout_engine=ImageFont.Layout.BASIC)


def _dot(points: float) -> int:
    """Where a place on the drawing stands in the picture."""
    return round((points + _EDGE) * FINE)


def _line(pen: ImageDraw.ImageDraw, start: Vertex, end: Vertex, width: float, colour: str, dashes: tuple[float, ...]) -> None:
    """A level or upright line, whole or in dashes."""
    (x, y), (to_x, to_y) = sorted((start, end))
    long = (to_x - x) + (to_y - y)
    along = (1, 0) if to_x > x else (0, 1)
    step = sum(dashes) or long or 1
    for i in range(int(long / step) + 1 if dashes else 1):
        a, b = i * step, min(i * step + dashes[0], long) if dashes else long
        half = width / 2
        left, top = _dot(x + along[0] * a - half * along[1]), _dot(y + along[1] * a - half * along[0])
        right, foot = _dot(x + along[0] * b + half * along[1]), _dot(y + along[1] * b + half * along[0])
        if right > left and foot > top:
            pen.rectangle((left, top, right - 1, foot - 1), fill=colour)


def _lines(path: str) -> Iterator[tuple[Vertex, Vertex]]:
    """The straight pieces of a path made of moves and of level and upright lines."""
    x = y = 0.0
    for letter, figures in _STEP.findall(path):
        before, values = (x, y), [float(figure) for figure in figures.split()]
        if letter == "M":
            x, y = values
            continue
        x = values[0] if letter == "H" else x + values[0] if letter == "h" else x
        y = values[0] if letter == "V" else y + values[0] if letter == "v" else y
        yield before, (x, y)
