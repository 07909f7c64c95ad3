"""Mend the tag tree that WeasyPrint writes, so that it says what the page shows.

The tree is written a page at a time: what runs over a page is cut in two, and the words at the head and foot of a page
hang beside it. PDF/UA-1 (ISO 14289-1) is the rule; ISO 32000-1, section 14.8, names the tags.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from pikepdf import Array, Dictionary, Name, Object, Pdf

from generator.documents.formats.pdf.content import labels
from generator.documents.formats.pdf.tag_tree import kids, structure_type, walk

_STARTS = {"/H1", "/H2"}
"""A section begins with one of these; one that does not goes on from the page before."""


def mend_tags(pdf: Pdf, bullet: int) -> None:
    """Join what a page break cut, and give tables, lists and the contents what readers of the tree need.

    `bullet` is the glyph that marks an item of a list without numbers.
    """
    document = pdf.Root.StructTreeRoot.K[0]
    _join_sections(document)
    found: dict[str, list[Object]] = defaultdict(list)
    for element in walk(document):
        found[structure_type(element)].append(element)
    _scope(found["/THead"], "/Column")
    _scope(found["/TBody"], "/Row")
    for cell in found["/TD"] + found["/TH"]:
        _drop_ids(cell)
    said = labels(pdf, [kids(label)[0] for label in found["/Lbl"]])
    for listed in found["/L"]:
        if not _contents(listed):
            _numbering(listed, said, b"%04x" % bullet)
    for element in found["/LBody"] + found["/LI"]:
        element.K = Array([kid for kid in kids(element) if not _empty(kid)])


def _join_sections(document: Object) -> None:
    joined: list[Object] = []
    for section in kids(document):
        inside = kids(section)
        if (
            joined
            and structure_type(section) == "/Sect"
            and inside
            and structure_type(inside[0]) not in _STARTS
            and structure_type(joined[-1]) == "/Sect"
        ):
            _append(joined[-1], inside)
        else:
            joined.append(section)
    document.K = Array(joined)


def _append(section: Object, more: Sequence[Object]) -> None:
    """Go on with a section on its next page. A table or list that the page break cut becomes one again."""
    last, first = kids(section)[-1], more[0]
    rest = list(more)
    if structure_type(last) == structure_type(first) == "/Table" and _columns(last) == _columns(first):
        _give(last, "/TBody", [row for body in kids(first) if structure_type(body) == "/TBody" for row in kids(body)])
        rest = rest[1:]
    elif structure_type(last) == structure_type(first) == "/L":
        _join_lists(last, first)
        rest = rest[1:]
    _adopt(section, rest)


def _columns(table: Object) -> int:
    return max((len(kids(row)) for part in kids(table) for row in kids(part)), default=0)


def _give(table: Object, part: str, rows: list[Object]) -> None:
    """Put rows at the end of a table. Its second header is left out: nothing in the tree points to it any more."""
    bodies = [kid for kid in kids(table) if structure_type(kid) == part]
    _adopt(bodies[-1] if bodies else table, rows)


def _join_lists(first: Object, second: Object) -> None:
    """An item whose number stands on the page before is the rest of that item."""
    items = kids(second)
    last = kids(first)[-1]
    if items and structure_type(kids(last)[0]) == "/Lbl" and structure_type(kids(items[0])[0]) != "/Lbl":
        _adopt(kids(last)[-1], [part for body in kids(items[0]) for part in kids(body)])
        items = items[1:]
    _adopt(first, items)


def _adopt(parent: Object, more: list[Object]) -> None:
    for element in more:
        element.P = parent
    parent.K = Array([*kids(parent), *more])


def _scope(parts: list[Object], scope: str) -> None:
    """Say what each header cell heads."""
    for part in parts:
        for cell in (cell for row in kids(part) for cell in kids(row) if structure_type(cell) == "/TH"):
            cell.A.Scope = Name(scope)


def _drop_ids(cell: Object) -> None:
    """With a scope on every header, cells need no list of headers; and names of cells would need an index that is not there."""
    if "/ID" in cell:
        del cell["/ID"]
    if "/A" in cell and "/Headers" in cell.A:
        del cell.A["/Headers"]


def _numbering(listed: Object, said: dict[tuple[int, int], bytes], bullet: bytes) -> None:
    """Whether a list with labels has bullets or numbers (ISO 14289-1, 7.6). A code has four figures."""
    own = [said.get(label.objgen, b"") for item in kids(listed) for label in kids(item)[:1] if structure_type(label) == "/Lbl"]
    if own:
        kind = Name.Disc if all(label[:4] == bullet for label in own) else Name.Decimal
        listed.A = Dictionary(O=Name.List, ListNumbering=kind)


def _contents(listed: Object) -> bool:
    """A list whose every item begins with a link is a table of contents. Says whether it was one."""
    bodies = [kids(item)[0] for item in kids(listed) if kids(item)]
    if not bodies or not all(structure_type(body) == "/LBody" and structure_type(kids(body)[0]) == "/Link" for body in bodies):
        return False
    listed.S = Name.TOC
    for item, body in zip(kids(listed), bodies, strict=True):
        item.S, body.S = Name.TOCI, Name.Reference
        *reference, about = [kid for kid in kids(body) if not _empty(kid)]
        body.K, about.S = Array(reference), Name.P
        _adopt(item, [about])
    return True


def _empty(element: Object) -> bool:
    """An element with nothing in it, such as a line break."""
    return bool(structure_type(element)) and all(_empty(kid) for kid in kids(element))
