"""Labelled documents: what each paragraph is, and the document itself as Word file, web page or text.

A line is `look label: text`. Looks: `h1` `h2` `h3` heading, `b` bold, `p` paragraph, `*` item, `1` numbered item.
Labels: `S` statement, `E` or `D` criterion and, after `/`, how it is assessed; `C=` shared clause; `F=` field; `X` nothing of these.
A paragraph that begins `Essential:` or `Desirable:` has several criteria, with semicolons between them.
After `S`, `E` or `D`, `=` names what of a role it says: `=id`, or `=id+id` for several.
`table`, `row`, `cell` and `end` stand for themselves; `span` is a cell as wide as the table.
A row can also be one line: `| cell | cell |`, with ` // ` between the lines of a cell. A cell without a label is `p X`.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import escape
from pathlib import Path

import docx
import weasyprint

FOLDER = Path(__file__).parent
WAYS = {"A": "application", "I": "interview", "T": "test", "C": "certificate"}


def without_level(text: str) -> str:
    """A criterion without the sign of its level at the end."""
    return re.sub(r" \((?:E|D|essential|desirable)\)$", "", text)


@dataclass
class Line:
    look: str
    label: str
    text: str
    says: tuple[str, ...] = ()
    """Ids of what of a role it says."""


@dataclass
class Labelled:
    name: str
    form: str
    role: str = ""
    """The id of the role that it is for."""
    body: list[Line | list[list[list[Line]]]] = field(default_factory=list)

    def lines(self) -> Iterator[Line]:
        for piece in self.body:
            if isinstance(piece, Line):
                yield piece
            else:
                yield from (line for row in piece for cell in row for line in cell)

    @property
    def statements(self) -> list[str]:
        return [line.text for line in self.lines() if line.label == "S"]

    @property
    def criteria(self) -> dict[str, tuple[str, list[str]]]:
        found = {}
        for line in self.lines():
            level, _, ways = line.label.partition("/")
            if level in ("E", "D"):
                for text in re.sub(r"^(?:Essential|Desirable): |\.$", "", line.text).split("; ") if "; " in line.text else [line.text]:
                    found[without_level(text)] = ({"E": "essential", "D": "desirable"}[level], [WAYS[way] for way in ways])
        return found

    @property
    def clauses(self) -> list[str]:
        return [line.label[2:] for line in self.lines() if line.label.startswith("C=")]


def labelled(folder: str, among: Path = FOLDER) -> list[Labelled]:
    return [_read(path) for path in sorted((among / folder).glob("*.txt"))]


_LABELLED = re.compile(r"(?:(?P<look>h[123]|[bp*1]) )?(?P<label>[SEDXCF](?:=[^\s/:]+)?(?:/[AITC]+)?): ?(?P<text>.*)")


def _read(path: Path) -> Labelled:
    lines = path.read_text(encoding="utf-8").splitlines()
    form, _, role = lines[0].removeprefix("form ").partition(", role ")
    found = Labelled(path.stem, form, role)
    table: list[list[list[Line]]] = []
    within = ""
    """What a table is written in, if one is open: `cells` line by line, or `rows`."""
    for line in lines[1:]:
        begins = "rows" if line.startswith("| ") else "cells" if line == "table" else ""
        if begins and within != begins:
            table, within = [], begins
            found.body.append(table)
        if line.startswith("| "):
            table.append([[_line(said.strip()) for said in cell.split(" // ")] for cell in line.rstrip()[1:-1].split("|")])
        elif line == "row":
            table.append([])
        elif line in ("cell", "span"):
            table[-1].append([])
        elif within == "cells" and line not in ("table", "end"):
            table[-1][-1].append(_line(line))
        elif line != "table":
            within = ""
            if line != "end":
                found.body.append(_line(line))
    return found


def _line(line: str) -> Line:
    read = _LABELLED.fullmatch(line)
    if read is None:
        return Line("p", "X", line)
    label, says = read["label"], ""
    if label[0] in "SED":
        kind, _, says = label.partition("=")
        says, _, ways = says.partition("/")
        label = kind + (f"/{ways}" if ways else "")
    return Line(read["look"] or "p", label, read["text"], tuple(says.split("+")) if says else ())


def document(of: Labelled, form: str = "") -> bytes:
    return {"docx": as_docx, "html": as_page, "text": as_text, "pdf": as_pdf, "odt": as_odt, "rtf": as_rtf}[form or of.form](of)


def as_docx(of: Labelled) -> bytes:
    made = docx.Document()
    for piece in of.body:
        if isinstance(piece, Line):
            _paragraph(made.add_paragraph(), piece)
            continue
        width = max(map(len, piece))
        table = made.add_table(rows=len(piece), cols=width)
        for row, cells in zip(table.rows, piece, strict=True):
            here = [row.cells[0].merge(row.cells[-1])] if len(cells) < width else row.cells
            for cell, lines in zip(here, cells, strict=True):
                for number, line in enumerate(lines):
                    _paragraph(cell.add_paragraph() if number else cell.paragraphs[0], line)
    written = io.BytesIO()
    made.save(written)
    return written.getvalue()


def _paragraph(paragraph: docx.text.paragraph.Paragraph, line: Line) -> None:
    styles = {"h1": "Heading 1", "h2": "Heading 2", "h3": "Heading 3", "*": "List Bullet", "1": "List Number"}
    if line.look in styles:
        paragraph.style = styles[line.look]
    paragraph.add_run(line.text).bold = line.look == "b" or None


def as_page(of: Labelled) -> bytes:
    body = ""
    for piece in of.body:
        if isinstance(piece, Line):
            body += _element(piece)
        else:
            rows = ("".join(f"<td>{''.join(map(_element, cell))}</td>" for cell in row) for row in piece)
            body += "<table>" + "".join(f"<tr>{row}</tr>" for row in rows) + "</table>"
    return f"<!doctype html><html lang=en-GB><meta charset=utf-8><body>{body}</html>".encode()


def _element(line: Line) -> str:
    looks = {"b": "<p><b>{}</b></p>", "p": "<p>{}</p>", "*": "<ul><li>{}</li></ul>", "1": "<ol><li>{}</li></ol>"}
    return looks.get(line.look, f"<{line.look}>{{}}</{line.look}>").format(escape(line.text))


STYLE = "<style>@page { size: A4; margin: 2cm } td { border: 1px solid; vertical-align: top } table { width: 100% }</style><body>"


def as_pdf(of: Labelled) -> bytes:
    return weasyprint.HTML(string=as_page(of).decode().replace("<body>", STYLE)).write_pdf() or b""


def as_odt(of: Labelled) -> bytes:
    uri = "urn:oasis:names:tc:opendocument:xmlns:{0}:1.0"
    names = " ".join(f'xmlns:{name}="{uri.format(name)}"' for name in ("office", "text", "table", "style", "fo"))
    body = ""
    for piece in of.body:
        if isinstance(piece, Line):
            body += _odt(piece)
        else:
            rows = ("".join(f"<table:table-cell>{''.join(map(_odt, cell))}</table:table-cell>" for cell in row) for row in piece)
            body += "<table:table>" + "".join(f"<table:table-row>{row}</table:table-row>" for row in rows) + "</table:table>"
    style = '<style:style style:name="B"><style:text-properties fo:font-weight="bold"/></style:style>'
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        inside = f"<office:automatic-styles>{style}</office:automatic-styles><office:body>{body}</office:body>"
        archive.writestr("content.xml", f"<office:document-content {names}>{inside}</office:document-content>")
    return made.getvalue()


def _odt(line: Line) -> str:
    said = escape(line.text)
    if line.look in "*1":
        return f"<text:list><text:list-item><text:p>{said}</text:p></text:list-item></text:list>"
    if line.look.startswith("h"):
        return f'<text:h text:outline-level="{line.look[1]}">{said}</text:h>'
    return f'<text:p><text:span text:style-name="B">{said}</text:span></text:p>' if line.look == "b" else f"<text:p>{said}</text:p>"


def as_rtf(of: Labelled) -> bytes:
    body = ""
    for piece in of.body:
        if isinstance(piece, Line):
            body += _rtf(piece, "") + "\\par\n"
            continue
        for row in piece:
            body += "\\trowd" + "".join(f"\\cellx{2000 * number}" for number, _ in enumerate(row, 1))
            body += "".join("\\par\n".join(_rtf(line, "\\intbl") for line in cell) + "\\cell " for cell in row) + "\\row\n"
    return f"{{\\rtf1\\ansi\\ansicpg1252{{\\fonttbl{{\\f0 Arial;}}}}\n{body}}}".encode("ascii")


def _rtf(line: Line, inside: str) -> str:
    said = "".join(c if c.isascii() and c not in "\\{}" else f"\\u{ord(c)}?" for c in line.text)
    look = "\\ls1 " if line.look in "*1" else f"\\outlinelevel{int(line.look[1]) - 1} " if line.look.startswith("h") else " "
    return f"\\pard{inside}{look}" + (f"{{\\b {said}}}" if line.look == "b" else said)


def as_text(of: Labelled) -> bytes:
    made, number = "", 0
    for piece in of.body:
        if isinstance(piece, Line):
            number = number + 1 if piece.look == "1" else 0
            mark = {"*": "• ", "1": f"{number}. "}.get(piece.look, "")
            made += f"{mark}{piece.text}\n" if mark else f"\n{piece.text}\n\n"
        else:
            made += "\n".join("\t".join("; ".join(line.text for line in cell) for cell in row) for row in piece) + "\n"
    return made.encode()
