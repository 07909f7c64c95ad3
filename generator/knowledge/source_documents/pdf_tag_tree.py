"""Read the structure tags of a PDF: which marks of its pages make up which heading, paragraph, item of a list or cell of a table.

Programs that make PDFs for everybody write them (ISO 32000-1, 14.7 and 14.8). The file is untrusted: nothing of its tree is believed
that has not been counted.
"""

from __future__ import annotations

import io
from collections.abc import Iterator

import pikepdf

from generator.knowledge.source_documents.layout import TableCounter
from generator.knowledge.source_documents.pdf_fields import PDF_DAMAGE
from generator.knowledge.source_documents.pdf_tag_blocks import TagBlock, TagFlow, without_frames
from generator.knowledge.source_documents.pdf_tag_kinds import INLINE_TAGS, WHOLE_TAGS, TagKinds, heading_of

MOST_TAGS = 200_000
"""Tags and marks of a document that are looked at. A job pack has some thousand."""

_DEEPEST = 120
"""Tags inside tags."""

_NO_KIND = frozenset({"NonStruct", "Div"})
"""Tags that say nothing of what they hold: Chromium writes tables for layout so."""


class TagsUnsound(Exception):
    """The tags cannot be as their program meant them."""


def tag_blocks(content: bytes) -> list[TagBlock] | None:
    """The paragraphs of a tagged PDF in the order of its tags. None without tags, or with tags that are damaged or too many."""
    try:
        with pikepdf.open(io.BytesIO(content)) as pdf:
            return _Tree(pdf).read() if "/StructTreeRoot" in pdf.Root else None
    except (TagsUnsound, RecursionError, *PDF_DAMAGE):
        return None


