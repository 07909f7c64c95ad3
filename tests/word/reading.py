"""Read a Word file as a program that fills it in does: by its content controls, styles, lists and tables."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from io import BytesIO
from typing import Any
from zipfile import ZipFile

from docx import Document
from docx.oxml.ns import nsmap, qn
from lxml.etree import _Element


class Word:
    """A Word file, opened."""

    def __init__(self, content: bytes) -> None:
        self.content = content
        self.document = Document(BytesIO(content))
        self.body: Any = self.document.element.body

    @cached_property
    def controls(self) -> dict[str, str]:
        """The text of each content control, by its tag, in order."""
        found = [(asked(sdt, "string(./w:sdtPr/w:tag/@w:val)"), words(sdt.find(qn("w:sdtContent")))) for sdt in self.body.iter(qn("w:sdt"))]
        tags = [tag for tag, _ in found if tag]
        assert len(tags) == len(set(tags))
        return {tag: said for tag, said in found if tag}

    def of(self, kind: str) -> dict[str, str]:
        """The text of controls of one kind, by the rest of their tag."""
        return {tag.partition(":")[2]: said for tag, said in self.controls.items() if tag.startswith(f"{kind}:")}

    @cached_property
    def styles(self) -> dict[str, str]:
        """The name of each style by its id."""
        return {s.get(qn("w:styleId")): s.find(qn("w:name")).get(qn("w:val")) for s in self.document.styles.element.findall(qn("w:style"))}

    @property
    def headings(self) -> list[tuple[int, str]]:
        """Level and words of each heading."""
        found = [(self.style(p), words(p)) for p in self.body.iter(qn("w:p"))]
        return [(int(style[-1]), said) for style, said in found if style.startswith("heading ")]

    def style(self, paragraph: Any) -> str:
        return self.styles[asked(paragraph, "string(./w:pPr/w:pStyle/@w:val)")]

    @property
    def tables(self) -> list[Any]:
        return list(self.body.iter(qn("w:tbl")))

    @property
    def numbered(self) -> Iterator[tuple[str, str]]:
        """The number that Word shows before each item of a list, and the item's words."""
        kinds = {kind.get(qn("w:abstractNumId")): kind for kind in self._numbering.findall(qn("w:abstractNum"))}
        lists = {n.get(qn("w:numId")): kinds[n.find(qn("w:abstractNumId")).get(qn("w:val"))] for n in self._numbering.findall(qn("w:num"))}
        counted: dict[str, int] = {}
        for paragraph in self.body.iter(qn("w:p")):
            name = asked(paragraph, "string(./w:pPr/w:numPr/w:numId/@w:val)")
            if name:
                counted[name] = counted.get(name, int(asked(lists[name], "string(./w:lvl[1]/w:start/@w:val)")) - 1) + 1
                pattern = asked(lists[name], "string(./w:lvl[1]/w:lvlText/@w:val)")
                yield pattern.replace("%1", str(counted[name])), words(paragraph)

    @property
    def _numbering(self) -> Any:
        return self.document.part.numbering_part.element

    @property
    def parts(self) -> dict[str, bytes]:
        with ZipFile(BytesIO(self.content)) as found:
            return {name: found.read(name) for name in found.namelist()}

    @property
    def text(self) -> str:
        return "\n".join(words(p) for p in self.body.iter(qn("w:p")))


def asked(element: Any, path: str) -> str:
    """The results of an XPath expression as text. python-docx knows the prefixes for some of its elements only."""
    return str(_Element.xpath(element, path, namespaces=nsmap))


def words(element: Any) -> str:
    """All words of an element. A break within a paragraph is no word."""
    return "".join(text.text or "" for text in element.iter(qn("w:t")))
