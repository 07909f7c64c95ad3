"""The text of a web page as a reader sees it, line by line, with the numbers behind links that say none."""

from __future__ import annotations

import re
from dataclasses import dataclass
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

_SHELL = 80
"""Characters that a page says at most where a script is to make the rest of it in the browser."""


@dataclass(frozen=True)
class PageText:
    """What a page says. Lines are parted by line ends, and no number runs over one."""

    text: str = ""
    headings: str = ""
    """Its title and its main headings, each on a line."""
    body: str = ""
    """Its text without menus, asides and the footer, which speak of more than this service."""
    by_script: bool = False
    """Whether it is all but empty, and a script is to fill it."""


def page_text(content: bytes, charset: str | None) -> PageText:
    """The text of a page. Anything that is no HTML gives nothing."""
    try:
        root = html.fromstring(content, parser=html.HTMLParser(no_network=True, huge_tree=False, encoding=charset))
    except (etree.ParserError, ValueError, LookupError):
        return PageText()
    text = _text(root)
    headings = (" ".join("".join(one.itertext()).split()) for one in root.iter(*_HEADINGS))
    scripted = len(text) <= _SHELL and bool(root.xpath("//script[@src] | //noscript")) and not root.xpath("//h1")
    return PageText(text, "\n".join(headings), _text(root, whole=False) or text, scripted)


def _text(root: etree._Element, *, whole: bool = True) -> str:
    """What a page says, or only its body. The stack is our own, because a page may be nested more deeply than Python goes."""
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
        waiting.append(_behind(one) + apart)
        for child in reversed(one):
            waiting += [_one_line(child.tail), child]
        waiting.append(apart + (_one_line(one.text) if one.tag != "pre" else one.text or ""))
    return _lines("".join(pieces))


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
    return _SOURCE_LINES.sub(" ", text or "")


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