class _Tree:
    def __init__(self, pdf: pikepdf.Pdf) -> None:
        root = pdf.Root["/StructTreeRoot"]
        self._root = root
        self._kinds = TagKinds(root)
        self._pages = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}
        self._tables = TableCounter()
        self._cells: list[bool] = []
        """For each open table, whether it is guessed."""
        self._seen: set[tuple[int, int]] = set()
        self._left = MOST_TAGS
        self._blocks: list[TagBlock] = []

    def read(self) -> list[TagBlock]:
        self._inside(self._root, None, TagFlow(), 0)
        return without_frames([one for one in self._blocks if one.places])

    def _kids(self, tag: pikepdf.Object) -> Iterator[pikepdf.Object | int]:
        """What a tag holds: tags, and marks as numbers or as dictionaries."""
        kids = tag.get("/K")
        for kid in kids if isinstance(kids, pikepdf.Array) else () if kids is None else (kids,):
            self._left -= 1
            if self._left < 0:
                raise TagsUnsound
            if isinstance(kid, int | pikepdf.Dictionary):
                yield kid

    def _inside(self, tag: pikepdf.Object, page: int | None, flow: TagFlow, depth: int, *, label: bool = False) -> None:
        if depth > _DEEPEST:
            raise TagsUnsound
        for kid in self._kids(tag):
            if isinstance(kid, int):
                self._take(page, kid, flow, label=label)
            elif kid.get("/Type") == "/MCR":
                if "/Stm" not in kid:
                    self._take(self._page_of(kid, page), kid.get("/MCID"), flow, label=label)
            elif kid.get("/Type") != "/OBJR" and self._is_new(kid):
                self._tag(kid, self._page_of(kid, page), flow, depth + 1, label=label)

    def _is_new(self, tag: pikepdf.Object) -> bool:
        """Whether a tag is met for the first time: a tree may be made to bite its own tail."""
        known = tag.objgen != (0, 0) and tag.objgen in self._seen
        self._seen.add(tag.objgen)
        return not known

    def _page_of(self, tag: pikepdf.Object, page: int | None) -> int | None:
        return self._pages.get(tag["/Pg"].objgen) if "/Pg" in tag else page

    def _take(self, page: int | None, mark: object, flow: TagFlow, *, label: bool) -> None:
        """Add the words of a mark to the paragraph that is open, or begin one."""
        if page is None or not isinstance(mark, int) or mark < 0:
            return
        if flow.block is None:
            flow.block = self._begun(flow)
            flow.only_label = label
        flow.only_label = flow.only_label and label
        flow.block.places.append((page, mark))

    def _begun(self, flow: TagFlow) -> TagBlock:
        block = TagBlock(self._tables.at(flow.heading, listed=flow.item), guessed=bool(self._cells) and self._cells[-1])
        flow.item = False
        self._blocks.append(block)
        return block

    def _tag(self, tag: pikepdf.Object, page: int | None, flow: TagFlow, depth: int, *, label: bool) -> None:
        kind = self._kinds.of(tag)
        if kind in _NO_KIND and self._is_grid(tag):
            self._grid(tag, page, depth)
            flow.part()
        elif kind in INLINE_TAGS:
            self._inside(tag, page, flow, depth, label=label or kind == "Lbl")
        elif kind in WHOLE_TAGS:
            self._whole(tag, page, flow, TagFlow(heading_of(kind), whole=True, item=flow.item), depth)
        elif kind == "LI":
            self._inside(tag, page, TagFlow(item=True), depth)
            flow.part()
        elif kind in ("Table", "TR", "TH", "TD"):
            self._of_table(kind, tag, page, depth)
            flow.part()
        else:
            flow.part()
            self._inside(tag, page, flow, depth)
            flow.part()

    def _whole(self, tag: pikepdf.Object, page: int | None, around: TagFlow, flow: TagFlow, depth: int) -> None:
        """A paragraph. It takes the mark of its item that stands before it."""
        if around.only_label:
            flow.block, around.block, around.only_label = around.block, None, False
        before = len(self._blocks)
        self._inside(tag, page, flow, depth)
        if flow.block or len(self._blocks) > before:
            around.item = False
        around.part()

    def _of_table(self, kind: str, tag: pikepdf.Object, page: int | None, depth: int) -> None:
        if kind == "Table":
            self._tables.table()
            self._cells.append(False)
        elif not self._tables.inside:
            raise TagsUnsound
        elif kind == "TR":
            self._tables.row()
        else:
            self._tables.cell(self._kinds.span(tag, "/ColSpan"), self._kinds.span(tag, "/RowSpan"))
        self._inside(tag, page, TagFlow(), depth)
        if kind == "Table":
            self._tables.table_ends()
            self._cells.pop()

    def _grid(self, tag: pikepdf.Object, page: int | None, depth: int) -> None:
        """A table for layout, as Chromium writes it: tags without a kind inside others."""
        self._tables.table()
        self._cells.append(True)
        for row in self._elements(tag):
            self._tables.row()
            for cell in self._elements(row) if self._is_new(row) else ():
                self._tables.cell()
                if self._is_new(cell):
                    self._inside(cell, self._page_of(cell, self._page_of(row, page)), TagFlow(), depth + 3)
        self._tables.table_ends()
        self._cells.pop()

    def _elements(self, tag: pikepdf.Object) -> list[pikepdf.Object]:
        return [kid for kid in self._kids(tag) if not isinstance(kid, int) and "/S" in kid]

    def _is_grid(self, tag: pikepdf.Object) -> bool:
        """Whether a tag holds rows of several cells, if its tags without a kind are some."""
        rows = self._without_kind(tag)
        several = [self._without_kind(row) for row in rows]
        return len(rows) > 1 and all(several) and max(map(len, several)) > 1

    def _without_kind(self, tag: pikepdf.Object) -> list[pikepdf.Object]:
        """The tags inside another, if all are without a kind."""
        kids = list(self._kids(tag))
        found = [kid for kid in kids if not isinstance(kid, int) and self._kinds.of(kid) in _NO_KIND]
        return found if len(found) == len(kids) else []
