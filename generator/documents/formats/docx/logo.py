"""The logo on the cover of a Word file: at the top right of the page, and told in words."""

from __future__ import annotations

from io import BytesIO

from docx.oxml import parse_xml
from docx.oxml.ns import qn
from PIL import Image

from generator.documents.formats.docx.look import WordLook
from generator.documents.formats.docx.markup import NAMESPACES, quoted
from generator.knowledge.model.logos import Logo

MOST_WIDE, MOST_HIGH = 61.0, 25.0
"""Millimetres of the room for it, as in `pack.css`."""

TOP, RIGHT = 20.0, 20.0
"""Millimetres from the edges of the page, as in `pack.css`."""

_EMU = 36000
"""Office's measure of drawings to a millimetre."""

_NUMBER = 102
"""Of the drawing, in the whole file."""

_PIXEL = 25.4 / 96
"""Millimetres of a pixel, in CSS."""


def place_logo(look: WordLook, logo: Logo) -> None:
    """Put it into the first paragraph of the cover. In a look that is not ours it stands above the words: its corner may be taken."""
    document = look.document
    relation, _ = document.part.get_or_add_image(BytesIO(logo.picture))
    page = document.sections[-1].page_width
    run = parse_xml(logo_run(relation, logo.text, *logo_size(logo.picture), page_width=page.mm if look.own and page else None))
    first = next(document.element.body.iterchildren(qn("w:p")))
    if look.own:
        first.append(run)
        return
    above = parse_xml(f"<w:p {NAMESPACES}/>")
    above.append(run)
    first.addprevious(above)


def logo_size(picture: bytes) -> tuple[float, float]:
    """Millimetres that it takes, within its room."""
    with Image.open(BytesIO(picture)) as opened:
        width, height = (side * _PIXEL for side in opened.size)
    shrink = min(1.0, MOST_WIDE / width, MOST_HIGH / height)
    return width * shrink, height * shrink


def logo_run(relation: str, text: str, width: float, height: float, page_width: float | None) -> str:
    """Its run: held to the corner of a page of this width, or in line with the words where none is given."""
    size = f'cx="{round(width * _EMU)}" cy="{round(height * _EMU)}"'
    named = f'id="{_NUMBER}" name="Logo" descr="{quoted(text)}"'
    graphic = (
        '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic>'
        f"<pic:nvPicPr><pic:cNvPr {named}/><pic:cNvPicPr/></pic:nvPicPr>"
        f'<pic:blipFill><a:blip r:embed="{relation}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>'
        "</pic:pic></a:graphicData></a:graphic>"
    )
    if page_width is None:
        drawing = f'<wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent {size}/><wp:docPr {named}/>{graphic}</wp:inline>'
    else:
        left, top = round((page_width - RIGHT - width) * _EMU), round(TOP * _EMU)
        drawing = (
            '<wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="3" behindDoc="0" locked="0" layoutInCell="1" '
            'allowOverlap="1"><wp:simplePos x="0" y="0"/>'
            f'<wp:positionH relativeFrom="page"><wp:posOffset>{left}</wp:posOffset></wp:positionH>'
            f'<wp:positionV relativeFrom="page"><wp:posOffset>{top}</wp:posOffset></wp:positionV><wp:extent {size}/>'
            f'<wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/><wp:docPr {named}/><wp:cNvGraphicFramePr/>{graphic}</wp:anchor>'
        )
    return f"<w:r {NAMESPACES}><w:drawing>{drawing}</w:drawing></w:r>"
