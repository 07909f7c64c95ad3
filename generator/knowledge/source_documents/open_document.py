"""Read the paragraphs of an OpenDocument text (ODT), zipped or flat. The file is untrusted."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator

from lxml import etree

from generator.knowledge.source_documents.blocks import SourceLine
from generator.knowledge.source_documents.layout import NO_LAYOUT, LineLayout, TableCounter
from generator.knowledge.source_documents.reading import Reading
from generator.knowledge.source_documents.refusing import document_refused
from generator.knowledge.source_documents.word_package import parsed, unzipped_part

_LINES = frozenset(("p", "h"))
_NOT_READ = frozenset({
    "tracked-changes", "annotation", "annotation-end", "hidden-paragraph", "hidden-text", "ruby-text", "note-citation",
    "bibliography-source", "table-of-content-source", "forms", "script", "event-listeners",
    "sequence-decls", "variable-decls", "user-field-decls",
})  # fmt: skip
_DESCRIBES = frozenset(("title", "desc"))
"""What a picture (`svg:`) or a table (`table:`) shows, for those who cannot see it. `text:title` is a field: it prints the title."""
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_SIGNS = {"tab": "\t", "line-break": " ", "soft-page-break": " ", "soft-hyphen": ""}

_DEEPEST = 200
"""Elements inside elements that are read."""


def is_open_document(archive: zipfile.ZipFile) -> bool:
    """Whether a zip is an OpenDocument text."""
    names = archive.namelist()
    if "mimetype" not in names or "content.xml" not in names:
        return False
    with archive.open("mimetype") as packed:
        return packed.read(100).startswith(b"application/vnd.oasis.opendocument.text")


def open_lines(content: bytes, name: str, reading: Reading) -> Iterator[SourceLine]:
    """The paragraphs of the body, then of the headers and footers, each once."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        if "META-INF/manifest.xml" in archive.namelist() and b"encryption-data" in unzipped_part(archive, "META-INF/manifest.xml", name):
            raise document_refused("document-locked", name)
        trees = [parsed(unzipped_part(archive, part, name)) for part in ("content.xml", "styles.xml") if part in archive.namelist()]
    yield from _lines(trees, reading)


def flat_lines(content: bytes, reading: Reading) -> Iterator[SourceLine]:
    """The paragraphs of an OpenDocument text that is one file of XML."""
    yield from _lines([parsed(content)], reading)


def _lines(trees: list[etree._Element], reading: Reading) -> Iterator[SourceLine]:
    reader = _Reader(trees, reading)
    number = 0
    for body in (one for tree in trees for one in tree.iter("{*}body")):
        for one in reader.paragraphs(body):
            number += 1
            yield SourceLine(one.text, f"paragraph {number}", number, wraps=False, unfilled=tuple(one.unfilled), layout=one.layout)
    said: set[str] = set()
    for beside in (one for tree in trees for one in tree.iter("{*}header", "{*}footer", "{*}header-first", "{*}footer-first")):
        for one in reader.paragraphs(beside):
            if one.text.strip() not in said:
                said.add(one.text.strip())
                number += 1
                kind = _name(beside).removesuffix("-first")
                yield SourceLine(one.text, f"{kind}, paragraph {len(said)}", number, wraps=False, unfilled=tuple(one.unfilled))


def _name(element: etree._Element) -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _attribute(element: etree._Element, name: str) -> str:
    return next((value for key, value in element.attrib.items() if key.endswith(f"}}{name}")), "")


class _Paragraph:
    """A paragraph that has begun."""

    def __init__(self, layout: LineLayout = NO_LAYOUT) -> None:
        self.text = ""
        self.unfilled: list[tuple[int, int]] = []
        self.layout = layout


