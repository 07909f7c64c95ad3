"""What comes before the chapters: the cover, whose title stands on the arm of a fingerpost, and the contents."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from generator.documents.formats.docx.chapters import bookmark
from generator.documents.formats.docx.markup import Xml, cell, field, joined, run, table, table_row
from generator.documents.formats.docx.text_width import lines
from generator.documents.formats.docx.writer import WordWriter, tabbed
from generator.documents.packs.model import Pack

POINT = 20
"""Twentieths to a point, Word's measure."""

_EMU = 12700
"""Office's measure of drawings to a point."""

TOP, ARM, PAD, GAP, SMALL = 76.5, 238.0, 37.0, 11.0, 47.0
"""In points: from the top of the page to the text and to the arm; room above and below the title on it; the gap to the small arm, and its
height."""

TITLE_ROOM = 355.0
"""Points that a line of the title may take: less than the Title style leaves it, so that each of our lines is one of Word's."""

FOOT = 655.0
"""Where the facts stand on the cover, in points from the top: a line of the title more or less than we counted does not turn the page."""

ARM_TOLD = "Decoration: an arm of a fingerpost"
"""Word passes over the arms; a program that does not know of decoration says this."""

TIP = 37.0
"""How far the arm's point reaches, in points: 13 mm."""


def cover(m: WordWriter, pack: Pack) -> Iterator[Xml]:
    """What kind of document, the title, the place and three facts, in this order for eye and ear alike."""
    armed = m.look.own and {"title", "subtitle", "cover place"} <= m.look.fills.keys()
    size, line = _size(pack.title)
    broken = lines(pack.title, size, TITLE_ROOM, bold=True)
    tall = line * len(broken) + 30
    arm = 2 * PAD + tall
    place = ARM + arm + GAP + 13
    notice = 17 + 15 * len(lines(pack.notice, 11, 425)) if pack.notice else 0
    arms = joined([_arm(m, "title", ARM, 178, arm, 1), _arm(m, "cover place", ARM + arm + GAP, 122, SMALL, 2)]) if armed else Xml("")
    yield m.paragraph("Cover Kicker", arms, run(pack.kicker), properties=_after(ARM + PAD - TOP - 20) if armed else "")
    yield m.paragraph("Title", _sized(broken, size) if armed else run(pack.title), properties=_leading(line) if armed else "")
    yield m.said("Subtitle", pack.band, _after(PAD + GAP + 13) if armed else "")
    rest = _after(max(FOOT - place - 20 - notice, 30))
    yield m.said("Cover Place", pack.place, rest if armed and not notice else _after(29) if armed else "")
    if pack.notice:
        yield m.said("Cover Notice", pack.notice, rest if armed else "")
    yield _facts(m, pack)


def _facts(m: WordWriter, pack: Pack) -> Xml:
    """A table of the facts an applicant wants first: labels above, values below."""
    widths = m.widths(*[1] * len(pack.cover))
    heads = [cell(w, m.paragraph("Table Text", m.words(f.label, "Quiet"))) for w, f in zip(widths, pack.cover, strict=True)]
    values = [cell(w, m.paragraph("Table Label", m.fact(f))) for w, f in zip(widths, pack.cover, strict=True)]
    rows = [table_row(*heads, header=True), table_row(*values)]
    return table(m.style("Cover Table"), widths, rows, caption="In short", told="Each heading has its value below", header=True)


def _size(title: str) -> tuple[float, float]:
    """Points of type and of line for a title: three steps, the first of them the Title style's own."""
    return (40, 45) if len(title) <= 45 else (30, 34) if len(title) <= 80 else (24, 28)


def _sized(broken: Sequence[str], size: float) -> Xml:
    """The lines of a title. We break them, so that the arm below is as tall as they are, whatever Word would fit into a line."""
    look = "" if size == 40 else f'<w:rPr><w:sz w:val="{size * 2:.0f}"/><w:szCs w:val="{size * 2:.0f}"/></w:rPr>'
    ended = [f"{line} " if i < len(broken) - 1 and line[-1:] not in "-–—" else line for i, line in enumerate(broken)]
    return Xml("<w:r><w:br/></w:r>".join(run(line).replace("<w:r>", f"<w:r>{look}", 1) for line in ended))


def _leading(line: float) -> str:
    return f'<w:spacing w:line="{line * POINT:.0f}" w:lineRule="exact"/>'


def _after(points: float) -> str:
    return f'<w:spacing w:after="{points * POINT:.0f}"/>'


def _arm(m: WordWriter, style: str, top: float, millimetres: float, height: float, number: int) -> Xml:
    """An arm from the left edge of the paper, in the colour of the style that stands on it. Decoration, behind the text.

    Where it is not shown, the words still stand on their own shading.
    """
    width = millimetres * 72 / 25.4
    tip = TIP if number == 1 else TIP * 7 / 13
    size = f'cx="{round(width * _EMU)}" cy="{round(height * _EMU)}"'
    hidden = (
        '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative '
        'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>'
    )
    return Xml(
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" '
        f'relativeHeight="{number}" behindDoc="1" locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>'
        '<wp:positionH relativeFrom="page"><wp:posOffset>0</wp:posOffset></wp:positionH>'
        f'<wp:positionV relativeFrom="page"><wp:posOffset>{round(top * _EMU)}</wp:posOffset></wp:positionV><wp:extent {size}/>'
        f'<wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/><wp:docPr id="{number}" name="Arm {number}" descr="{ARM_TOLD}">{hidden}'
        '</wp:docPr><wp:cNvGraphicFramePr/><a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp>'
        f'<wps:cNvSpPr/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm><a:prstGeom prst="homePlate"><a:avLst>'
        f'<a:gd name="adj" fmla="val {round(tip / min(width, height) * 100000)}"/></a:avLst></a:prstGeom><a:solidFill><a:srgbClr '
        f'val="{m.look.fills[style]}"/></a:solidFill><a:ln><a:noFill/></a:ln></wps:spPr><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic>'
        "</wp:anchor></w:drawing></mc:Choice></mc:AlternateContent></w:r>"
    )


def contents(m: WordWriter, pack: Pack, pages: Mapping[str, int]) -> Iterator[Xml]:
    """A table of contents that Word can renew, and that reads well before it has. `pages` is the page each part begins on, where known."""
    switches = 'TOC \\o "1-1" \\h \\z' + ("" if pages else " \\n")
    begin = (
        f'<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> {switches.replace(chr(34), "&quot;")} '
        '</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )
    found = [m.said("TOC Heading", pack.labels.contents, "<w:pageBreakBefore/>")]
    for index, part in enumerate(pack.parts):
        name = bookmark(part)
        shown = [run(part.heading), field(f"PAGEREF {name} \\h", str(pages[part.id]))] if pages else [run(part.heading)]
        found.append(m.paragraph("TOC 1", Xml(begin if index == 0 else ""), tabbed(*shown)))
        last = index == len(pack.parts) - 1
        found.append(m.paragraph("TOC About", run(part.about), Xml('<w:r><w:fldChar w:fldCharType="end"/></w:r>' if last else "")))
    yield Xml(
        '<w:sdt><w:sdtPr><w:id w:val="900001"/><w:docPartObj><w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/></w:docPartObj>'
        f"</w:sdtPr><w:sdtContent>{joined(found)}</w:sdtContent></w:sdt>"
    )
