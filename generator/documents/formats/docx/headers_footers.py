"""What stands at the head and foot of each page, but not on the cover."""

from __future__ import annotations

from typing import Any  # lxml's elements carry no types

from docx.oxml import parse_xml
from docx.oxml.ns import qn

from generator.documents.formats.docx.markup import NAMESPACES, Xml, field, joined, run
from generator.documents.formats.docx.writer import WordWriter, tabbed
from generator.documents.packs.model import Pack


def cover_section(m: WordWriter) -> Xml:
    """The page set-up of the cover and the contents: that of the whole, with a first page that has no head and foot of its own."""
    last: Any = m.look.document.element.body.sectPr
    kept = [element for element in last if element.tag in (qn("w:pgSz"), qn("w:pgMar"))]
    return joined([Xml("<w:sectPr>"), *map(_text, kept), Xml("<w:titlePg/></w:sectPr>")])


def furnish(m: WordWriter, pack: Pack, pages: int) -> None:
    """Write heads and feet, in every section of a document that has none. `pages` is shown until Word has counted them."""
    sections = list(m.look.document.sections)
    own: Any = sections[-1]._sectPr
    if own.findall(qn("w:headerReference")) or own.findall(qn("w:footerReference")):
        _inherit(sections[0], own)
        return
    title = pack.titled
    issue = f"{pack.issue}. {pack.notice.split('.')[0]}" if pack.notice else pack.issue
    before, between = pack.labels.page_words
    count = joined([run(before), field("PAGE", "1"), run(between), field("NUMPAGES", str(pages))])
    for section, right in zip(sections, (run(pack.labels.contents), field("STYLEREF 1", pack.kicker)), strict=False):
        section.header.is_linked_to_previous = False
        _write(section.header, m.paragraph("Header", tabbed(run(title), right)))
    sections[0].footer.is_linked_to_previous = False
    _write(sections[0].footer, m.paragraph("Footer", tabbed(run(issue), count)))


def _inherit(first: Any, own: Any) -> None:
    """The cover's section comes first, so the headers that a look brings must be named there: the chapters take them over from it."""
    target = first._sectPr
    for reference in reversed(own.findall(qn("w:headerReference")) + own.findall(qn("w:footerReference"))):
        target.insert(0, reference)


def _write(place: Any, paragraph: Xml) -> None:
    element = place._element
    for old in list(element):
        element.remove(old)
    element.append(parse_xml(paragraph.replace("<w:p>", f"<w:p {NAMESPACES}>", 1)))


def _text(element: Any) -> Xml:
    attributes = " ".join(f'w:{name.rsplit("}", 1)[-1]}="{value}"' for name, value in element.attrib.items())
    return Xml(f"<w:{element.tag.rsplit('}', 1)[-1]} {attributes}/>")
