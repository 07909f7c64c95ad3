"""Read the paragraphs of a web page: a file that a program saved as one, under whatever name, or a part of a Word file."""

from __future__ import annotations

import email
import email.policy
import re
from collections import Counter
from collections.abc import Iterator

from lxml import etree, html

from generator.knowledge.source_documents.blocks import SourceLine
from generator.knowledge.source_documents.layout import LineLayout, TableCounter
from generator.knowledge.source_documents.reading import Reading

BREAKS = frozenset({
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "div", "dl", "dt",
    "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "legend",
    "li", "main", "nav", "ol", "option", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead",
    "tr", "ul",
})  # fmt: skip
"""Elements that begin and end a line."""

_NOT_READ = frozenset({"head", "script", "style", "template", "noscript", "svg", "math", "object", "iframe", "select"})
_STRUCK = frozenset(("del", "s", "strike"))
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all", re.IGNORECASE)
_LINED = re.compile(r"text-decoration[^;]*line-through", re.IGNORECASE)

_PAGE = re.compile(rb"\s*(?:<!--.*?-->\s*)*<(?:!doctype html|html|head|body)\b", re.IGNORECASE | re.DOTALL)
_MAIL = re.compile(rb"(?:[A-Za-z-]+:[^\n]*\n(?:[ \t][^\n]*\n)*){1,40}", re.ASCII)


def is_web_page(content: bytes) -> bool:
    """Whether a file is a web page, alone or as programs save it in one file with its pictures."""
    start = content[:4000].lstrip(b"\xef\xbb\xbf")
    return bool(_PAGE.match(start)) or _is_mail(start)


def _is_mail(start: bytes) -> bool:
    return bool(_MAIL.match(start)) and b"mime-version:" in start.lower()


def page_lines(content: bytes, reading: Reading) -> Iterator[SourceLine]:
    """The paragraphs of a web page."""
    if _is_mail(content[:4000]):
        content = _inside(content)
    if not content.strip():
        return
    try:
        root = html.fromstring(content, parser=html.HTMLParser(no_network=True, huge_tree=False, encoding=_encoding(content)))
    except (etree.ParserError, ValueError):
        return
    for number, (text, layout) in enumerate(_paragraphs(root, reading), 1):
        yield SourceLine(text, f"paragraph {number}", number, wraps=False, layout=layout)


def _encoding(content: bytes) -> str | None:
    """What a page is written in: what it says itself is left to the parser."""
    if b"charset" in content[:2000].lower():
        return None
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8"


def _inside(content: bytes) -> bytes:
    """The page in a file that is written like a mail."""
    message = email.message_from_bytes(content, policy=email.policy.default)
    for part in message.walk():
        if part.get_content_type() == "text/html":
            found = part.get_payload(decode=True)
            return found if isinstance(found, bytes) else b""
    return b""


def _paragraphs(root: etree._Element, reading: Reading) -> Iterator[tuple[str, LineLayout]]:
    """The text between the breaks of a page, and how it stands. What is hidden or struck out is counted."""
    pieces: list[str] = []
    look = _PageLayout()
    passed: etree._Element | None = None
    for event, element in etree.iterwalk(root, events=("start", "end", "comment", "pi")):
        if passed is None and event == "start":
            why = _not_read(element)
            if why is not None:
                passed = element
                reading.count(why, bool(why and "".join(element.itertext()).strip()))
                continue
        if passed is not None and element is not passed:
            continue
        if element.tag in BREAKS and passed is None and (text := _plain(pieces)):
            yield text, look.layout()
            pieces = []
        if passed is None:
            look.meets(event, element)
        if event == "start":
            pieces += look.said(_begins(element))
            continue
        passed = None
        pieces += look.said([element.tail or ""]) if element is not root else []
    if text := _plain(pieces):
        yield text, look.layout()


class _PageLayout:
    """How the text stands that is read now: inside which heading, item, bold words and cell."""

    def __init__(self) -> None:
        self._tables = TableCounter()
        self._above: Counter[str] = Counter()
        self._letters = self._bold = 0

    def meets(self, event: str, element: etree._Element) -> None:
        """An element begins or ends."""
        tag = element.tag
        if event not in ("start", "end") or not isinstance(tag, str):
            return
        self._above["b" if tag == "strong" else tag] += 1 if event == "start" else -1
        if tag == "table":
            self._tables.table() if event == "start" else self._tables.table_ends()
        elif event == "start" and tag == "tr":
            self._tables.row()
        elif event == "start" and tag in ("td", "th"):
            span = element.get("colspan", "1")
            self._tables.cell(int(span) if span.isdigit() and len(span) < 4 else 1)

    def said(self, pieces: list[str]) -> list[str]:
        """Note words, and hand them back."""
        letters = sum(len(piece.strip()) for piece in pieces)
        self._letters += letters
        self._bold += letters if self._above["b"] > 0 or self._above["th"] > 0 else 0
        return pieces

    def layout(self) -> LineLayout:
        """The layout of the paragraph that ends here."""
        heading = next((level for level in range(1, 7) if self._above[f"h{level}"] > 0), 0)
        bold, self._letters, self._bold = self._letters == self._bold, 0, 0
        return self._tables.at(heading, bold=bold, listed=self._above["li"] > 0)


def _begins(element: etree._Element) -> list[str]:
    """What an element adds to the text where it begins."""
    value = element.get("value", "") if element.tag == "input" and element.get("type", "text") == "text" else ""
    return [" " if element.tag == "br" else value, element.text or ""]


def _plain(pieces: list[str]) -> str:
    return re.sub(r"[ \t\r\n]+", " ", "".join(pieces)).strip()


def _not_read(element: etree._Element) -> str | None:
    """What to call an element that nobody reads, "" if that is not to be told; None for one that is read."""
    return "" if element.tag in _NOT_READ else hidden_reason(element)


def hidden_reason(element: etree._Element) -> str | None:
    """Why nobody sees an element: it is struck out or hidden. None for one that is seen."""
    style = element.get("style", "")
    if element.tag in _STRUCK or _LINED.search(style):
        return "struck-out text"
    if element.get("hidden") is not None or _HIDDEN.search(style):
        return "hidden text"
    return None
