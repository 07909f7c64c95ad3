"""WordprocessingML, the XML of Word files, as text: paragraphs, runs, fields and tables. All words are escaped here and nowhere else."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from html import escape
from typing import NewType

Xml = NewType("Xml", str)
"""Finished markup. Plain `str` is words that somebody wrote, to be escaped."""

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)
"""Every prefix that our markup uses."""

_NOTHING = Xml("")

_ILLEGAL = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def legal(words: str) -> str:
    """Words without the characters that no XML file may hold, so that no file is made that Word cannot open."""
    return _ILLEGAL.sub("", words)


def quoted(words: str) -> str:
    """Words as they stand in an attribute."""
    return escape(legal(words), quote=True)


def joined(pieces: Iterable[Xml]) -> Xml:
    """One piece after the other."""
    return Xml("".join(pieces))


def run(words: str, style: str = "") -> Xml:
    """Words in one look. `style` is the id of a character style."""
    look = f'<w:rPr><w:rStyle w:val="{style}"/></w:rPr>' if style else ""
    return Xml(f'<w:r>{look}<w:t xml:space="preserve">{escape(legal(words), quote=False)}</w:t></w:r>')


TAB = Xml("<w:r><w:tab/></w:r>")


def field(instruction: str, shown: str) -> Xml:
    """A field that Word works out, with what it shows until then. Never marked as out of date: Word would ask before it opens the file."""
    return Xml(
        f'<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> {quoted(instruction)} </w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{run(shown)}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def paragraph(style: str, *runs: Xml, properties: str = "") -> Xml:
    """A paragraph. `style` is a style's id, `properties` what this paragraph has beyond it, in the schema's order."""
    return Xml(f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{properties}</w:pPr>{"".join(runs)}</w:p>')


def cell(width: int, *blocks: Xml, columns: int = 1) -> Xml:
    """A cell of a table, `width` in twentieths of a point. It may span several columns."""
    span = f'<w:gridSpan w:val="{columns}"/>' if columns > 1 else ""
    return Xml(f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{span}</w:tcPr>{"".join(blocks)}</w:tc>')


def table_row(*cells: Xml, header: bool = False) -> Xml:
    """A row that stays on one page. A header row stands again on each page that the table runs on to."""
    repeated = "<w:tblHeader/>" if header else ""
    return Xml(f"<w:tr><w:trPr><w:cantSplit/>{repeated}</w:trPr>{''.join(cells)}</w:tr>")


def table(style: str, widths: Sequence[int], rows: Iterable[Xml], *, caption: str, told: str, header: bool) -> Xml:
    """A table of fixed columns. `caption` and `told` are its name and description for people who cannot see it."""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    look = (
        f'<w:tblLook w:val="{"04A0" if header else "0480"}" w:firstRow="{int(header)}" w:lastRow="0" w:firstColumn="1" w:lastColumn="0" '
        'w:noHBand="0" w:noVBand="1"/>'
    )
    return Xml(
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{style}"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>{look}'
        f'<w:tblCaption w:val="{quoted(caption)}"/><w:tblDescription w:val="{quoted(told)}"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"
    )
