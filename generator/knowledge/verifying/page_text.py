"""The text of a web page as a reader sees it, line by line, with the numbers behind links that say none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from urllib.parse import unquote

from lxml import etree, html

from generator.knowledge.source_documents.web_page import BREAKS, hidden_reason

_UNSEEN = frozenset({"head", "script", "style", "template", "noscript", "svg", "iframe", "select", "object"})
_HEADINGS = frozenset({"title", "h1", "h2"})
_DIGITS = re.compile(r"\d")
_ROUND_IT = frozenset({"nav", "aside", "footer"})
_ROLES_ROUND_IT = frozenset({"navigation", "complementary", "contentinfo", "search", "dialog", "alertdialog"})
"""What stands round a page: menus, other news, notices on cookies."""

_SOURCE_LINES = re.compile(r"\s*\n\s*")
_SPACES = re.compile(r"[ \t\r\f\v\u00a0\u2000-\u200a\u202f\u205f\u3000]+")
_NO_WIDTH = re.compile(r"[\u00ad\u200b-\u200d\u2060\ufeff]")
"""What nobody sees, and may stand in the middle of a number."""

_WHOLE_NUMBER = 6
"""Figures in the words of a link that are a number themselves. Fewer are a name: the NHS 111 option, a 24/7 line."""

_SCOPES = frozenset({"article", "section", "table", "tr", "td", "th", "li", "dl", "details", "fieldset"})
"""What ends the part of a page that a heading in it begins. A `div` does not: many hold the heading alone."""

_LEVELS = {**{f"h{level}": level for level in range(1, 7)}, "summary": 7, "dt": 8}
"""What begins a part of a page, and how deep."""

_HEADING = 120
"""Characters of a heading that are kept with the lines under it."""

_HEAD, _OPEN, _TABLE, _ROW, _CLOSE = _SIGNS = "\ue000", "\ue001", "\ue002", "\ue003", "\ue004"
_NO_SIGNS = dict.fromkeys(map(ord, _SIGNS), " ")
"""Marks between lines: a heading; something that holds headings of its own, a table, a row; the end of one. No page is to have them."""

_SHELL = 80
"""Characters that a page says at most where a script is to make the rest of it in the browser."""


@dataclass(frozen=True)
class PageLine:
    """A line with what it stands under."""

    text: str
    headings: tuple[tuple[int, str], ...] = ()
    """The headings above it, the highest first, each with its level."""
    table: int = 0
    row: int = 0
    """The innermost table and row that it is in, counted from 1, or nothing."""


@dataclass(frozen=True)
class PageText:
    """What a page says. Lines are parted by line ends, and no number runs over one."""

    text: str = ""
    headings: str = ""
    """Its title and its main headings, each on a line."""
    body: str = ""
    """Its text without menus, asides and the footer, which speak of more than this service."""
    lines: tuple[PageLine, ...] = ()
    """The lines of its body."""
    by_script: bool = False
    """Whether it is all but empty, and a script is to fill it."""


def page_text(content: bytes, charset: str | None) -> PageText:
    """The text of a page. Anything that is no HTML gives nothing."""
    try:
        root = html.fromstring(content, parser=html.HTMLParser(no_network=True, huge_tree=False, encoding=charset))
    except (etree.ParserError, ValueError, LookupError):
        return PageText()
    text = _plain(_text(root))
    headings = (" ".join("".join(one.itertext()).split()) for one in root.iter(*_HEADINGS))
    scripted = len(text) <= _SHELL and bool(root.xpath("//script[@src] | //noscript")) and not root.xpath("//h1")
    body = _text(root, whole=False)
    return PageText(text, "\n".join(headings), _plain(body) or text, tuple(_placed(body)), scripted)


def _text(root: etree._Element, *, whole: bool = True) -> str:
    """What a page says, or only its body, with marks. The stack is our own, because a page may be nested more deeply than Python goes."""
    pieces: list[str] = []
    waiting: list[etree._Element | str] = [root]
    while waiting:
        one = waiting.pop()
        if isinstance(one, str):
            pieces.append(one)
            continue
        if not isinstance(one.tag, str) or one.tag in _UNSEEN or hidden_reason(one) or not (whole or _is_body(one)):
            continue
        apart = "\n" if one.tag in BREAKS or one.tag == "br" else ""
        before, after = _marks(one.tag)
        waiting.append(_behind(one) + apart + after)
        for child in reversed(one):
            waiting += [_one_line(child.tail), child]
        waiting.append(apart + before + (_one_line(one.text) if one.tag != "pre" else (one.text or "").translate(_NO_SIGNS)))
    return _lines("".join(pieces))


_OPENS = {"table": _TABLE, "tr": _ROW}


def _marks(tag: str) -> tuple[str, str]:
    """The marks before and after what an element says."""
    if tag in _LEVELS:
        return f"\n{_HEAD}{_LEVELS[tag]}", "\n"
    return (f"\n{_OPENS.get(tag, _OPEN)}\n", f"\n{_CLOSE}\n") if tag in _SCOPES else ("", "")


def _placed(marked: str) -> Iterator[PageLine]:
    """Each line with what it stands under."""
    at, counted, awaited = PageLine(""), {_TABLE: 0, _ROW: 0}, 0
    above: list[PageLine] = []
    for line in marked.split("\n"):
        if line in (_OPEN, _TABLE, _ROW):
            above.append(at)
            counted[line] = counted.get(line, 0) + 1
            at = replace(at, table=counted[_TABLE], row=0) if line == _TABLE else replace(at, row=counted[_ROW]) if line == _ROW else at
            continue
        if line == _CLOSE:
            at = above.pop() if above else PageLine("")
            continue
        level = int(line[1]) if line.startswith(_HEAD) else awaited
        text = line[2:].strip() if line.startswith(_HEAD) else line
        awaited = 0 if text else level
        if text:
            at = replace(at, headings=(*(one for one in at.headings if one[0] < level), (level, text[:_HEADING]))) if level else at
            yield replace(at, text=text)


def _plain(marked: str) -> str:
    """The same without marks."""
    lines = (line[2:].strip() if line.startswith(_HEAD) else line for line in marked.split("\n"))
    return "\n".join(line for line in lines if line and line not in _SIGNS)


def _is_body(element: etree._Element) -> bool:
    return element.tag not in _ROUND_IT and element.get("role") not in _ROLES_ROUND_IT and not _only_a_link(element)


def _only_a_link(element: etree._Element) -> bool:
    """Whether it is an item of a list that only leads elsewhere: a menu, related news."""
    if element.tag != "li" or len(element) != 1 or element[0].tag != "a":
        return False
    link = element[0]
    return not f"{element.text or ''}{link.tail or ''}".strip() and not link.get("href", "").startswith(("tel:", "sms:"))


def _one_line(text: str | None) -> str:
    """Text as a browser shows it: where its source is wrapped, the line goes on."""
    return _SOURCE_LINES.sub(" ", text or "").translate(_NO_SIGNS)


def _behind(element: etree._Element) -> str:
    """The number behind a link, if the words of the link are none."""
    address = element.get("href", "") if element.tag == "a" else ""
    scheme, _, rest = address.partition(":")
    number, shown = unquote(rest.partition("?")[0]), "".join(element.itertext())
    figures = len(_DIGITS.findall(shown))
    if scheme.strip().lower() not in ("tel", "sms") or figures >= min(_WHOLE_NUMBER, len(_DIGITS.findall(number))):
        return ""
    return f" {number} "


def _lines(text: str) -> str:
    lines = (_SPACES.sub(" ", _NO_WIDTH.sub("", line)).strip() for line in text.split("\n"))
    return "\n".join(line for line in lines if line)
