"""The kinds of structure tags in a PDF (ISO 32000-1, 14.8.4; ISO 32000-2, 14.8.4), and how wide cells are."""

from __future__ import annotations

import pikepdf

INLINE_TAGS = frozenset(
    {"Span", "NonStruct", "Lbl", "Link", "Annot", "Reference", "Quote", "Code", "Em", "Strong", "Sub", "BibEntry", "Form", "Ruby", "RB"}
    | {"RT", "RP", "Warichu", "WT", "WP"}
)
"""Parts of a paragraph; and tags without a kind, which may hold anything."""

WHOLE_TAGS = frozenset({"P", "H", "Title", "Caption", "Note", "FENote", "TOCI", *(f"H{level}" for level in range(1, 10))})
"""Tags that are one paragraph each."""

_OTHERS = frozenset(
    {"Document", "DocumentFragment", "Part", "Art", "Sect", "Div", "Aside", "BlockQuote", "TOC", "Index", "Private", "L", "LI", "LBody"}
    | {"Table", "TR", "TH", "TD", "THead", "TBody", "TFoot", "Figure", "Formula", "Artifact"}
)
_STANDARD = INLINE_TAGS | WHOLE_TAGS | _OTHERS

_MOST_NAMES = 10
"""Names of a tag that stand for one another."""

_WIDEST = 100
"""Columns or rows that a cell fills at most."""


class TagKinds:
    """What the names of tags in a file stand for."""

    def __init__(self, root: pikepdf.Object) -> None:
        self._names: pikepdf.Object = root.get("/RoleMap", pikepdf.Dictionary())
        self._classes: pikepdf.Object = root.get("/ClassMap", pikepdf.Dictionary())

    def of(self, tag: pikepdf.Object) -> str:
        """The standard kind of a tag; `Div` for one that is unknown."""
        name = tag.get("/S")
        for _ in range(_MOST_NAMES):
            kind = str(name or "").removeprefix("/")
            if kind in _STANDARD:
                return kind
            name = self._names.get(f"/{kind}") if kind else None
        return "Div"

    def span(self, cell: pikepdf.Object, name: str) -> int:
        """How many columns or rows a cell fills: `name` is `/ColSpan` or `/RowSpan`."""
        for attributes in [*_each(cell.get("/A")), *(each for one in _each(cell.get("/C")) for each in _each(self._classes.get(str(one))))]:
            wide: object = attributes.get(name) if isinstance(attributes, pikepdf.Object) and "/O" in attributes else None
            if isinstance(wide, int):
                return max(1, min(wide, _WIDEST))
        return 1


def _each(found: object) -> list[object]:
    """One thing, or the things of a list, up to a limit."""
    if isinstance(found, pikepdf.Array):
        return [found[at] for at in range(min(len(found), _MOST_NAMES))]
    return [] if found is None else [found]


def heading_of(kind: str) -> int:
    """1 to 9 for a heading."""
    return 1 if kind in ("H", "Title") else int(kind[1]) if kind[0] == "H" else 0
