"""Numbers and bullets that Word counts itself: a list for each group, so that numbers restart and follow when a sentence is taken out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any  # lxml's elements carry no types
from xml.sax.saxutils import quoteattr

from docx.document import Document as WordDocument
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.parts.numbering import NumberingPart

from generator.documents.formats.docx.markup import NAMESPACES, Xml

HANG = 680
"""Room for a number before its text, in twentieths of a point: 12 mm."""

BULLET = "•"

_NUMBER = '<w:rPr><w:b/><w:bCs/><w:color w:val="005EB8"/><w:sz w:val="19"/><w:szCs w:val="19"/></w:rPr>'
_DOT = '<w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:cs="Arial" w:hint="default"/><w:color w:val="005EB8"/></w:rPr>'


class Lists:
    """The lists of one document. Each has a definition of its own, so each begins at 1."""

    def __init__(self, document: WordDocument) -> None:
        """Add lists to `document`, after those its styles have already."""
        self.numbering = _numbering(document)
        self.definition = 1 + max(map(int, self.numbering.xpath("./w:abstractNum/@w:abstractNumId")), default=-1)
        self.instance = 1 + max(map(int, self.numbering.xpath("./w:num/@w:numId")), default=0)
        self._made: list[tuple[str, int]] = []

    def numbers(self, pattern: str, left: int, hang: int = HANG) -> int:
        """A list whose numbers look like `pattern`, such as `1.%1`, `hang` before its text, which stands `left` in. Returns its id."""
        return self._add("decimal", pattern, left, hang, _NUMBER)

    def bullets(self, left: int) -> int:
        """A list of dots."""
        return self._add("bullet", BULLET, left, HANG // 2, _DOT)

    def _add(self, kind: str, pattern: str, left: int, hang: int, look: str) -> int:
        level = (
            f'<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:lvlText w:val={quoteattr(pattern)}/>'
            f'<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="{left}" w:hanging="{hang}"/></w:pPr>{look}</w:lvl>'
        )
        definition, instance = self.definition, self.instance
        self._made.append((pattern, instance))
        self.definition, self.instance = definition + 1, instance + 1
        self._insert(
            f'<w:abstractNum {NAMESPACES} w:abstractNumId="{definition}"><w:nsid w:val="{0x0F1A0000 + definition:08X}"/>'
            f'<w:multiLevelType w:val="singleLevel"/><w:tmpl w:val="{0x0F1B0000 + definition:08X}"/>{level}</w:abstractNum>'
        )
        self.numbering.append(parse_xml(f'<w:num {NAMESPACES} w:numId="{instance}"><w:abstractNumId w:val="{definition}"/></w:num>'))
        return instance

    def count_with(self, others: Lists, blocks: Sequence[Any]) -> None:
        """Let the paragraphs of these lists count on in the lists of `others` that look alike, in their order."""
        free = list(others._made)
        for pattern, instance in self._made:
            like = next((other for other in free if other[0] == pattern), None)
            if like:
                free.remove(like)
                for used in (each for block in blocks for each in block.iter(qn("w:numId")) if each.get(qn("w:val")) == str(instance)):
                    used.set(qn("w:val"), str(like[1]))

    def _insert(self, definition: str) -> None:
        """Definitions come before their uses, or LibreOffice counts them all alike."""
        first = self.numbering.find(qn("w:num"))
        made = parse_xml(definition)
        if first is None:
            self.numbering.append(made)
        else:
            first.addprevious(made)


def list_properties(instance: int) -> Xml:
    """What makes a paragraph an item of a list."""
    return Xml(f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{instance}"/></w:numPr>')


def _numbering(document: WordDocument) -> Any:
    """The document's lists, or a place for them where it has none."""
    part = document.part
    for relation in part.rels.values():
        if relation.reltype == RELATIONSHIP_TYPE.NUMBERING:
            return relation.target_part.element
    made = parse_xml(f"<w:numbering {NAMESPACES}/>")
    new = NumberingPart(PackURI("/word/numbering.xml"), CONTENT_TYPE.WML_NUMBERING, made, part.package)
    part.relate_to(new, RELATIONSHIP_TYPE.NUMBERING)
    return made