class _Reader:
    """Reads the elements of one file."""

    def __init__(self, trees: list[etree._Element], reading: Reading) -> None:
        self._reading = reading
        self._unread = dict(one for tree in trees for style in tree.iter("{*}style") for one in _unread_style(style))
        self._bold = {name for tree in trees for style in tree.iter("{*}style") for name in _bold_style(style)}
        self._tables = TableCounter()
        self._lists = 0
        reading.count("comment", sum(1 for tree in trees for _ in tree.iter("{*}annotation")))

    def paragraphs(self, root: etree._Element) -> Iterator[_Paragraph]:
        """The paragraphs under an element, in the order in which they begin: those of a text box after the one that it is in."""
        found: list[_Paragraph] = []
        self._walk(root, found, None, False, 0)
        return (one for one in found if one.text.strip())

    def _walk(self, element: etree._Element, found: list[_Paragraph], into: _Paragraph | None, prompt: bool, depth: int) -> None:
        for child in element:
            name = _name(child)
            if name and depth < _DEEPEST and not self._left_out(child, name):
                prompt_here = prompt or name == "placeholder" or _attribute(child, "showing-place-holder") == "true"
                inner = into
                if name in _LINES:
                    inner = _Paragraph(self._stands(child, name))
                    found.append(inner)
                elif name in ("text-box", "note-body"):
                    inner = None
                self._add(inner, _SIGNS.get(name, ""), prompt_here)
                if name == "s":
                    self._add(inner, " " * min(int(_attribute(child, "c") or "1"), 1000), prompt_here)
                self._add(inner, child.text, prompt_here)
                self._enters(name, 1)
                self._walk(child, found, inner, prompt_here, depth + 1)
                self._enters(name, -1)
                if name in ("text", "textarea", "combobox") and (value := _attribute(child, "current-value")):
                    found.append(_Paragraph())
                    self._add(found[-1], value, False)
            self._add(into, child.tail, prompt)

    def _enters(self, name: str, step: int) -> None:
        """A list, table, row or cell begins (1) or ends (-1)."""
        if name == "list-item":
            self._lists += step
        elif name == "table" and step < 0:
            self._tables.table_ends()
        elif name == "table":
            self._tables.table()
        elif name == "table-row" and step > 0:
            self._tables.row()
        elif name in ("table-cell", "covered-table-cell") and step > 0:
            self._tables.cell()

    def _stands(self, child: etree._Element, name: str) -> LineLayout:
        level = _attribute(child, "outline-level") if name == "h" else ""
        spans = [one for one in child if _name(one) == "span" or (one.tail or "").strip()]
        styles = [child] if not spans or (child.text or "").strip() else spans
        bold = all(_attribute(one, "style-name") in self._bold and not (one.tail if one is not child else "") for one in styles)
        heading = int(level) if level.isdigit() and len(level) < 2 else int(name == "h")
        return self._tables.at(heading, bold=bold, listed=self._lists > 0)

    def _left_out(self, child: etree._Element, name: str) -> bool:
        if name in _NOT_READ:
            return name != "forms"
        if name in _DESCRIBES:
            return not str(child.tag).startswith(_TEXT)
        what = self._unread.get(_attribute(child, "style-name"), "") if name in ("span", "p", "h") else ""
        if what and "".join(child.itertext()).strip():
            self._reading.count(what, 1)
        return bool(what)

    def _add(self, paragraph: _Paragraph | None, text: str | None, prompt: bool) -> None:
        if paragraph is None or not text:
            return
        text = text.replace("\r", " ").replace("\n", " ")
        if prompt and text.strip():
            paragraph.unfilled.append((len(paragraph.text), len(paragraph.text) + len(text)))
        paragraph.text += text


def _unread_style(style: etree._Element) -> Iterator[tuple[str, str]]:
    """A style whose text is hidden or struck out, and what it is."""
    for properties in style.iterchildren("{*}text-properties"):
        if _attribute(properties, "display") == "none":
            yield _attribute(style, "name"), "hidden text"
        elif _attribute(properties, "text-line-through-style") not in ("", "none"):
            yield _attribute(style, "name"), "struck-out text"


def _bold_style(style: etree._Element) -> Iterator[str]:
    """The name of a style whose text is bold."""
    if any(_attribute(properties, "font-weight") == "bold" for properties in style.iterchildren("{*}text-properties")):
        yield _attribute(style, "name")
