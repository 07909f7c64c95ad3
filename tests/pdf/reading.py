"""Read a PDF as assistive technology does: through its tag tree, not by the position of words on the page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO

import pikepdf
from pikepdf import Array, Dictionary, Object, Pdf

CODES = re.compile(rb"<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]+)>")
RANGES = re.compile(rb"<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]+)>")


@dataclass
class Element:
    """A tag with its text and its children."""

    tag: str
    raw: Object
    pieces: list[str | Element] = field(default_factory=list)

    @property
    def children(self) -> list[Element]:
        return [piece for piece in self.pieces if isinstance(piece, Element)]

    @property
    def text(self) -> str:
        return " ".join(" ".join(p.text if isinstance(p, Element) else p for p in self.pieces).split())

    def walk(self) -> Iterator[Element]:
        yield self
        for child in self.children:
            yield from child.walk()

    def all(self, *tags: str) -> list[Element]:
        return [element for element in self.walk() if element.tag in tags]


class Read:
    """A PDF, its tag tree, and the text outside the tree."""

    def __init__(self, content: bytes) -> None:
        self.content = content
        self.pdf = Pdf.open(BytesIO(content))
        self._marked = {page.obj.objgen: _marked(page) for page in self.pdf.pages}
        self.document = self._element(self.pdf.Root.StructTreeRoot.K[0])

    @property
    def headings(self) -> list[tuple[str, str]]:
        return [(e.tag, e.text) for e in self.document.all("H1", "H2", "H3", "H4", "H5", "H6")]

    @property
    def links(self) -> list[Object]:
        return [link for page in self.pdf.pages for link in page.obj.get("/Annots", [])]

    @property
    def fonts(self) -> set[str]:
        found = [item for item in self.pdf.objects if isinstance(item, Dictionary) and item.get("/Type") == "/Font"]
        return {str(font.BaseFont).lstrip("/").split("+")[-1].strip(",") for font in found}

    @property
    def bookmarks(self) -> list[str]:
        with self.pdf.open_outline() as outline:
            return [title for item in outline.root for title in _titles(item)]

    def untagged(self) -> list[str]:
        """Words on a page that are neither in the tree nor an artifact."""
        return [words for marked in self._marked.values() for words in marked.get(None, [])]

    def artifacts(self) -> list[str]:
        return [" ".join(marked.get(-1, [])) for marked in self._marked.values()]

    def _element(self, raw: Object) -> Element:
        element = Element(str(raw.S)[1:], raw)
        inside = raw.get("/K", [])
        for kid in inside if isinstance(inside, Array) else [inside]:
            if isinstance(kid, Dictionary) and "/S" in kid:
                element.pieces.append(self._element(kid))
            elif not isinstance(kid, Dictionary):
                element.pieces += self._marked[raw.Pg.objgen].get(int(kid), [])
        return element


def _titles(item: pikepdf.OutlineItem) -> list[str]:
    return [item.title, *(title for child in item.children for title in _titles(child))]


def _marked(page: pikepdf.Page) -> dict[int | None, list[str]]:
    """The words of a page by the number of their mark: -1 for artifacts, None for words that carry none."""
    maps = {name: _unicode(font) for name, font in page.obj.Resources.Font.items()}
    found: dict[int | None, list[str]] = {}
    marks: list[int | None] = []
    codes: dict[int, str] = {}
    for operands, operator in pikepdf.parse_content_stream(page):
        match str(operator):
            case "BMC" | "BDC":
                kind, inside = str(operands[0]), marks[-1] if marks else None
                number = operands[1].get("/MCID") if len(operands) > 1 else None
                marks.append(-1 if kind == "/Artifact" else inside if number is None else int(number))
            case "EMC":
                marks.pop()
            case "Tf":
                codes = maps[str(operands[0])]
            case "TJ" | "Tj":
                shown = operands[0] if str(operator) == "TJ" else operands
                raw = b"".join(bytes(part) for part in shown if isinstance(part, pikepdf.String))
                words = "".join(codes[int.from_bytes(raw[i : i + 2])] for i in range(0, len(raw), 2))
                found.setdefault(marks[-1] if marks else None, []).append(words)
    return found


def _unicode(font: Object) -> dict[int, str]:
    data = font.ToUnicode.read_bytes()
    found: dict[int, str] = {}
    for block in re.findall(rb"beginbfchar(.*?)endbfchar", data, re.DOTALL):
        for code, words in CODES.findall(block):
            found[int(code, 16)] = bytes.fromhex(words.decode()).decode("utf-16-be")
    for block in re.findall(rb"beginbfrange(.*?)endbfrange", data, re.DOTALL):
        for first, last, words in RANGES.findall(block):
            for i in range(int(last, 16) - int(first, 16) + 1):
                found[int(first, 16) + i] = chr(int(words, 16) + i)
    return found
